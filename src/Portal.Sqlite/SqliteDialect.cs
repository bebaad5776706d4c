using System.Text.Json;
using Portal.Kernel.Data;

namespace Portal.Sqlite;

public sealed class SqliteDialect : ISqlDialect
{
    public string Name => "Sqlite";

    public string In(string column, string parameter)
        => $"{column} in (select value from json_each(@{parameter.TrimStart('@')}))";

    public object Values(IEnumerable<string> values) => JsonSerializer.Serialize(values);
}
