using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Portal.Kernel.Recipes;
using Xunit;

namespace Portal.Tests.Recipes;

/// <summary>Packages that are broken, or mean no good.</summary>
public sealed class BrokenPackageTests(SampleSite samples) : IClassFixture<SampleSite>
{
    private const string Recipe = """{ "steps": [ { "name": "settings", "SiteName": "Changed" }, { "name": "media", "Files": [ { "TargetPath": "big.txt", "SourcePath": "big.txt" } ] } ] }""";
    private const uint LocalEntry = 0x04034b50;
    private const uint CentralEntry = 0x02014b50;

    private string File => Path.Combine(samples.Folder, "broken.zip");

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task Package_ThatIsNoZip_IsAnError(int bytes) => await AssertAsync(new byte[bytes], "cannot be read");

    [Fact]
    public async Task Package_Missing_IsAnError() => Assert.Contains("cannot be read", Assert.Single(await samples.FailAsync(File + "x.zip")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Package_WithoutRecipe_IsAnError() => await AssertAsync(Zip(("deep/Recipe.json", Recipe)), "no 'Recipe.json' at its root");

    [Theory]
    [InlineData("../x.txt")]
    [InlineData("media/../../x.txt")]
    [InlineData("/x.txt")]
    [InlineData("media\\x.txt")]
    public async Task Entry_ThatClimbsOut_IsAnError(string name) => await AssertAsync(Zip(("Recipe.json", Recipe), (name, "x")), "climbs out of the package");

    [Fact]
    public async Task Entry_ThatStandsTwice_IsAnError() => await AssertAsync(Zip(("Recipe.json", Recipe), ("Recipe.json", Recipe)), "stands twice");

    [Fact]
    public async Task Media_ThatIsNotInThePackage_IsAnErrorOfItsStep()
    {
        var error = await AssertAsync(Zip(("Recipe.json", Recipe)), "no file 'big.txt' in the package");
        Assert.Equal((2, 1, "broken.zip/Recipe.json"), (error.Number, error.Line, error.File));
    }

    [Theory]
    [InlineData("content-folder", "path", "content", "holds no folder")]
    [InlineData("recipes", "Values", "x", "'Values' must be a list")]
    public async Task Step_ThatNeedsAFolder_IsAnError(string name, string key, string value, string message)
        => await AssertAsync(Zip(("Recipe.json", $$"""{ "steps": [ { "name": "{{name}}", "{{key}}": "{{value}}" } ] }""")), message);

    // A thousand megabytes of blanks in a few kilobytes.
    [Fact]
    public async Task Recipe_ThatIsABomb_IsAnError() => await AssertAsync(Zip(("Recipe.json", Blanks)), "unpacks to more than");

    [Fact]
    public async Task Media_ThatIsABomb_IsAnErrorOfItsStep() => Assert.Equal(2, (await AssertAsync(Zip(("Recipe.json", Text(Recipe)), ("big.txt", Blanks)), "unpacks to more than")).Number);

    [Theory]
    [InlineData("Recipe.json", null)]
    [InlineData("big.txt", 2)]
    public async Task Entry_WithBrokenBytes_IsAnError(string name, int? step)
    {
        var zip = Zip(("Recipe.json", Recipe), ("big.txt", new string('x', 5000) + "end"));
        var at = DataOf(zip, name);
        zip.AsSpan(at, 12).Fill(0xFF);
        Assert.Equal(step, (await AssertAsync(zip, $"The entry '{name}' cannot be unpacked")).Number);
    }

    // Unpacked without complaint, and not what was packed.
    [Theory]
    [InlineData("Recipe.json", null)]
    [InlineData("big.txt", 2)]
    public async Task Entry_WithAChangedByte_IsAnError(string name, int? step)
    {
        var zip = Zip(CompressionLevel.NoCompression, ("Recipe.json", Text(Recipe + " ")), ("big.txt", Text("text")));
        zip[Find(zip, CentralEntry, name, 46) + 16] ^= 1;
        Assert.Equal(step, (await AssertAsync(zip, $"The entry '{name}' is damaged")).Number);
    }

    [Theory]
    [InlineData("Recipe.json", null)]
    [InlineData("big.txt", 2)]
    public async Task Entry_ThatIsEncrypted_IsAnError(string name, int? step)
    {
        var zip = Zip(("Recipe.json", Recipe), ("big.txt", "secret"));
        Set(zip, LocalEntry, 6, name, 30, 1);
        Set(zip, CentralEntry, 8, name, 46, 1);
        Assert.Equal(step, (await AssertAsync(zip, $"The entry '{name}' is encrypted")).Number);
    }

    [Fact]
    public async Task Entry_PackedInAnUnknownWay_IsAnError()
    {
        var zip = Zip(("Recipe.json", Recipe), ("big.txt", "text"));
        Set(zip, LocalEntry, 8, "big.txt", 30, 98);
        Set(zip, CentralEntry, 10, "big.txt", 46, 98);
        Assert.Equal(2, (await AssertAsync(zip, "The entry 'big.txt' cannot be unpacked")).Number);
    }

    [Fact]
    public async Task Package_ThatIsCut_IsAnError()
    {
        var zip = Zip(("Recipe.json", Recipe), ("big.txt", new string('x', 5000)));
        for (var length = 1; length < zip.Length; length += zip.Length / 10)
        {
            await AssertAsync(zip[..length], "The package cannot be read: ");
        }
    }

    private async Task<RecipeError> AssertAsync(byte[] package, string message)
    {
        await System.IO.File.WriteAllBytesAsync(File, package, TestContext.Current.CancellationToken);
        var error = Assert.Single(await samples.FailAsync(File));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("broken.zip", error.ToString(), StringComparison.Ordinal);
        return error;
    }

    private static byte[] Zip(params (string Name, string Text)[] entries) => Zip([.. entries.Select(entry => (entry.Name, Text(entry.Text)))]);

    private static byte[] Zip(params (string Name, Action<Stream> Write)[] entries) => Zip(CompressionLevel.Optimal, entries);

    private static byte[] Zip(CompressionLevel level, params (string Name, Action<Stream> Write)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in entries)
            {
                using var stream = zip.CreateEntry(name, level).Open();
                write(stream);
            }
        }

        return bytes.ToArray();
    }

    private static Action<Stream> Text(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text));

    private static void Blanks(Stream stream)
    {
        var blanks = new byte[1024 * 1024];
        Array.Fill(blanks, (byte)' ');
        for (var megabyte = 0; megabyte < 300; megabyte++)
        {
            stream.Write(blanks);
        }
    }

    // Where the packed bytes of an entry begin.
    private static int DataOf(byte[] zip, string name)
    {
        var at = Find(zip, LocalEntry, name, 30);
        return at + 30 + BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 26)) + BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 28));
    }

    private static void Set(byte[] zip, uint signature, int offset, string name, int nameAt, ushort value)
        => BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(Find(zip, signature, name, nameAt) + offset), value);

    private static int Find(byte[] zip, uint signature, string name, int nameAt)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        return Enumerable.Range(0, zip.Length - nameAt - bytes.Length).First(at =>
            BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at)) == signature && zip.AsSpan(at + nameAt, bytes.Length).SequenceEqual(bytes));
    }
}
