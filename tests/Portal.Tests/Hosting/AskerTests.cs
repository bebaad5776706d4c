using System.Net;
using Portal.Web.Composition;
using Xunit;

namespace Portal.Tests.Hosting;

public sealed class AskerTests
{
    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("2001:db8:1:2::1", "192.0.2.1", false)]
    public void Asker_OfTwoAddresses_IsOneForANetworkOfIPv6(string one, string other, bool same)
        => Assert.Equal(same, RateLimits.Asker(IPAddress.Parse(one)) == RateLimits.Asker(IPAddress.Parse(other)));
}
