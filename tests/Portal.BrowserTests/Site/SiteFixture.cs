using Portal.Testing;
using Xunit;

namespace Portal.BrowserTests.Site;

/// <summary>One application for the tests of a class, over a copy of the whole content and a few samples.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    public PortalApplication App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await PortalApplication.StartAsync();
        await SampleContent.AddAsync(App);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
