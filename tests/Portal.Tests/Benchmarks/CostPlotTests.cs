using System.Xml.Linq;
using Portal.Benchmarks.Reporting;
using Xunit;

namespace Portal.Tests.Benchmarks;

public sealed class CostPlotTests
{
    [Fact]
    public void Scale_DecadesAreAsFarApartAsEachOther()
    {
        var scale = new LogScale([10_000, 1_000_000], 100, 300);

        Assert.Equal([10_000, 100_000, 1_000_000], scale.Decades);
        Assert.Equal([100, 200, 300], scale.Decades.Select(scale.At));
    }

    [Fact]
    public void Scale_OneValue_HasADecade() => Assert.Equal([0.1, 1], new LogScale([0.3, 0.3], 0, 1).Decades);

    [Fact]
    public void Plot_IsXmlWithTitleDescriptionAndALineForEachKind()
    {
        var svg = XDocument.Parse(CostPlot.Write([new("rare word", [(10_000, 0.5), (100_000, 0.8)]), new("phrase", [(10_000, 2), (100_000, 20)])]));

        var elements = svg.Descendants().ToLookup(element => element.Name.LocalName);
        Assert.Equal("title description", svg.Root!.Attribute("aria-labelledby")!.Value);
        Assert.Single(elements["title"]);
        Assert.Contains("phrase: 2.0 ms at 10,000 sections, 20.0 ms at 100,000 sections.", elements["desc"].Single().Value, StringComparison.Ordinal);
        Assert.Equal(2, elements["polyline"].Count());
        Assert.Contains(elements["text"], label => label.Value == "rare word, 0.8 ms");
    }
}
