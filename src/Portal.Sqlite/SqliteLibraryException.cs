namespace Portal.Sqlite;

/// <summary>The system's SQLite is missing or will not do. The message says what to install.</summary>
public sealed class SqliteLibraryException : Exception
{
    public SqliteLibraryException() { }
    public SqliteLibraryException(string message) : base(message) { }
    public SqliteLibraryException(string message, Exception innerException) : base(message, innerException) { }
}
