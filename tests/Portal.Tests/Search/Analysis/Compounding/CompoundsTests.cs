using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Analysis.Compounding;
using Xunit;

namespace Portal.Tests.Search.Analysis.Compounding;

public sealed class CompoundsTests
{
    private const string German = """
        Fall Konferenz Fallkonferenz Fallkonferenzen Konferenzraum Raum Ausstieg Begleitung Ausstiegsbegleitung Ausstiegsbegleiter Radikalisierung Prävention
        Radikalisierungsprävention Präventionsarbeit Arbeit Sozial Arbeiter Sozialarbeiter Sozialarbeiterin Mitarbeit mit Schule Schularbeit Schulsozialarbeiter Jugend
        Amt Jugendamt Jugendämter Referat Rat Kinder Kinderschutzkonferenz Schutz Überfall über Gefallen Hilfe Jugendhilfeplanung Planung Extremismus
        Extremismuspräventionsstelle Stelle
        """;

    private const string Dutch = """
        veiligheid huis Veiligheidshuis Veiligheidshuizen huizen informatie uitwisseling informatieuitwisseling gezin ondersteuning gezinsondersteuning jeugd zorg jeugdzorg
        jeugdzorginstelling instelling persoon gericht persoonsgerichte aanpak persoonsgerichteaanpak de radicalisering deradicalisering
        """;

    [Theory]
    [InlineData("de", German, "konferenz", "fallkonferenz fallkonferenzen kinderschutzkonferenz konferenzraum")]
    [InlineData("de", German, "konferenzen", "fallkonferenz fallkonferenzen kinderschutzkonferenz konferenzraum")]
    [InlineData("de", German, "pravention", "extremismuspraventionsstelle praventionsarbeit radikalisierungspravention")]
    [InlineData("de", German, "radikalisierung", "radikalisierungspravention")]
    [InlineData("de", German, "arbeiter", "praventionsarbeit schularbeit schulsozialarbeiter sozialarbeiter")]
    [InlineData("de", German, "begleitung", "ausstiegsbegleiter ausstiegsbegleitung")]
    [InlineData("de", German, "amt", "jugendamt jugendamter")]
    [InlineData("de", German, "schule", "schularbeit schulsozialarbeiter")]
    [InlineData("de", German, "hilfe", "jugendhilfeplanung")]
    [InlineData("de", German, "rat", "")]
    [InlineData("de", German, "fall", "fallkonferenz fallkonferenzen")]
    [InlineData("de", German, "mit", "")]
    [InlineData("de-AT", German, "raum", "konferenzraum")]
    [InlineData("nl", Dutch, "huis", "veiligheidshuis")]
    [InlineData("nl", Dutch, "huizen", "veiligheidshuizen")]
    [InlineData("nl", Dutch, "veiligheid", "veiligheidshuis veiligheidshuizen")]
    [InlineData("nl", Dutch, "uitwisseling", "informatieuitwisseling")]
    [InlineData("nl", Dutch, "ondersteuning", "gezinsondersteuning")]
    [InlineData("nl", Dutch, "gezin", "gezinsondersteuning")]
    [InlineData("nl", Dutch, "zorg", "jeugdzorg jeugdzorginstelling")]
    [InlineData("nl", Dutch, "radicalisering", "")]
    [InlineData("nl", "radicalisering radicaliserende ende", "radicalisering", "")]
    [InlineData("da", "forebyggelse forebyg else gelse", "forebyggelse", "")]
    [InlineData("sv", "våld våldsförebyggande förebyggande skola skolsocionom socionom", "vald", "valdsforebyggande")]
    [InlineData("sv", "våld våldsförebyggande förebyggande skola skolsocionom socionom", "skola", "skolsocionom")]
    [InlineData("da", "radikalisering forebyggelse radikaliseringsforebyggelse", "forebyggelse", "radikaliseringsforebyggelse")]
    [InlineData("nb", "ungdom arbeider ungdomsarbeidere arbeid", "ungdom", "ungdomsarbeidere")]
    [InlineData("en", "case case conference caseconference", "conference", "")]
    [InlineData("fr", "café caféthéâtre théâtre", "cafe", "")]
    public void Containing_Word_GivesItsCompounds(string language, string words, string word, string expected)
        => Assert.Equal(expected, string.Join(' ', Compounds.Containing(word, language, new Words(words)).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("de", German, "fallkonferenz", "fall konferenz")]
    [InlineData("de", German, "ausstiegsbegleitung", "ausstieg begleitung")]
    [InlineData("de", German, "radikalisierungspravention", "radikalisierung pravention")]
    [InlineData("de", German, "sozialarbeiters", "sozial arbeiters")]
    [InlineData("de", German, "schulkonferenzen", "schule konferenzen")]
    [InlineData("de", German, "jugendschutzkonferenz", "jugend schutz konferenz")]
    [InlineData("de", German, "konferenz", "")]
    [InlineData("de", German, "mitarbeit", "")]
    [InlineData("de", German, "konferenzxyz", "")]
    [InlineData("de", German, "", "")]
    [InlineData("nl", Dutch, "veiligheidshuis", "veiligheid huis")]
    [InlineData("nl", Dutch, "gezinsondersteuning", "gezin ondersteuning")]
    [InlineData("nl", Dutch, "informatieuitwisseling", "informatie uitwisseling")]
    [InlineData("nl", "radicale ise ring radicalisering", "radicalisering", "")]
    [InlineData("da", "forebygge else", "forebyggelse", "")]
    [InlineData("en", "case conference", "caseconference", "")]
    public void PartsOf_Compound_GivesKnownWords(string language, string words, string word, string expected)
        => Assert.Equal(expected, string.Join(' ', Compounds.PartsOf(word, language, new Words(words))));

    [Fact]
    public void Containing_VeryCommonWord_IsBounded()
    {
        var many = string.Join(' ', Enumerable.Range(0, 700).Select(number => $"wort{(char)('a' + (number / 26))}{(char)('a' + (number % 26))} wort{(char)('a' + (number / 26))}{(char)('a' + (number % 26))}amt"));
        Assert.Equal(Compounds.MaxFound, Compounds.Containing("amt", "de", new Words(many + " amt")).Count);
    }

    /// <summary>However a word is made, taking it apart ends soon.</summary>
    [Fact]
    public void PartsOf_LongestWordOfManyParts_IsQuick()
    {
        var words = new Words("ses sese ene nen ens ese sen esen");
        var word = string.Concat(Enumerable.Repeat("sene", Folding.MaxLength / 4));
        Compounds.PartsOf(word, "de", words);
        Assert.True(words.Asked < 5000, $"{words.Asked} look-ups");
    }

    private sealed class Words(string text) : IVocabulary
    {
        private readonly HashSet<string> _words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Folding.Fold(word))];

        public int Asked { get; private set; }

        public bool Has(string word)
        {
            Asked++;
            return _words.Contains(word);
        }

        public IReadOnlyList<string> BeginningWith(string text, int most) => [.. _words.Where(word => word.StartsWith(text, StringComparison.Ordinal)).Take(most)];

        public IReadOnlyList<string> Containing(string text, int most) => [.. _words.Where(word => word.Contains(text, StringComparison.Ordinal)).Take(most)];
    }
}
