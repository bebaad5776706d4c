using Portal.Kernel.Search;
using Portal.Kernel.Search.Queries;
using Xunit;

namespace Portal.Tests.Search.Queries;

/// <summary>Lucene's classic syntax, as far as people use it.</summary>
public sealed class QuerySyntaxTests
{
    [Theory]
    [InlineData("a* AND b* OR c*", "((+a< +b<)|c<)")]
    [InlineData("prison AND work OR school police", "((+prison +work)|school) police")]
    [InlineData("prison OR work AND NOT school", "(prison|(+work -school))")]
    [InlineData("(prison OR work) AND (school OR police)", "(prison|work) (school|police)")]
    [InlineData("(prison work) OR school", "((+prison +work)|school)")]
    [InlineData("(prison (work (school OR police)))", "prison work (school|police)")]
    [InlineData("prison OR (work OR school)", "(prison|work|school)")]
    [InlineData("+(prison work) school", "+prison +work school")]
    [InlineData("+(prison OR work) school", "+(prison|work) school")]
    [InlineData("-(prison work) school", "-prison -work school")]
    [InlineData("NOT (prison AND work) school", "-(+prison +work) school")]
    [InlineData("NOT (prison OR work) school", "-(prison|work) school")]
    [InlineData("-(prison -work) school", "-(+prison -work) school")]
    [InlineData("+prison OR work", "+(prison|work)")]
    [InlineData("prison OR -work", "prison -work")]
    [InlineData("prison OR (-work -school)", "prison -work -school")]
    [InlineData("prison && !work || school", "((+prison -work)|school)")]
    [InlineData("prison OR the AND work", "(prison|(+work))")]
    [InlineData("prison OR AND work", "(prison|work)")]
    [InlineData("prison AND OR NOT work", "prison -work")]
    [InlineData("(prison OR) work", "prison work")]
    [InlineData("(OR prison) AND", "prison")]
    [InlineData("prison OR work,school", "(prison|(+work +school))")]
    public void Parse_Operators_BindAsPeopleExpect(string text, string expected) => Assert.Equal(expected, QueryWriting.Written(text));

    [Theory]
    [InlineData("\"prison work\"~5", "\"prison work\"~5")]
    [InlineData("\"prison work\"~5^3 school", "\"prison work\"~5^3 school")]
    [InlineData("\"prison work\"^3~5", "\"prison work\"~5^3")]
    [InlineData("“prison work”~2", "\"prison work\"~2")]
    [InlineData("\"prison work\"~", "\"prison work\"")]
    [InlineData("\"prison work\"~999999999", "\"prison work\"~100")]
    [InlineData("prison^2 work^0.5", "prison^2 work^0.5")]
    [InlineData("prison^2.", "prison^2")]
    [InlineData("prison^1000 work^0", "prison^100 work^0.01")]
    [InlineData("(prison OR work)^2 school", "(prison^2|work^2) school")]
    [InlineData("(prison work^3)^2", "prison^2 work^6")]
    [InlineData("prison^x", "prison x")]
    public void Parse_SlopAndBoost_AreRead(string text, string expected) => Assert.Equal(expected, QueryWriting.Written(text));

    [Theory]
    [InlineData("mentor*", "mentor<")]
    [InlineData("Réint*", "reint<")]
    [InlineData("multi-ag*", "multiag<")]
    [InlineData("mentor*,", "mentor<")]
    [InlineData("'mentor*'", "mentor<")]
    [InlineData("wom?n", "wom?n%")]
    [InlineData("te*t te**t*", "te*t% te*t*%")]
    [InlineData("-mentor* prison", "-mentor< prison")]
    [InlineData("mentor*^2", "mentor<^2")]
    [InlineData("what is exit work?", "exit work")]
    [InlineData("prison?? work?!", "prison work")]
    [InlineData("radicalisatoin~", "radicalisatoin~2")]
    [InlineData("radicalisatoin~1 radicalisatoin~9 deradicalisatoin~0.8", "radicalisatoin~1 radicalisatoin~2 deradicalisatoin~2")]
    [InlineData("exit~ cve~2 cve~0 x~", "exit~1 cve~1 cve x")]
    [InlineData("work~? Préventoin~", "work~1 preventoin~2")]
    [InlineData("work~^2 exit^2~1", "work~1^2 exit~1^2")]
    [InlineData("foo~bar ~exit work ~ 5", "foo bar exit work 5")]
    public void Parse_Patterns_AreFoldedAndBounded(string text, string expected) => Assert.Equal(expected, QueryWriting.Written(text));

