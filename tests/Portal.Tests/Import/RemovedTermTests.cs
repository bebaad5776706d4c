using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;
using Portal.Kernel.Import;
using Xunit;

namespace Portal.Tests.Import;

/// <summary>A term may be taken out of its file when nobody uses it any more.</summary>
public sealed class RemovedTermTests : IAsyncLifetime
{
    private const string File = "taxonomies/topic.yml";

    private ImportSite _site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await ImportSite.StartAsync();
        Topics("work", "funding");
        await _site.WritePage("about/a.md", "topic: [work, funding]").WritePage("about/b.md", "topic: work").ImportCleanAsync();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Removed_WhileAnItemOfTheSiteUsesIt_IsAnErrorThatNamesBoth()
    {
        _site.Delete("about/a.md");
        Topics("work");
        foreach (var report in new[] { await _site.ImportAsync(checkOnly: true), await _site.ImportAsync() })
        {
            AssertRemoved(Assert.Single(report.Errors), "'funding'", "/about/a.");
        }

        Assert.Equal(1, await _site.CountAsync("content_term where term = 'funding'"));
    }

    [Fact]
    public async Task Removed_WhileFilesOfTheImportNameIt_IsAnErrorOfBothFiles()
    {
        Topics("work");
        var errors = (await _site.ImportAsync()).Errors;
        Assert.Equal(["about/a.md", File], errors.Select(error => error.File));
        Assert.Equal(4, errors[0].Line);
        AssertRemoved(errors[1], "'funding'", "/about/a.");
    }

    [Fact]
    public async Task Removed_WithAllItemsFiledElsewhere_IsFine()
    {
        Topics("work", "money");
        await _site.WritePage("about/a.md", "topic: [work, money]").ImportCleanAsync();
        Assert.Equal(0, await _site.CountAsync("content_term where term = 'funding'"));
        Assert.Equal(1, await _site.CountAsync("content_term where term = 'money'"));
    }

    [Fact]
    public async Task Removed_Unused_IsFine()
    {
        Topics("work", "funding", "spare");
        await _site.ImportCleanAsync();
        Topics("work", "funding");
        Assert.Equal(1, (await _site.ImportCleanAsync()).Updated);
    }

    [Fact]
    public async Task Removed_BroaderTermOfOneThatIsUsed_IsFine()
    {
        _site.Write(File, "title: Topic\nterms:\n  - slug: work\n    title: Work\n    terms:\n      - slug: team\n        title: Team\n  - slug: funding\n    title: Funding\n")
            .WritePage("about/a.md", "topic: [team, funding]").WritePage("about/b.md", "topic: team");
        await _site.ImportCleanAsync();
        Topics("team", "funding");
        await _site.ImportCleanAsync();
        Assert.Equal(2, await _site.CountAsync("content_term where term = 'team'"));
    }

    [Fact]
    public async Task Removed_UsedByMany_NamesThreeAndCountsTheRest()
    {
        foreach (var name in new[] { "c", "d", "e", "f" })
        {
            _site.WritePage($"about/{name}.md", "topic: funding");
        }

        await _site.ImportCleanAsync();
        foreach (var name in new[] { "a", "c", "d", "e", "f" })
        {
            _site.Delete($"about/{name}.md");
        }

        Topics("work");
        AssertRemoved(await _site.OneErrorAsync(), "/about/a, /about/c, /about/d and 2 more.", "'funding'");
    }

    [Fact]
    public async Task Removed_WhileADraftUsesIt_IsAnError()
    {
        var draft = (await _site.PublishedAsync("about/b"))!.Copy();
        draft.ContentItemVersionId = Ids.New();
        draft.Content["Classification"] = (await _site.PublishedAsync("about/a"))!.Content["Classification"]!.DeepClone();
        draft.Apply(new TitlePart { Title = "Being written" });
        await using (var session = await _site.Get<IDatabase>().WriteAsync(Token))
        {
            Assert.True((await _site.Get<ContentManager>().SaveDraftAsync(session, draft, Actor.System, Token)).Saved);
            await session.CommitAsync(Token);
        }

        Topics("work");
        AssertRemoved(await _site.WritePage("about/a.md", "topic: work").OneErrorAsync(), "'funding'", "/about/b.");
    }

    [Fact]
    public async Task Term_WithAnotherIdThanOnTheSite_IsAnErrorWhileItIsUsed()
    {
        _site.Write(File, "title: Topic\nterms: [{ slug: work, title: Work }, { slug: funding, title: Funding, id: 4tjpte7k37qhdsbv68yarf20hp }]\n");
        _site.Delete("about/a.md");
        AssertRemoved(await _site.OneErrorAsync(), "another id than on the site", "/about/a would lose it");
    }

    private static void AssertRemoved(ImportError error, params IEnumerable<string> said)
    {
        Assert.Equal((File, 2, "terms"), (error.File, error.Line, error.Field));
        Assert.All(said, words => Assert.Contains(words, error.Message, StringComparison.Ordinal));
    }

    private void Topics(params IEnumerable<string> slugs)
        => _site.Write(File, $"title: Topic\nterms: [{string.Join(", ", slugs.Select(slug => $"{{ slug: {slug}, title: {slug} }}"))}]\n");
}
