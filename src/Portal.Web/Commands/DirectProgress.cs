namespace Portal.Web.Commands;

/// <summary>Reports at once. The framework's own posts to the pool: lines would come late and in any order.</summary>
internal sealed class DirectProgress<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
