using System.Globalization;
using System.Runtime.InteropServices;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Reporting;

/// <summary>The machine, and how busy it was with other things before the run: figures of a busy machine are not worth keeping.</summary>
internal sealed record Conditions(DateTimeOffset At, int Cores, string Runtime, string System, string? Load, LabOptions Options)
{
    private const string LoadFile = "/proc/loadavg";

    public static Conditions Read(LabOptions options) => new(
        TimeProvider.System.GetUtcNow(),
        Environment.ProcessorCount,
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription,
        File.Exists(LoadFile) ? File.ReadAllText(LoadFile).Split(' ')[0] : null,
        options);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{At:yyyy-MM-dd HH:mm} UTC, {Cores} cores, {Runtime}, {System}{(Load is null ? "" : $", load {Load} before the run")}. Clients and servers share the cores.{(Options.Postgres ? " On PostgreSQL." : "")}{(Options.Quick ? " `--quick`: short rounds." : "")}");
}
