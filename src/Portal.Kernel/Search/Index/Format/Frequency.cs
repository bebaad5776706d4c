using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Format;

/// <summary>How often a term stands in a section's title, heading and text, packed in one number.</summary>
internal readonly record struct Frequency(int Packed)
{
    public const int MaxShort = 0xFF;
    public const int MaxBody = 0xFFFF;

    /// <summary>Once in the text: what most are.</summary>
    public static readonly Frequency Once = new(1 << 16);

    public Frequency(int title, int heading, int body)
        : this(title | (heading << 8) | (body << 16))
    {
    }

    public int Title => Packed & 0xFF;

    public int Heading => (Packed >> 8) & 0xFF;

    public int Body => Packed >>> 16;

    public int Total => Title + Heading + Body;

    /// <summary>What is left of it when only one field counts.</summary>
    public Frequency In(TextField field) => field switch
    {
        TextField.Title => new(Title, 0, 0),
        TextField.Heading => new(0, Heading, 0),
        TextField.Body => new(0, 0, Body),
        _ => this,
    };
}
