using System.Text.RegularExpressions;
using System.Xml.Linq;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Architecture;

/// <summary>The walls of the house: who references whom, and where a provider or a module's inside may be named.</summary>
public sealed partial class WallsTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Portal.Kernel"] = [],
        ["Portal.PostgreSql"] = ["Portal.Kernel"],
        ["Portal.Sqlite"] = ["Portal.Kernel"],
        ["Portal.Modules"] = ["Portal.Kernel"],
        ["Portal.Web"] = ["Portal.Kernel", "Portal.Modules", "Portal.PostgreSql", "Portal.Sqlite", "Commons"],
    };

    private static readonly string[] ProviderPackages = ["Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.provider.e_sqlite3", "Npgsql"];

    [Fact]
    public void Projects_ReferenceOnlyWhatTheyMay()
    {
        var projects = Repository.Files("src", "*.csproj").ToList();
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Select(Name).Order(StringComparer.Ordinal));
        Assert.All(projects, project =>
        {
            var references = XDocument.Load(project).Descendants("ProjectReference").Select(reference => Name(reference.Attribute("Include")!.Value));
            Assert.Empty(references.Except(Allowed[Name(project)]));
        });
    }

    [Fact]
    public void Providers_AreNamedInTheirProjectsOnly()
    {
        foreach (var project in Repository.Files("src", "*.csproj").Where(project => Name(project) is not ("Portal.Sqlite" or "Portal.PostgreSql")))
        {
            var packages = XDocument.Load(project).Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value);
            Assert.Empty(packages.Intersect(ProviderPackages));
        }

        var strangers = Repository.Files("src/Portal.Kernel", "*.cs").Concat(Repository.Files("src/Portal.Modules", "*.cs"))
            .Where(file => Provider().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative);
        Assert.Empty(strangers);
    }

    [Fact]
    public void Modules_UseEachOtherThroughPublicOnly()
    {
        var modules = Directory.GetDirectories(Path.Combine(Repository.Root, "src/Portal.Modules")).Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj" or "Shared")).ToList();
        Assert.NotEmpty(modules);

        var breaches =
            from module in modules
            from file in Repository.Files($"src/Portal.Modules/{module}", "*.cs").Concat(Repository.Files($"src/Portal.Modules/{module}", "*.cshtml"))
            from Match use in ModuleNamespace().Matches(File.ReadAllText(file))
            let other = use.Groups["module"].Value
            where other != module && other != "Shared" && use.Groups["room"].Value != "Public"
            select $"{Repository.Relative(file)} uses {use.Value}";
        Assert.Empty(breaches);
    }

    [Fact]
    public void Shared_KnowsNoModule()
        => Assert.Empty(Repository.Files("src/Portal.Modules/Shared", "*.cs")
            .Where(file => ModuleNamespace().Matches(File.ReadAllText(file)).Any(use => use.Groups["module"].Value != "Shared"))
            .Select(Repository.Relative));

    [Fact]
    public void Files_AreOneIdea()
        => Assert.Empty(Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs")).Concat(Repository.Files("themes", "*.cshtml"))
            .Where(file => File.ReadLines(file).Count() > 300)
            .Select(Repository.Relative));

    [Fact]
    public void Services_AreNotCatchAlls()
        => Assert.Empty(Repository.Files("src", "*.cs")
            .Where(file => CatchAll().IsMatch(Repository.Relative(file)))
            .Select(Repository.Relative));

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));

    [GeneratedRegex(@"using (Microsoft\.Data\.Sqlite|SQLitePCL|Npgsql)|\b(sqlite_|fts5|pragma )\w*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Provider();

    [GeneratedRegex(@"\bPortal\.Modules\.(?<module>\w+)(\.(?<room>\w+))?", RegexOptions.ExplicitCapture)]
    private static partial Regex ModuleNamespace();

    [GeneratedRegex(@"/(Helpers|Utils|Common|Managers|Interfaces)/", RegexOptions.ExplicitCapture)]
    private static partial Regex CatchAll();
}
