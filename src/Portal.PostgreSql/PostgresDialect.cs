using Portal.Kernel.Data;

namespace Portal.PostgreSql;

public sealed class PostgresDialect : ISqlDialect
{
    public string Name => "Postgres";

    public string In(string column, string parameter) => $"{column} = any(@{parameter.TrimStart('@')})";

    public object Values(IEnumerable<string> values) => values.Select(SharedTypes.Text).ToArray();
}
