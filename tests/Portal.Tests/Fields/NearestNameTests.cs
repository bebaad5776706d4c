using Portal.Kernel.Content.Fields;
using Xunit;

namespace Portal.Tests.Fields;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("exit-wrok", "exit-work")]
    [InlineData("Summary", "summary")]
    [InlineData("tilte", "title")]
    [InlineData("ttile", "title")]
    [InlineData("elephant", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void Of_MistypedName_IsWhatWasMeant(string typed, string? meant) => Assert.Equal(meant, NearestName.Of(typed, ["exit-work", "summary", "title"]));

    // As the paths of chapters are.
    [Fact]
    public void Of_LongMistypedName_IsWhatWasMeant()
    {
        const string path = "handbooks/multi-agency-structures/six-steps-to-sharing-information-in-the-health-sector";
        Assert.Equal(path, NearestName.Of(path.Replace("steps", "stpes", StringComparison.Ordinal), ["handbooks", path]));
    }
}
