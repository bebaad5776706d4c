namespace Portal.Kernel.Search.Analysis;

/// <summary>
/// A word where it stands in a text. A compound ('multi-agency', 'l’école') is a token of several <paramref name="Parts"/>, followed by those parts as tokens of their
/// own; it shares the <paramref name="Position"/> of the first. Positions count the parts, so that phrases run through compounds.
/// In scripts without gaps between words a token is two letters, and tokens overlap by one.
/// </summary>
/// <param name="Start">In UTF-16 units of the original text, like <paramref name="Length"/>.</param>
public readonly record struct Token(int Position, int Parts, int Start, int Length, Word Word)
{
    public int End => Start + Length;
}

/// <summary>A word as the index knows it: letters and digits only.</summary>
/// <param name="Folded">Lower case without accents, unstemmed; what vocabulary and suggestions are made of.</param>
/// <param name="Term">The stem; what is matched.</param>
/// <param name="IsStop">Whether it is so common that a query does better without it.</param>
public sealed record Word(string Folded, string Term, bool IsStop);
