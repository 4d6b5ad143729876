using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PhysicalAiTracker.Core.Data;

/// <summary>How SQLite is opened: WAL, every commit on disk, foreign keys on.</summary>
public static class SqliteConnections
{
    /// <summary>How long a writer waits for another, in seconds.</summary>
    private const int BusySeconds = 30;

    internal static PragmaInterceptor Pragmas { get; } = new();

    public static string StringFor(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = BusySeconds,
    }.ToString();

    /// <summary>A file that nobody writes to any more.</summary>
    public static string ReadOnlyStringFor(string file) => new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString();

    internal sealed class PragmaInterceptor : DbConnectionInterceptor
    {
        // journal_mode stays in the file, synchronous belongs to the connection.
        private const string Text = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (IsReadOnly(connection))
            {
                return;
            }

            using var command = connection.CreateCommand();
            command.CommandText = Text;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (IsReadOnly(connection))
            {
                return;
            }

            await using var command = connection.CreateCommand();
            command.CommandText = Text;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        /// <summary>EF Core looks so whether the file exists; a restored backup, which is not in WAL yet, would then refuse the change.</summary>
        private static bool IsReadOnly(DbConnection connection) =>
            new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
    }
}
