using Portal.Modules.Shared;
using Xunit;

namespace Portal.Tests.Shared;

public sealed class CsvTests
{
    [Theory]
    [InlineData("Police", "Police")]
    [InlineData("", "")]
    [InlineData("Police, health", "\"Police, health\"")]
    [InlineData("a \"cell\"", "\"a \"\"cell\"\"\"")]
    [InlineData("one\ntwo", "\"one\ntwo\"")]
    [InlineData("Sozialämter", "Sozialämter")]
    public void Text_OfACell_IsQuotedWhereItMustBe(string cell, string written) => Assert.Equal(written + "\r\n", Csv.Text([[cell]]));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30 1", "'+49 30 1")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData(" =1", "' =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=A1,\"x\"", "\"'=A1,\"\"x\"\"\"")]
    [InlineData("1=1", "1=1")]
    [InlineData("a-b", "a-b")]
    public void Text_OfAFormula_IsAText(string cell, string written) => Assert.Equal(written + "\r\n", Csv.Text([[cell]]));

    [Fact]
    public void Text_OfRows_EndsEachWithALineBreak() => Assert.Equal("a,b\r\nc,d\r\n", Csv.Text([["a", "b"], ["c", "d"]]));
}
