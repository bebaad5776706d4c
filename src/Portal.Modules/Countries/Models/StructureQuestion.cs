namespace Portal.Modules.Countries.Models;

/// <summary>What is asked of every structure, on a country's page and in a comparison, in the order that it is asked.</summary>
/// <param name="Title">As on the screen.</param>
/// <param name="Answers">None when the source does not say.</param>
/// <param name="IsChoice">Whether the answers are of a closed list, so that equal ones mean the same.</param>
public sealed record StructureQuestion(string Title, Func<Structure, IReadOnlyList<string>> Answers, bool IsChoice = false)
{
    public const string ProcedureTitle = "Procedure";

    public static readonly IReadOnlyList<StructureQuestion> All =
    [
        new("Level", structure => [.. structure.Levels.Select(level => level.Title)], IsChoice: true),
        new("Type of multi-agency working", structure => structure.WorkingTypes, IsChoice: true),
        new("Part of", structure => One(structure.PartOf)),
        new("Lead", structure => One(structure.Lead)),
        new("Core members", structure => structure.CoreMembers),
        new("Ad hoc members", structure => structure.AdHocMembers),
        new("Target group", structure => One(structure.TargetGroup)),
        new("Ideology", structure => One(structure.IdeologyScope)),
        new("Legal basis", structure => One(structure.LegalBasis)),
        new("Information sharing", structure => One(structure.InformationSharing)),
        new(ProcedureTitle, structure => structure.Procedure),
        new("Works with", structure => [.. structure.WorksWith.Select(relation => relation.WhatFor is { } whatFor ? $"{relation.With}: {whatFor}" : relation.With)]),
        new("Funding", structure => One(structure.Funding)),
        new("Founded", structure => One(structure.Founded)),
        new("Size", structure => One(structure.Size)),
    ];

    private static IReadOnlyList<string> One(string? text) => text is null ? [] : [text];
}