    [Theory]
    [InlineData("title:prison work", "Title:prison work")]
    [InlineData("Title: prison", "Title:prison")]
    [InlineData("title:\"exit work\"", "Title:\"exit work\"")]
    [InlineData("title:(prison OR work) school", "(Title:prison|Title:work) school")]
    [InlineData("title:(prison text:work)", "Title:prison Body:work")]
    [InlineData("heading:work body:prison text:police", "Heading:work Body:prison Body:police")]
    [InlineData("-title:prison +heading:work", "-Title:prison +Heading:work")]
    [InlineData("title:pris* title:prizon~", "Title:pris< Title:prizon~2")]
    [InlineData("title:the prison", "Title:the prison")]
    [InlineData("the title:prison", "Title:prison")]
    [InlineData("title:(the history of prison)", "Title:history Title:prison")]
    [InlineData("title:(to be)", "Title:to Title:be")]
    [InlineData("prison OR (the AND title:work)", "(prison|(+Title:work))")]
    [InlineData("title:", "title")]
    [InlineData("(title:) prison", "title prison")]
    [InlineData("title:OR prison", "Title:OR prison")]
    [InlineData("title:title:prison", "title Title:prison")]
    [InlineData("subtitle:prison", "subtitle prison")]
    [InlineData("title : prison", "title prison")]
    [InlineData("title\\:prison", "title prison")]
    public void Parse_TextFields_RestrictTheirWords(string text, string expected) => Assert.Equal(expected, QueryWriting.Written(text));

    [Theory]
    [InlineData("site: https://example.org/a?b=c", "site https example.org/a b c")]
    [InlineData("12:30 10:00-12:00", "12 30 10 00-12 00")]
    [InlineData("C:\\temp\\prison (x86)", "C temp prison x86")]
    [InlineData("e-mail: x", "e-mail x")]
    [InlineData("Re: prison - work", "Re prison work")]
    [InlineData("P/CVE H&SC § 15 §16", "P/CVE H&SC § 15 16")]
    [InlineData(":-) prison :( work ;-P (", "prison work P")]
    [InlineData("select * from prison where work = 'x'; --", "select prison work x")]
    [InlineData("^[a-z]+prison(work|school)$", "a-z prison work school")]
    [InlineData("prison) (work", "prison work")]
    [InlineData("5\" pipe", "5 pipe")]
    [InlineData("\"prison work\"-school", "\"prison work\" school")]
    [InlineData("\\\"prison work\\\"", "prison work")]
    [InlineData("\\(prison OR\\) work", "prison work")]
    [InlineData("*prison **work** *", "prison work")]
    [InlineData("a**b^~^~5 ~^", "b 5")]
    public void Parse_WhatIsNoSyntax_IsWords(string text, string expected) => Assert.Equal(expected, QueryWriting.Written(text));

