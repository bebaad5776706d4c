using System.Data;
using Dapper;

namespace Portal.Kernel.Data;

/// <summary>
/// How values are bound and read where databases differ, so that the same statement does in each: a truth is 1 or 0 (as in <c>published = 1</c>), and a text has
/// no U+0000. PostgreSQL cannot hold that character and SQLite ends texts at it now and then; it becomes U+FFFD, as Markdown and HTML have it. The JSON of an
/// item, where it stands as an escape, keeps it.
/// </summary>
public static class SharedTypes
{
    private static readonly Lazy<bool> Bound = new(() =>
    {
        // Dapper asks a handler only for types that it has no mapping of its own for.
        SqlMapper.RemoveTypeMap(typeof(bool));
        SqlMapper.RemoveTypeMap(typeof(bool?));
        SqlMapper.AddTypeHandler(new Truth());
        SqlMapper.RemoveTypeMap(typeof(string));
        SqlMapper.AddTypeHandler(new NoNull());
        return true;
    });

    /// <summary>A text as every database can hold it.</summary>
    public static string Text(string text) => text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;

    /// <summary>Does its work once a process.</summary>
    internal static void Bind() => _ = Bound.Value;

    private sealed class Truth : SqlMapper.TypeHandler<bool>
    {
        public override void SetValue(IDbDataParameter parameter, bool value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value ? 1L : 0L;
        }

        public override bool Parse(object value) => value is bool truth ? truth : Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) != 0;
    }

    private sealed class NoNull : SqlMapper.TypeHandler<string>
    {
        public override void SetValue(IDbDataParameter parameter, string? value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value is null ? DBNull.Value : Text(value);
        }

        // A single value that is asked for may be none.
        public override string? Parse(object value) => value as string;
    }
}
