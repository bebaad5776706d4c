using Xunit;

namespace Portal.Tests.Recipes;

/// <summary>Files that cannot be taken, and those that are not to be.</summary>
public sealed class WrongMediaTests(SampleSite samples) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("""{ "name": "media" }""", "'Files' is missing")]
    [InlineData("""{ "name": "media", "Files": "x" }""", "'Files' must be a list of objects")]
    [InlineData("""{ "name": "media", "Files": [{ "Base64": "eA==" }] }""", "needs a 'TargetPath'")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": 5, "Base64": "eA==" }] }""", "'TargetPath' must be a text")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "../x.txt", "Base64": "eA==" }] }""", "'..' is not a name for a media file")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "/x.txt", "Base64": "eA==" }] }""", "is not the path of a media file")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.exe", "Base64": "eA==" }] }""", "A file '.exe' is not kept")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt" }] }""", "has no bytes")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "Base64": "?" }] }""", "is not base64")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourceUrl": "https://orchards.example/x.txt" }] }""", "nothing is fetched")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "none.txt" }] }""", "There is no file 'none.txt'")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "../x.txt" }] }""", "lies outside")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "/etc/hostname" }] }""", "lies outside")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "link.txt" }] }""", "lies outside")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "folder/hostname" }] }""", "lies outside")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "round.txt" }] }""", "round.txt")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "." }] }""", "'.'")]
    [InlineData("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "\u0000" }] }""", "lies outside")]
    public async Task File_Wrong_IsNamed(string step, string message)
    {
        Link("link.txt", "/etc/hostname");
        Link("folder", "/etc");
        Link("round.txt", "round.txt");
        await samples.AssertWrongAsync(step, message);
    }

    [Fact]
    public async Task Pipe_IsNotOpened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes are made by mkfifo.");
        var pipe = Path.Combine(samples.Folder, "pipe.txt");
        using (var made = System.Diagnostics.Process.Start("mkfifo", pipe))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await samples.AssertWrongAsync("""{ "name": "media", "Files": [{ "TargetPath": "x.txt", "SourcePath": "pipe.txt" }] }""", "it is a pipe");
        Assert.Contains("it is a pipe", Assert.Single(await samples.FailAsync(pipe)).Message, StringComparison.Ordinal);
    }

    private void Link(string name, string target)
    {
        var link = Path.Combine(samples.Folder, name);
        if (new FileInfo(link).LinkTarget is null)
        {
            File.CreateSymbolicLink(link, target);
        }
    }
}