    [Theory]
    [InlineData("country:atlantis", "There is no country called ‘atlantis’ here")]
    [InlineData("year:soon", "‘soon’ is not a year")]
    [InlineData("title:", "Nothing stands after ‘title:’")]
    [InlineData("prison (country:)", "Nothing stands after ‘country:’")]
    [InlineData("year:[2020 TO 2016]", "taken as 2016 to 2020")]
    [InlineData("year:2020-2016", "taken as 2016 to 2020")]
    [InlineData("*prison", "‘*prison’ was searched as a plain word")]
    [InlineData("((((((((((prison))))))))))", "Parentheses are read 8 deep")]
    public void Parse_WhatWasNotSearchedAsTyped_IsSaid(string text, string expected)
        => Assert.Contains(expected, Assert.Single(QueryParser.Parse(text, QueryWriting.Context).Notes), StringComparison.Ordinal);

    [Theory]
    [InlineData("prison Prison PRISON work prison", "prison work")]
    [InlineData("prison prison^2 prison^2", "prison prison^2")]
    [InlineData("prison +prison", "+prison")]
    [InlineData("prison -prison -prison", "prison -prison")]
    [InlineData("prison OR work OR prison", "(prison|work)")]
    [InlineData("prison OR prison", "prison")]
    [InlineData("(prison OR work) (prison OR work)", "(prison|work)")]
    [InlineData("(prison AND prison AND work) OR school", "((+prison +work)|school)")]
    [InlineData("\"prison work\" \"Prison  work\" \"prison work\"~2", "\"prison work\" \"prison work\"~2")]
    [InlineData("title:prison prison title:prison", "Title:prison prison")]
    [InlineData("year:2019 year:2019 country:be country:Belgium", "+year=2019..2019 +country=be")]
    public void Parse_WhatIsTypedAgain_IsThereOnce(string text, string expected) => Assert.Equal(expected, QueryWriting.Written(text));

    [Fact]
    public void Parse_WhatIsTypedAgain_CountsOnce()
    {
        var query = QueryParser.Parse(string.Concat(Enumerable.Repeat("of prison ", 16)) + string.Join(' ', Enumerable.Range(0, 30).Select(i => $"w{i}")), QueryWriting.Context);
        Assert.Equal(31, query.Terms.Count);
        Assert.Empty(query.Notes);
    }

    [Fact]
    public void Parse_BeyondTheBounds_IsSaid()
    {
        Assert.Contains("those from ‘w32’ on were left out", Assert.Single(QueryParser.Parse(string.Join(' ', Enumerable.Range(0, 40).Select(i => $"w{i}")), QueryWriting.Context).Notes), StringComparison.Ordinal);
        Assert.Contains("first 1000 characters", Assert.Single(QueryParser.Parse(new string('x', 1001), QueryWriting.Context).Notes), StringComparison.Ordinal);
        Assert.Empty(QueryParser.Parse("((prison OR work) AND country:be) title:x* year:2019 * ** ?", QueryWriting.Context).Notes);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("tlh")]
    [InlineData("")]
    public void Parse_InAnyLanguage_TakesWordsInEnglishToo_AndAsTheyAre(string language)
    {
        var term = Assert.Single(QueryParser.Parse("the Mentorings", QueryWriting.Context with { Language = language }).Terms);
        Assert.Subset(term.Alternatives.ToHashSet(), new HashSet<string> { "mentor", "mentorings" });
        var inOthers = Assert.Single(QueryParser.Parse("the Mentorings", QueryWriting.Context with { Language = language, Others = ["fi", "es"] }).Terms);
        Assert.Subset(inOthers.Alternatives.ToHashSet(), term.Alternatives.ToHashSet());
    }

    [Fact]
    public void Parse_TermsOfEverySort_StandWhereTheTextHasThem()
    {
        var query = QueryParser.Parse(" title:pris* (“exit work”~3 OR wor~2^3) -x AND multi-agency^2 \" family talk\" wom?n,", QueryWriting.Context);
        Assert.Equal(["pris*", "exit work", "wor", "multi-agency", "family talk", "wom?n"], query.Terms.Select(term => term.Text));
        Assert.All(query.Terms, term => Assert.Equal(term.Text, query.Text.Substring(term.Start, term.Text.Length)));
    }
}
