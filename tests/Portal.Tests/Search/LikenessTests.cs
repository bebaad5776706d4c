using Portal.Kernel.Search;
using Xunit;

namespace Portal.Tests.Search;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("prisn", "prison")]
    [InlineData("rpison", "prison")]
    [InlineData("yuoth", "youth")]
    [InlineData("scholl", "school")]
    [InlineData("exxit", "exit")]
    [InlineData("polise", "police")]
    [InlineData("saftey", "safety")]
    [InlineData("threatned", "threatened")]
    [InlineData("recidivsm", "recidivism")]
    [InlineData("councelling", "counselling")]
    [InlineData("coordiantoin", "coordination")]
    [InlineData("nintervention", "intervention")]
    public void Cost_OfASlip_IsSomething(string word, string near) => Assert.NotNull(Cost(word, near));

    // Each of these is nearer than two letters, and none is meant.
    [Theory]
    [InlineData("jail", "mail")]
    [InlineData("book", "look")]
    [InlineData("sect", "set")]
    [InlineData("gaming", "naming")]
    [InlineData("warden", "warn")]
    [InlineData("remand", "read")]
    [InlineData("weapon", "weaken")]
    [InlineData("greece", "green")]
    [InlineData("schule", "scale")]
    [InlineData("lehrer", "letter")]
    [InlineData("stalking", "talking")]
    [InlineData("antifa", "anti")]
    [InlineData("wont", "want")]
    [InlineData("anazi", "nazi")]
    [InlineData("isis", "sis")]
    public void Cost_OfAnotherWord_IsNone(string word, string near)
    {
        Assert.InRange(Spelling.Distance(word, near, 2), 1, 2);
        Assert.Null(Cost(word, near));
    }

    [Fact]
    public void Cost_FewerWrongLetters_ThenSlips()
        => Assert.Equal(["prefect", "prefer", "perfectly"], new[] { "perfectly", "prefer", "prefect" }.OrderBy(near => Cost("prefet", near) ?? int.MaxValue));

    private static int? Cost(string word, string near) => Likeness.Cost(word, near, Spelling.Distance(word, near, 2));
}
