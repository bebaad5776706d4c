using System.CommandLine;
using Portal.Benchmarks.Judged;
using Xunit;

namespace Portal.Tests.Benchmarks;

public sealed class TrecOptionsTests
{
    [Theory]
    [InlineData("--depth=0", "--depth is 0")]
    [InlineData("--depth=-5", "--depth is -5")]
    [InlineData("--run=no-such-folder/run.txt", "no-such-folder' does not exist")]
    public void Option_ThatCannotBe_IsRefusedBeforeAnyWork(string option, string said)
        => Assert.Contains(said, Assert.Single(Parse(option).Errors).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("--depth=1")]
    [InlineData("--run=run.txt")]
    public void Option_ThatCanBe_IsTaken(string option) => Assert.Empty(Parse(option).Errors);

    private static ParseResult Parse(string option) => new RootCommand { TrecOptions.Depth, TrecOptions.Run }.Parse([option]);
}
