namespace Portal.BrowserTests.Browser;

/// <summary>How a reader looks at the site: the window and what the reader asked the browser for.</summary>
public sealed record Look(int Width = Look.Wide, int Height = 900)
{
    public const int Narrow = 360;
    public const int Wide = 1440;

    public static readonly Look Desktop = new();
    public static readonly Look Phone = new(Narrow, 740);

    public bool Script { get; init; } = true;

    public bool Dark { get; init; }

    public bool ReducedMotion { get; init; }

    public bool ForcedColors { get; init; }
}
