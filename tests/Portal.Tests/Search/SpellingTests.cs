using Portal.Kernel.Search;
using Xunit;

namespace Portal.Tests.Search;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("prison", "prison", 0)]
    [InlineData("prison", "prisn", 1)]
    [InlineData("prison", "prisson", 1)]
    [InlineData("prison", "prisom", 1)]
    [InlineData("prison", "rpison", 1)]
    [InlineData("prison", "rpisom", 2)]
    [InlineData("prison", "police", 3)]
    [InlineData("", "ab", 2)]
    [InlineData("abcdef", "uvwxyz", 3)]
    public void Distance_CountsWrongLettersUpToTheMost(string one, string other, int expected)
    {
        Assert.Equal(expected, Spelling.Distance(one, other, 2));
        Assert.Equal(expected, Spelling.Distance(other, one, 2));
    }
}
