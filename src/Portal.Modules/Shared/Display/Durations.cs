namespace Portal.Modules.Shared.Display;

/// <summary>Lengths of time as readers see them.</summary>
public static class Durations
{
    /// <summary>'45 minutes', '3 hours 5 minutes'; null for none.</summary>
    public static string? Words(int? minutes) => minutes switch
    {
        null or <= 0 => null,
        < 60 => Count(minutes.Value, "minute"),
        _ when minutes.Value % 60 == 0 => Count(minutes.Value / 60, "hour"),
        _ => $"{Count(minutes.Value / 60, "hour")} {Count(minutes.Value % 60, "minute")}",
    };

    private static string Count(int number, string unit) => number == 1 ? $"1 {unit}" : $"{number} {unit}s";
}
