namespace Portal.Kernel.Data;

/// <summary>
/// The one door to the database. A provider project implements it; everything above it speaks the SQL that all providers share: whole numbers are <c>bigint</c>, a truth
/// is 1 or 0, texts are ordered byte by byte, and where a column may be null its place in an order is said (<c>nulls first</c>). A server that does not answer is a
/// <see cref="System.Data.Common.DbException"/> that is transient, whether it is met in opening a session or within one.
/// </summary>
public interface IDatabase
{
    ISqlDialect Dialect { get; }

    /// <summary>Opens a session for reading: one connection, one snapshot that no later write changes.</summary>
    Task<DbSession> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Opens a unit of work: one connection, one transaction. Nothing is kept unless <see cref="DbSession.CommitAsync"/> is called.
    /// Waits while another write of this process is under way, and for a bounded time while another process writes: one unit of work writes at a time, and what it has read stays so.
    /// </summary>
    /// <exception cref="TimeoutException">Another process or machine did not end its unit of work in time.</exception>
    Task<DbSession> WriteAsync(CancellationToken cancellationToken);

    /// <summary>Applies the migrations that are missing, each once and in order, all of them or, when one fails, none of that one. Returns the names of those applied.</summary>
    /// <exception cref="MigrationException">A migration failed, or one that was applied has changed since.</exception>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);
}

/// <summary>What the providers' SQL does not share.</summary>
public interface ISqlDialect
{
    /// <summary>The provider's name as configuration writes it, for example <c>Sqlite</c>.</summary>
    string Name { get; }

    /// <summary>An SQL condition that holds when <paramref name="column"/> is one of the values of the parameter <paramref name="parameter"/>, as bound by <see cref="Values"/>.</summary>
    string In(string column, string parameter);

    /// <summary>What to bind for the parameter of <see cref="In"/>.</summary>
    object Values(IEnumerable<string> values);
}

/// <summary>A migration could not be applied. The message names its file.</summary>
public sealed class MigrationException : Exception
{
    public MigrationException() { }
    public MigrationException(string message) : base(message) { }
    public MigrationException(string message, Exception innerException) : base(message, innerException) { }
}
