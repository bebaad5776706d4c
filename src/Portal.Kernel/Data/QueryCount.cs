namespace Portal.Kernel.Data;

/// <summary>Counts the queries that the current request sends, so that a page's promise ('no more than 4') can be held by a test.</summary>
public static class QueryCount
{
    private static readonly AsyncLocal<Counter?> Current = new();

    public static Counter Begin() => Current.Value = new Counter();

    internal static void Add()
    {
        if (Current.Value is { } counter)
        {
            Interlocked.Increment(ref counter.Count);
        }
    }

    public sealed class Counter
    {
        internal int Count;

        public int Value => Count;
    }
}
