using Portal.Testing;
using Portal.Tests.Sqlite;
using Xunit;

namespace Portal.Tests.Crash;

/// <summary>Commands that change the site, killed at thirty moments: it starts by itself, and is as before or as after.</summary>
[Trait("Database", "Sqlite")]
public sealed class KilledWriteTests(CrashLab lab) : IClassFixture<CrashLab>
{
    private const int Moments = 10;

    [Theory]
    [InlineData("import")]
    [InlineData("recipe")]
    [InlineData("package")]
    public async Task Command_Killed_LeavesTheSiteAsBeforeOrAsAfter(string command)
    {
        string[] verb = command switch { "import" => ["import", lab.ContentFolder], "recipe" => ["recipe", lab.Recipe], _ => ["recipe", lab.Package] };
        using var whole = lab.Site();
        var before = await CrashLab.StateAsync(whole.Path);
        var kill = await Kill.MeasureAsync(whole.Path, speaks: true, verb);
        var after = await CrashLab.StateAsync(whole.Path);
        Assert.NotEqual(before, after);

        var random = new Random(20_261_121);
        for (var moment = 0; moment < Moments; moment++)
        {
            using var site = lab.Site();
            await kill.AtAsync(site.Path, (moment + random.NextDouble()) / Moments, verb);
            var state = await CrashLab.StateAsync(site.Path);
            if (!state.SequenceEqual(before))
            {
                // The first row that differs says more than that some do.
                Assert.Equal(after, state);
            }
        }
    }
}
