namespace Portal.Kernel.Search.Analysis.Stemming.Germanic;

/// <summary>
/// Snowball leaves Dutch plurals as they are spelt: 'gezinn' of 'gezinnen', 'huiz' of 'huizen'. No Dutch word ends in a doubled consonant, v or z, so that a stem
/// which does is the singular's.
/// </summary>
internal static class DutchSpelling
{
    public static string StemAnyNumber(string word)
    {
        var stem = DutchStemmer.Stem(word);
        return stem.Length < 4 ? stem
            : stem[^1] == stem[^2] && !"aeiou".Contains(stem[^1]) ? stem[..^1]
            : stem[^1] == 'v' ? stem[..^1] + 'f'
            : stem[^1] == 'z' ? stem[..^1] + 's'
            : stem;
    }
}
