namespace Portal.Modules.Countries.Models;

/// <summary>One structure of a country model: a council, a team, a helpline, as far as the source describes it.</summary>
public sealed record Structure
{
    public required string Title { get; init; }

    /// <summary>The id of its heading, made from its title.</summary>
    public required string Anchor { get; init; }

    /// <summary>The id that search leads to; null when it has none.</summary>
    public string? ItemId { get; init; }

    /// <summary>Broadest first.</summary>
    public IReadOnlyList<Level> Levels { get; init; } = [];
    public IReadOnlyList<string> WorkingTypes { get; init; } = [];
    public string? Lead { get; init; }
    public IReadOnlyList<string> CoreMembers { get; init; } = [];
    public IReadOnlyList<string> AdHocMembers { get; init; } = [];
    public string? TargetGroup { get; init; }
    public string? IdeologyScope { get; init; }
    public string? LegalBasis { get; init; }
    public string? InformationSharing { get; init; }
    public IReadOnlyList<string> Procedure { get; init; } = [];
    public string? Funding { get; init; }
    public string? Founded { get; init; }
    public string? Size { get; init; }

    /// <summary>What it belongs to, as the source calls it.</summary>
    public string? PartOf { get; init; }

    /// <summary>The structure of the same country that it belongs to, by its <see cref="Anchor"/>; null when that is none of them.</summary>
    public string? Parent { get; init; }

    public IReadOnlyList<Relation> WorksWith { get; init; } = [];

    /// <summary>That of its broadest level; the last of all when the source names none.</summary>
    public int Rank => Levels is [var broadest, ..] ? broadest.Rank : int.MaxValue;
}

/// <param name="Rank">Its place in the taxonomy, broadest first.</param>
public sealed record Level(int Rank, string Title);

/// <param name="With">The title of a structure of the same country, or somebody else.</param>
/// <param name="WhatFor">Null when the source does not say.</param>
/// <param name="Anchor">That of the structure; null for somebody else.</param>
public sealed record Relation(string With, string? WhatFor, string? Anchor);
