using Portal.Modules.Shared.Display;
using Xunit;

namespace Portal.Tests.Shared;

public sealed class DurationsTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData(0, null)]
    [InlineData(-5, null)]
    [InlineData(1, "1 minute")]
    [InlineData(45, "45 minutes")]
    [InlineData(60, "1 hour")]
    [InlineData(61, "1 hour 1 minute")]
    [InlineData(185, "3 hours 5 minutes")]
    public void Words_OfMinutes_AreHoursAndMinutes(int? minutes, string? words) => Assert.Equal(words, Durations.Words(minutes));
}
