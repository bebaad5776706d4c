namespace Portal.Modules.TakeAway;

/// <summary>The keys under <c>Portal:TakeAway</c>.</summary>
public sealed class TakeAwayOptions
{
    public const string Section = "Portal:TakeAway";

    /// <summary>PDFs that one address may ask for in a minute.</summary>
    public int PdfsPerMinute { get; set; } = 30;

    /// <summary>The program that prints; the first Chromium, Chrome or Edge that is found when empty.</summary>
    public string? Chromium { get; set; }

    /// <summary>How long one PDF may take.</summary>
    public int Seconds { get; set; } = 30;
}
