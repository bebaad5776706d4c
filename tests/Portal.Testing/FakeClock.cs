namespace Portal.Testing;

/// <summary>A clock that stands where a test puts it; timers run by the real one.</summary>
public sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
