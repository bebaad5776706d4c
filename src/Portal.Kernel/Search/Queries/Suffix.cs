using System.Globalization;
using System.Runtime.InteropServices;

namespace Portal.Kernel.Search.Queries;

/// <summary>What may follow a word, a phrase or a group: <c>~</c> or <c>~2</c> and <c>^1.5</c>, in either order.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Suffix(int Length, bool IsNear, double? Near, double Boost)
{
    private const double MaxBoost = 100;
    private const double MinBoost = 0.01;
    private const int MaxDigits = 9;

    public static readonly Suffix None = new(0, IsNear: false, Near: null, Boost: 1);

    public static double Bounded(double boost) => Math.Clamp(boost, MinBoost, MaxBoost);

    /// <summary>The suffix that stands at <paramref name="at"/>; it has no length when none does, or a word goes on after it.</summary>
    public static Suffix At(string text, int at)
    {
        var suffix = None;
        for (var i = 0; i < 2 && at + suffix.Length < text.Length; i++)
        {
            var from = at + suffix.Length;
            var number = Number(text, from + 1, out var length);
            if (text[from] == '~' && !suffix.IsNear)
            {
                suffix = suffix with { Length = suffix.Length + 1 + length, IsNear = true, Near = number };
            }
            else if (text[from] == '^' && number is { } boost)
            {
                suffix = suffix with { Length = suffix.Length + 1 + length, Boost = Bounded(boost) };
            }
            else
            {
                break;
            }
        }

        return at + suffix.Length < text.Length && char.IsLetterOrDigit(text, at + suffix.Length) ? None : suffix;
    }

    private static double? Number(string text, int at, out int length)
    {
        length = 0;
        while (at + length < text.Length && length < MaxDigits && (char.IsAsciiDigit(text[at + length]) || IsPoint(text, at, length)))
        {
            length++;
        }

        return length > 0 && double.TryParse(text.AsSpan(at, length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // 'prison^2.' ends a sentence.
    private static bool IsPoint(string text, int at, int length)
        => text[at + length] == '.' && at + length + 1 < text.Length && char.IsAsciiDigit(text[at + length + 1]) && !text.AsSpan(at, length).Contains('.');
}
