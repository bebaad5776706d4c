using Portal.Kernel.Audit;
using Portal.Kernel.Import;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Countries;

/// <summary>The application with three country models of its own, of countries that the real content has none of.</summary>
public sealed class CountriesSite : IAsyncLifetime
{
    private const string Malta = """
        ---
        type: CountryModel
        title: Malta
        summary: Two islands, one council.
        asOf: "2018"
        setting: [open]
        sector: [police, health]
        ideology: [any]
        country: [mt]
        strengths:
          - "=HYPERLINK(\"http://example.org\")"
        challenges: [Few people do many things.]
        structures:
          - title: National council
            level: [national]
            workingType: [decision-making]
            lead: Ministry of the Interior
            coreMembers: [Police, Health service]
            adHocMembers: [Schools]
            legalBasis: A law of 2016.
            procedure:
              - The council hears of a person.
              - It decides who helps.
          - title: "National council: secretariat"
            level: [national]
            partOf: National council
            worksWith:
              - "National council: prepares its meetings"
              - "Fishermen's union: asks what they see"
          - title: Harbour team
            level: [local]
            worksWith:
              - "national council: secretariat: sends reports"
              - Fishermen's union
        practices: [/practices/harbour-walks]
        sources: [/sources/multi-agency-working-models]
        ---

        ## What the islands share

        Everybody knows everybody.

        ## Harbour team

        It walks.
        """;

    private const string Cyprus = """
        ---
        type: CountryModel
        title: Cyprus
        summary: A committee in every district.
        asOf: "2018"
        setting: [open, online]
        country: [cy]
        structures:
          - title: District committees
            level: [regional]
            coreMembers: [Police]
        ---
        """;

    private const string Portugal = """
        ---
        type: CountryModel
        title: Portugal
        summary: Not much is written about it.
        country: [pt]
        ---
        """;

    public PortalApplication App { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        App = await PortalApplication.StartAsync();
        await ImportAsync(
            ("country-models/malta.md", Malta),
            ("country-models/cyprus.md", Cyprus),
            ("country-models/portugal.md", Portugal),
            ("country-models/notes.md", "---\ntype: Page\ntitle: Notes\n---\n\nA page that stands here.\n"),
            ("practices/harbour-walks.md", "---\ntype: Practice\ntitle: Harbour walks\nsummary: Walking.\nevaluation: Asked once.\ncountry: [mt]\n---\n"),
            Practice("boat-school", "Boat school", "mt"),
            Practice("northern-lights", "Northern lights", "ee"),
            ("organisations/saint-elmo.md", "---\ntype: Organisation\ntitle: Saint Elmo\nsummary: Helps sailors.\ncountry: [mt]\n---\n"),
            ("recommendations/look-at-malta.md", "---\ntype: Recommendation\ntitle: Look at Malta\nsummary: It is small.\nrelated: [/country-models/malta]\n---\n"));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public static (string Name, string Text) Practice(string slug, string title, string country)
        => ($"practices/{slug}.md", $"---\ntype: Practice\ntitle: {title}\nsummary: About {title}.\ncountry: [{country}]\n---\n");

    /// <summary>Adds to the site as the command does.</summary>
    public async Task ImportAsync(params (string Name, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, text) in files)
        {
            folder.Write(name, text);
        }

        await App.ChangeAsync(async session =>
            Assert.Empty((await App.Get<ContentFolderImport>().RunAsync(session, folder.Path, new ImportOptions(Actor.System), Token)).Errors.Select(error => error.ToString())));
    }
}
