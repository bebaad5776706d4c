namespace Portal.Kernel.Search.Queries;

internal enum LexemeKind
{
    /// <summary>A run without gaps.</summary>
    Words,

    /// <summary>What stands in quotation marks.</summary>
    Phrase,

    /// <summary>What stands in brackets after <c>year:</c>, with them.</summary>
    Range,

    /// <summary>A field's name; its colon follows.</summary>
    Field,

    /// <summary>A parenthesis that has its fellow.</summary>
    Open,
    Close,
    And,
    Or,
    Not,
}

/// <summary>A stretch of a query's text with what it is there.</summary>
internal sealed record Lexeme(LexemeKind Kind, int Start, int Length)
{
    /// <summary>What a plus or minus before it says.</summary>
    public Occur? Sign { get; init; }

    public QueryField? Field { get; init; }

    /// <summary>What follows a phrase or a closing parenthesis.</summary>
    public Suffix Suffix { get; init; }

    public int End => Start + Length;
}
