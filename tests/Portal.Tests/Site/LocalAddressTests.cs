using Portal.Modules.Shared;
using Xunit;

namespace Portal.Tests.Site;

public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/glossary/größe", "/glossary/gr%C3%B6%C3%9Fe")]
    [InlineData("//evil.example/x", "/evil.example/x")]
    [InlineData("/\\evil.example", "/%5Cevil.example")]
    [InlineData("handbooks/x?topic=a", "/handbooks/x?topic=a")]
    [InlineData("", "/")]
    public void Of_AnyPath_IsAnEncodedAddressOfThisSite(string path, string address) => Assert.Equal(address, LocalAddress.Of(path));
}
