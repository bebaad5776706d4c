using Xunit;

namespace Portal.Tests.Search.Queries;

/// <summary>Facets and years as fields of a query.</summary>
public sealed class QueryFilterTests
{
    [Theory]
    [InlineData("country:be prison", "+country=be prison")]
    [InlineData("COUNTRY:belgium", "+country=be")]
    [InlineData("country:\"United Kingdom\"", "+country=gb")]
    [InlineData("country:United Kingdom prison", "+country=gb prison")]
    [InlineData("country: United Kingdom, prison", "+country=gb prison")]
    [InlineData("country:\"cote d'ivoire\"", "+country=ci")]
    [InlineData("country:(be OR nl)", "+country=be,nl")]
    [InlineData("country:(be \"united kingdom\")", "+country=be,gb")]
    [InlineData("country:be,nl", "+country=be,nl")]
    [InlineData("country:be OR country:nl", "+country=be,nl")]
    [InlineData("country:be country:nl", "+country=be,nl")]
    [InlineData("country:be prison country:nl topic:exit country:gb,be", "+country=be,nl,gb prison +topic=exit")]
    [InlineData("(country:be) work country:(nl gb)", "+country=be,nl,gb work")]
    [InlineData("country:be OR country:nl country:gb", "+country=be,nl,gb")]
    [InlineData("prison OR (country:be country:nl)", "(prison|country=be,nl)")]
    [InlineData("country:be AND country:nl", "+country=be +country=nl")]
    [InlineData("country:be AND prison country:nl", "+country=be prison +country=nl")]
    [InlineData("+country:be +country:nl", "+country=be +country=nl")]
    [InlineData("country:be +country:nl country:gb", "+country=be,gb +country=nl")]
    [InlineData("country:be -country:nl", "+country=be -country=nl")]
    [InlineData("country:be prison OR country:nl", "+country=be (prison|country=nl)")]
    [InlineData("country:(be AND nl)", "+country=be +country=nl")]
    [InlineData("country:(be -nl)", "+country=be -country=nl")]
    [InlineData("-country:be prison", "-country=be prison")]
    [InlineData("NOT country:(be nl) prison", "-country=be,nl prison")]
    [InlineData("country:be OR prison", "+(country=be|prison)")]
    [InlineData("topic:exit work", "+topic=exit-work")]
    [InlineData("topic:exit AND work", "+topic=exit work")]
    [InlineData("topic:exit-work", "+topic=exit-work")]
    [InlineData("preventionlevel:primary prevention_level:primary prevention", "+prevention-level=primary")]
    [InlineData("type:practices kind:\"handbook chapters\"", "+type=Practice,HandbookChapter")]
    [InlineData("country:atlantis prison", "country atlantis prison")]
    [InlineData("country:(be OR atlantis)", "+(country=be|atlantis)")]
    [InlineData("country:", "country")]
    [InlineData("county:nl", "county nl")]
    public void Parse_Facets_AreChosenByNameAndLabel(string text, string expected) => Assert.Equal(expected, Written(text));

    [Theory]
    [InlineData("year:2019", "+year=2019..2019")]
    [InlineData("year:[2016 TO 2020] prison", "+year=2016..2020 prison")]
    [InlineData("year:{2016 TO 2020}", "+year=2017..2019")]
    [InlineData("year:[2016 TO 2020}", "+year=2016..2019")]
    [InlineData("year:[2016 TO *]", "+year=2016..")]
    [InlineData("year:[* TO 2016]", "+year=..2016")]
    [InlineData("year: [2020 to 2016]", "+year=2016..2020")]
    [InlineData("year:>=2016 year:<2020", "+year=2016.. +year=..2019")]
    [InlineData("year:> 2016, prison", "+year=2017.. prison")]
    [InlineData("year:2016-2020 prison", "+year=2016..2020 prison")]
    [InlineData("year:2016..2020", "+year=2016..2020")]
    [InlineData("year:(2016 OR 2019)", "+(year=2016..2016|year=2019..2019)")]
    [InlineData("-year:2016 prison", "-year=2016..2016 prison")]
    [InlineData("year:[2016 TO", "year 2016")]
    [InlineData("year:[a TO b] prison", "year b prison")]
    [InlineData("year:recent year:99999", "year recent 99999")]
    [InlineData("Year of 2016", "Year 2016")]
    public void Parse_Years_AreSpans(string text, string expected) => Assert.Equal(expected, Written(text));

    private static string Written(string text) => QueryWriting.Written(text);
}
