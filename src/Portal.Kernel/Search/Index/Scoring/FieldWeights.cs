using System.Runtime.CompilerServices;
using Portal.Kernel.Search.Index.Format;
using Portal.Kernel.Search.Index.Reading;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>What one occurrence counts in a field of a length, by the length's code. Made once for a state of the index.</summary>
internal sealed class FieldWeights
{
    private readonly float[] _titles;
    private readonly float[] _headings;
    private readonly float[] _bodies;

    public FieldWeights(IndexState state)
    {
        _titles = Of(state.Titles.Average, Ranking.Title, Ranking.LengthOfNames);
        _headings = Of(state.Headings.Average, Ranking.Heading, Ranking.LengthOfNames);
        _bodies = Of(state.Bodies.Average, Ranking.Body, Ranking.LengthOfBody);
    }

    private FieldWeights() => _titles = _headings = _bodies = Of(1, 1, 0);

    /// <summary>One for each occurrence, whatever the field and its length.</summary>
    public static FieldWeights Flat { get; } = new();

    public FieldWeighing For(SegmentData data, TextField field) => new(
        data,
        field is TextField.Any or TextField.Title ? _titles : null,
        field is TextField.Any or TextField.Heading ? _headings : null,
        field is TextField.Any or TextField.Body ? _bodies : null);

    private static float[] Of(double average, float weight, float length)
        => [.. Enumerable.Range(0, 256).Select(code => (float)(weight / (1 - length + (length * FieldLength.Decode((byte)code) / average))))];
}

/// <summary>The weights over a segment's sections; of fields that do not count they are nought.</summary>
internal readonly ref struct FieldWeighing(SegmentData data, float[]? titles, float[]? headings, float[]? bodies)
{
    private static readonly float[] Nought = new float[256];

    private readonly ReadOnlySpan<byte> _titleLengths = data.Titles;
    private readonly ReadOnlySpan<byte> _headingLengths = data.Headings;
    private readonly ReadOnlySpan<byte> _bodyLengths = data.Bodies;
    private readonly ReadOnlySpan<float> _titles = titles ?? Nought;
    private readonly ReadOnlySpan<float> _headings = headings ?? Nought;
    private readonly ReadOnlySpan<float> _bodies = bodies ?? Nought;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Of(int section, Frequency frequency)
        => frequency == Frequency.Once ? _bodies[_bodyLengths[section]] : All(section, frequency);

    private float All(int section, Frequency frequency)
        => (frequency.Title * _titles[_titleLengths[section]]) + (frequency.Heading * _headings[_headingLengths[section]]) + (frequency.Body * _bodies[_bodyLengths[section]]);
}
