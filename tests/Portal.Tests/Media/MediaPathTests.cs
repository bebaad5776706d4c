using Portal.Kernel.Media;
using Xunit;

namespace Portal.Tests.Media;

public sealed class MediaPathTests
{
    [Theory]
    [InlineData("a.png")]
    [InlineData("plans/2026/exit plan.PDF")]
    [InlineData("größe/θ.webp")]
    [InlineData("a.b.c/x.tar.zip")]
    public void Problem_Right_IsNull(string path) => Assert.Null(MediaPath.Problem(path));

    [Theory]
    [InlineData("", "missing")]
    [InlineData("/a.png", "single slashes")]
    [InlineData("a//b.png", "single slashes")]
    [InlineData("a/", "single slashes")]
    [InlineData("../a.png", "'..'")]
    [InlineData("a/../../b.png", "'..'")]
    [InlineData("./a.png", "'.'")]
    [InlineData(".hidden.png", "'.hidden.png'")]
    [InlineData("a\\b.png", "'a\\b.png'")]
    [InlineData("a\0.png", "control")]
    [InlineData("a\n.png", "control")]
    [InlineData("C:a.png", "'C:a.png'")]
    [InlineData("a /b.png", "'a '")]
    [InlineData("a%2e.png", "'a%2e.png'")]
    [InlineData("a.html", "'.html'")]
    [InlineData("a.js", "'.js'")]
    [InlineData("a.png.exe", "'.exe'")]
    [InlineData("png", "''")]
    [InlineData("a.png/b.png", "the name of a file")]
    public void Problem_Wrong_SaysWhat(string path, string message) => Assert.Contains(message, MediaPath.Problem(path), StringComparison.Ordinal);

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void Problem_Length_HasALimit(int length, bool right) => Assert.Equal(right, MediaPath.Problem(new string('a', length - 4) + ".png") is null);

    // Four hundred bytes in UTF-8 are more than a file system takes for a name.
    [Fact]
    public void Problem_NameOfTooManyBytes_IsRefused() => Assert.NotNull(MediaPath.Problem(new string('θ', 200) + ".png"));
}
