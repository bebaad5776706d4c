using Portal.Testing;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>The words by which people of other countries look for what the content says in English: synonyms of the glossary and of the taxonomies' terms.</summary>
public sealed class OtherLanguagesTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("Allemagne", "/country-models/germany")]
    [InlineData("Duitsland", "/country-models/germany")]
    [InlineData("Alankomaat", "/country-models/netherlands")]
    [InlineData("Pays-Bas", "/country-models/netherlands")]
    [InlineData("Dänemark", "/country-models/denmark")]
    [InlineData("Royaume-Uni", "/country-models/united-kingdom")]
    [InlineData("Britain", "/country-models/united-kingdom")]
    [InlineData("Fallkonferenz", "/glossary/case-conference")]
    [InlineData("casusoverleg", "/glossary/case-conference")]
    [InlineData("secret professionnel", "/glossary/professional-secrecy")]
    [InlineData("tystnadsplikt", "/glossary/professional-secrecy")]
    [InlineData("veiligheidshuis", "/glossary/safety-house")]
    [InlineData("reclassering", "/glossary/probation")]
    [InlineData("motivoiva haastattelu", "/glossary/motivational-interviewing")]
    [InlineData("herstelrecht", "/approaches/restorative-justice")]
    [InlineData("DSGVO", "/glossary/general-data-protection-regulation")]
    public async Task Search_AWordOfAnotherLanguage_FindsItsPageAmongTheFirst(string query, string path)
    {
        var hits = (await site.App.JsonAsync("/api/v1/search?size=3&q=" + Uri.EscapeDataString(query)))["hits"]!.AsArray();
        Assert.Contains(path, hits.Select(hit => hit!["url"]!.GetValue<string>().Split('#')[0]));
    }

    // Another notion: a religion, a country within one, a word that only has its beginning in common.
    [Theory]
    [InlineData("islam")]
    [InlineData("Scotland")]
    [InlineData("policy")]
    [InlineData("island life")]
    [InlineData("pupil")]
    public async Task Search_AWordThatMeansSomethingElse_StaysAsTyped(string query)
        => Assert.Empty((await site.App.JsonAsync("/api/v1/search?q=" + Uri.EscapeDataString(query)))["alsoSearched"]!.AsArray());
}
