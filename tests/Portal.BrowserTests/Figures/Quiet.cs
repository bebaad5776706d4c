using Xunit;

namespace Portal.BrowserTests.Figures;

/// <summary>What is measured is measured alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Quiet
{
    public const string Name = "Figures";
}
