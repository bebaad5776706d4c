using Portal.Kernel.Data;

namespace Portal.Tests.Search;

/// <summary>A database for one test, of whichever kind.</summary>
public abstract class SearchPlace : IDisposable
{
    public IDatabase Database { get; protected set; } = null!;

    public abstract Task OpenAsync();

    public abstract void Dispose();
}
