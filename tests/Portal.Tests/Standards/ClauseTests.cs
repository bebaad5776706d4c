using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Items;
using Portal.Modules.Standards;
using Xunit;

namespace Portal.Tests.Standards;

public sealed class ClauseTests
{
    [Theory]
    [InlineData("1.1", "clause-1-1")]
    [InlineData("12", "clause-12")]
    [InlineData("A.2 b", "clause-a-2-b")]
    [InlineData("", "clause-1")]
    public void Anchor_OfAClause_IsItsNumber(string number, string anchor) => Assert.Equal(anchor, Assert.Single(Clause.Of(Standard(number))).Anchor);

    [Fact]
    public void Anchors_OfOneNumberTwice_Differ() => Assert.Equal(["clause-1-1", "clause-1-1-at-2"], Clause.Of(Standard("1.1", "1.1")).Select(clause => clause.Anchor));

    private static ItemView Standard(params string[] numbers) => new()
    {
        Article = null!,
        TypeName = "Standard",
        Groups = [new PlainGroup("Clauses", "Clauses", 2, [.. numbers.Select(number => new PlainInner(null, "Title", 3, [new PlainField("Number", "Number") { Text = number }], "", []))])],
    };
}
