using System.Buffers;

namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>Sections of one segment, in ascending order, with what they count. From an <see cref="Arena"/>, and valid for as long.</summary>
internal sealed class MatchList(int[] sections, float[] scores)
{
    public static readonly MatchList None = new([], []);

    public int Count { get; private set; }

    public ReadOnlySpan<int> Sections => sections.AsSpan(0, Count);

    public Span<float> Scores => scores.AsSpan(0, Count);

    public void Add(int section, float score)
    {
        sections[Count] = section;
        scores[Count++] = score;
    }

    public bool Has(int section) => Sections.BinarySearch(section) >= 0;

    public void Multiply(float factor)
    {
        if (factor != 1)
        {
            foreach (ref var score in Scores)
            {
                score *= factor;
            }
        }
    }
}

/// <summary>Lends the memory of one search, and takes it back at its end.</summary>
internal sealed class Arena : IDisposable
{
    private readonly List<int[]> _numbers = [];
    private readonly List<float[]> _scores = [];

    public MatchList List(int capacity) => capacity == 0 ? MatchList.None : new MatchList(Numbers(capacity), Scores(capacity));

    public int[] Numbers(int capacity)
    {
        var rented = ArrayPool<int>.Shared.Rent(capacity);
        _numbers.Add(rented);
        return rented;
    }

    public float[] Scores(int capacity)
    {
        var rented = ArrayPool<float>.Shared.Rent(capacity);
        _scores.Add(rented);
        return rented;
    }

    public void Dispose()
    {
        _numbers.ForEach(array => ArrayPool<int>.Shared.Return(array));
        _scores.ForEach(array => ArrayPool<float>.Shared.Return(array));
    }
}
