using Portal.Testing;
using Xunit;

namespace Portal.Tests;

/// <summary>One application for the tests of a class, over a copy of the whole content.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    public PortalApplication App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await PortalApplication.StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
