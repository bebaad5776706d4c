namespace Portal.Kernel.Data;

/// <summary>Something read once and kept until it is forgotten. What was being read while it was forgotten is given to its reader and not kept: it may be old.</summary>
public sealed class Cached<T> where T : class
{
    private readonly Lock _lock = new();
    private volatile T? _value;
    private int _generation;

    /// <summary>What is kept now, if anything.</summary>
    public T? Known => _value;

    public async ValueTask<T> GetAsync(Func<CancellationToken, Task<T>> load, CancellationToken cancellationToken)
    {
        if (_value is { } kept)
        {
            return kept;
        }

        var generation = Volatile.Read(ref _generation);
        var loaded = await load(cancellationToken);
        lock (_lock)
        {
            if (generation == _generation)
            {
                _value = loaded;
            }
        }

        return loaded;
    }

    public void Forget()
    {
        lock (_lock)
        {
            _generation++;
            _value = null;
        }
    }
}
