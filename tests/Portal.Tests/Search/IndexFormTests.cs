using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Index;
using Xunit;

namespace Portal.Tests.Search;

public sealed class IndexFormTests
{
    private const string Joined = "multi-agency l'école O'Brien's don't U.S. 1,000 3.5 18.05.2024 covid-19 Type-D type-de § 15 日本国憲法 ภาษา P/CVE H&SC non\u2011violent a-b-c-d-e Straße cœur İstanbul";

    private const string Markdown = "Before *it*.\n\n## One\n\nA [b](/c).\n\n- d\n- e\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n## Two\n\n### Three\n\n::: warning\nf\n:::\n\n## Read more\n\n- [g](/h)\n";

    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal)
    {
        ["danish"] = "da",
        ["dutch"] = "nl",
        ["english"] = "en",
        ["finnish"] = "fi",
        ["french"] = "fr",
        ["german"] = "de",
        ["italian"] = "it",
        ["norwegian"] = "no",
        ["portuguese"] = "pt",
        ["spanish"] = "es",
        ["swedish"] = "sv",
    };

    /// <summary>What other kinds of change mean for an index, nobody but who makes them knows. When this fails, the words or the sections of texts have changed: raise <see cref="IndexForm.Current"/>, or sites that are there go on with the old words; then write what is printed here.</summary>
    [Fact]
    public void Current_IsRaisedWithTheAnalysis() => Assert.Equal("1 5a8af09ee17c4033", $"{IndexForm.Current} {Fingerprint()}");

    private static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, code) in Languages.OrderBy(language => language.Key, StringComparer.Ordinal))
        {
            var words = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Search", "Analysis", "Stems", $"{name}.txt")).Select(line => line.Split(' ', '\t')[0]);
            foreach (var token in TextAnalyzer.For(code).Analyze($"{Joined} {string.Join(' ', words)}"))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{token.Position}/{token.Parts} {token.Word.Folded} {token.Word.Term}\n")));
            }
        }

        foreach (var section in SectionReader.Read(Markdown))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{section.Anchor} {section.Heading} {section.Text}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
