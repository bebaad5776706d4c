using Portal.Kernel.Search.Index;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>An index that an older program made is known as such, and one of this program is not taken for it.</summary>
public abstract class SearchFormContract(SearchPlace place) : SearchIndexTest(place)
{
    [Fact]
    public async Task IsStale_OfThisProgram_IsNot()
    {
        Assert.False(await Index.IsStaleAsync(Token));
        await IndexAsync(Document("a", "X", "prison"));
        Assert.False(await Index.IsStaleAsync(Token));
        await RemoveAsync("a");
        Assert.False(await Index.IsStaleAsync(Token));
    }

    [Fact]
    public async Task IsStale_OfAnotherForm_IsUntilItIsMadeAnew()
    {
        await IndexAsync(Document("a", "X", "prison"));
        await using (var older = await Database.WriteAsync(Token))
        {
            await older.ExecuteAsync("update search_state set form = @form", new { form = IndexForm.Current - 1 }, Token);
            await older.CommitAsync(Token);
        }

        // Changed by this program, most of it is still the older one's.
        await IndexAsync(Document("b", "X", "school"));
        Assert.True(await Index.IsStaleAsync(Token));
        await using (var session = await Database.WriteAsync(Token))
        {
            await Index.ClearAsync(session, Token);
            await Index.IndexAsync(session, Document("a", "X", "prison"), Token);
            await session.CommitAsync(Token);
        }

        Assert.False(await Index.IsStaleAsync(Token));
        Assert.Equal(["a"], await FoundAsync("prison"));
    }
}
