using System.Text.RegularExpressions;

namespace Portal.Kernel.Search.Analysis.Stemming.Germanic;

/// <summary>
/// One spelling for the endings on which British and American English differ. It need not be a right one, only the same for both: 'size' becomes 'sise' in
/// texts and queries alike.
/// </summary>
internal static partial class EnglishSpelling
{
    public static string Unify(string word)
        => word.Length < 6 ? word
            : word.Contains('z', StringComparison.Ordinal) ? AmericanVerb.Replace(word, "$1s$2")
            : word.Contains("our", StringComparison.Ordinal) ? BritishNoun.Replace(word, "or$1")
            : word;

    [GeneratedRegex("([iy])z(e|ed|er|ers|es|ing|ation|ations|ational)$")]
    private static partial Regex AmericanVerb { get; }

    [GeneratedRegex("(?<=...)our(s|ed|ing|al|ally|able|hood|hoods)?$")]
    private static partial Regex BritishNoun { get; }
}
