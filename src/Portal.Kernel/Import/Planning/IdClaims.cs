namespace Portal.Kernel.Import.Planning;

/// <summary>Which file has which id: no two may have the same.</summary>
internal sealed class IdClaims
{
    public const string Rule = "is not an id: an id has 26 characters, digits and lower-case letters without i, l, o and u";

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    public bool Has(string id) => _files.ContainsKey(id);

    /// <summary>False, and an error, when another file has the id.</summary>
    public bool Claim(string id, string file, int? line, FileErrors errors)
    {
        if (_files.TryAdd(id, file))
        {
            return true;
        }

        errors.Add(line, ItemHeader.IdKey, $"The id '{id}' stands in {_files[id]} as well.");
        return false;
    }
}
