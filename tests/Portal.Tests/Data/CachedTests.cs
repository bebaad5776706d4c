using Portal.Kernel.Data;
using Xunit;

namespace Portal.Tests.Data;

public sealed class CachedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatWasBeingReadWhileItWasForgotten_IsNotKept()
    {
        var cached = new Cached<string>();
        var reading = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);

        var first = cached.GetAsync(_ => reading.Task, Token);
        cached.Forget();
        reading.SetResult("old");

        Assert.Equal("old", await first);
        Assert.Equal("new", await cached.GetAsync(_ => Task.FromResult("new"), Token));
        Assert.Equal("new", await cached.GetAsync(_ => Task.FromResult("not asked for"), Token));
    }
}
