using System.Data.Common;

namespace Portal.Kernel.Data;

/// <summary>The database's server does not answer. It may later: a request is answered with 503, a command says so and ends. The message names the server.</summary>
public sealed class DatabaseUnavailableException : DbException
{
    public DatabaseUnavailableException() { }
    public DatabaseUnavailableException(string message) : base(message) { }
    public DatabaseUnavailableException(string message, Exception innerException) : base(message, innerException) { }

    public override bool IsTransient => true;
}
