using Portal.Benchmarks.Judged;
using Xunit;

namespace Portal.Tests.Benchmarks;

public sealed class OwnJudgementsTests
{
    private static readonly OwnJudgements Judgements = new(
        new Judgements(new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal)
        {
            ["7"] = new(StringComparer.Ordinal)
            {
                ["/a#first"] = 3, ["/a"] = 2,
                ["/b#first"] = 3, ["/b#second"] = 1,
                ["/c#first"] = 1,
                ["/d#none"] = 0,
                ["/standards/e#clause-1"] = 3,
            },
        }),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["/standards/e#clause-1"] = "/standards/e#4abc" });

    [Theory]
    [InlineData("/a#first", 3, "its exact address")]
    [InlineData("/a#other", 2, "its path")]
    [InlineData("/b#second", 1, "its exact address, although another section is better")]
    [InlineData("/b#other", 2, "one less than the best section")]
    [InlineData("/b", 2, "one less than the best section")]
    [InlineData("/c#other", 1, "at least 1")]
    [InlineData("/d#other", 0, "nothing of the item is relevant")]
    [InlineData("/standards/e#4abc", 3, "the address as judged")]
    [InlineData("/unknown", 0, "not judged")]
    public void Grade_ExactThenPathThenOneLessThanTheBest(string address, int expected, string why)
        => Assert.True(Judgements.Grade("7", address) == expected, why);

    [Fact]
    public void Items_EachOnceWithItsBestGrade()
        => Assert.Equal(
            [("/a", 3), ("/b", 3), ("/c", 1), ("/d", 0), ("/standards/e", 3)],
            Judgements.Items("7").Select(item => (item.Key, item.Value)).Order());

    [Fact]
    public void Missing_NamesJudgedAddressesThatAreNotThere_AsJudged()
        => Assert.Equal(
            ["/b#second", "/standards/e#clause-1"],
            Judgements.Missing(new HashSet<string>(["/a", "/a#first", "/b#first", "/c#first", "/d#none"], StringComparer.Ordinal)));
}
