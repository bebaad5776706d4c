using Portal.Kernel.Search;
using Portal.Kernel.Search.Queries;
using Xunit;

namespace Portal.Tests.Search.Queries;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("prison work", "prison work")]
    [InlineData("+prison -work !police", "+prison -work -police")]
    [InlineData("prison NOT work", "prison -work")]
    [InlineData("prison AND work && police", "prison work police")]
    [InlineData("prison OR police work", "(prison|police) work")]
    [InlineData("prison | police || school", "(prison|police|school)")]
    [InlineData("\"exit work\" of prison", "\"exit work\" prison")]
    [InlineData("“exit work”", "\"exit work\"")]
    [InlineData("-\"exit work\" prison", "-\"exit work\" prison")]
    [InlineData("\"exit work", "\"exit work\"")]
    [InlineData("\"prison\"", "prison")]
    [InlineData("\"\" prison \"", "prison")]
    [InlineData("multi-agency", "multi-agency")]
    [InlineData("prison,police", "prison police")]
    [InlineData("how do I share it", "share")]
    [InlineData("to be or not to be", "to be or not")]
    [InlineData("+the prison", "+the prison")]
    [InlineData("OR", "OR")]
    [InlineData("NOT AND", "NOT AND")]
    [InlineData("prison OR", "prison")]
    [InlineData("OR prison", "prison")]
    [InlineData("-prison", "-prison")]
    [InlineData("- prison -- +", "prison")]
    [InlineData("(prison) NEAR(police)", "prison NEAR police")]
    [InlineData("title\\:prison", "title prison")]
    [InlineData("\0prison\u0001work", "prison work")]
    [InlineData("*:\"^(){}[]~\\", "")]
    [InlineData("😀 \uD800 \uDC00 \u202E", "")]
    [InlineData("", "")]
    public void Parse_Text_IsUnderstood(string text, string expected)
        => Assert.Equal(expected, string.Join(' ', QueryParser.Parse(text).Clauses.Select(QueryWriting.Write)));

    [Fact]
    public void Parse_MoreThanItTakes_IsCut()
    {
        Assert.Equal(QueryParser.MaxTerms, QueryParser.Parse(string.Join(' ', Enumerable.Range(100, 200))).Terms.Count);
        Assert.Equal(QueryParser.MaxLength, QueryParser.Parse(new string('x', 10_000)).Text.Length);
        var cutInAPair = QueryParser.Parse(new string('x', QueryParser.MaxLength - 1) + "😀");
        Assert.Equal(QueryParser.MaxLength - 1, cutInAPair.Text.Length);
    }

    [Fact]
    public void Parse_Terms_StandWhereTheTextHasThem()
    {
        var query = QueryParser.Parse("  +Prison, \"Exit work\" multi-agency");
        Assert.All(query.Terms, term => Assert.Equal(term.Text, query.Text.Substring(term.Start, term.Text.Length)));
        Assert.Equal(3, query.Terms.Count);
    }

    [Fact]
    public void Parse_Synonyms_AreAddedToTheWordsOfTheWordingOnly()
    {
        var synonyms = new Synonyms([["CSO", "civil society organisation"], ["exit", "disengagement"]]);
        var query = QueryParser.Parse("civil society organisations police exit", synonyms);
        Assert.Equal(["CSO", "disengagement"], query.AlsoSearched);
        Assert.Equal([true, true, true, false, false], query.Terms.Select(term => term.Alternatives.Contains("cso")));
        Assert.Empty(QueryParser.Parse("civil society", synonyms).AlsoSearched);
        Assert.Empty(QueryParser.Parse("\"civil society organisation\" -exit", synonyms).AlsoSearched);
        Assert.Equal(["civil society organisation"], QueryParser.Parse("cso OR police", synonyms).AlsoSearched);
    }

    [Theory]
    [InlineData("CSO", "NGO")]
    [InlineData("CSOs", "NGO")]
    [InlineData("ngos", "CSO")]
    [InlineData("title:CSOs", "NGO")]
    [InlineData("prison OR (CSO AND work)", "NGO")]
    [InlineData("+(police CSO)", "NGO")]
    [InlineData("title:(family talks)", "family conference")]
    [InlineData("police family talk^2", "family conference")]
    [InlineData("family title:talk", "")]
    [InlineData("\"family talks\"~2", "")]
    [InlineData("CSO* cso~ -ngo", "")]
    [InlineData("family OR talk", "")]
    public void Parse_Synonyms_AreAddedInGroupsAndFieldsNotInPhrases(string text, string added)
    {
        var query = QueryParser.Parse(text, new QueryContext { Synonyms = new Synonyms([["CSO", "NGO"], ["family talk", "family conference"]]) });
        Assert.Equal(added.Length == 0 ? [] : [added], query.AlsoSearched);
        Assert.Equal(added.Length > 0, query.Terms.Any(term => term.Others.Count > 0));
    }

    [Fact]
    public void Parse_AnAbbreviation_IsFoundInItsPluralToo()
    {
        var synonyms = new Synonyms([["FTF", "foreign terrorist fighter"]]);
        Assert.Contains("ftfs", QueryParser.Parse("FTF", synonyms).Terms[0].Alternatives);
        Assert.Contains("ftf", QueryParser.Parse("FTFs", synonyms).Terms[0].Alternatives);
        Assert.Contains("ftfs", QueryParser.Parse("foreign terrorist fighters", synonyms).Terms[0].Alternatives);
        Assert.DoesNotContain("ftfs", QueryParser.Parse("FTF").Terms[0].Alternatives);
    }
}
