using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Kernel.Data;

/// <summary>One step of the database's shape. <paramref name="Name"/> is its file's name, <c>NNNN-name.sql</c>, and its place in the order.</summary>
public sealed record Migration(string Name, string Sql)
{
    /// <summary>Of the text with line feeds only, so that a checkout on Windows does not look like a change.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The migrations embedded in a provider's assembly, in order.</summary>
    public static IReadOnlyList<Migration> EmbeddedIn(Assembly assembly)
        => [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Migration(name, Read(assembly, name)))];

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
