using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PhysicalAiTracker.Core.Data;
using SQLitePCL;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>Connections that only read, each with its statements prepared: SQLite would parse and plan a statement anew for each command.</summary>
internal sealed class SqliteReadyCommands(string file) : ReadyCommands
{
    /// <summary>No more wait for use; more are in use at a time only where more requests read at the same moment.</summary>
    private static readonly int MostIdle = 2 * Environment.ProcessorCount;

    private readonly ConcurrentBag<Connection> _idle = [];
    private int _age;

    internal override ValueTask<ReadyRows> OpenAsync(IPlan plan, IReadOnlyList<object?> values, CancellationToken cancellation)
    {
        if (!_idle.TryTake(out var connection))
        {
            connection = new Connection(file, Volatile.Read(ref _age));
        }

        try
        {
            return ValueTask.FromResult(new ReadyRows(connection.Open(plan, values), () =>
            {
                GiveBack(connection);
                return ValueTask.CompletedTask;
            }));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal override void Forget()
    {
        Interlocked.Increment(ref _age);
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    protected override void Dispose(bool disposing)
    {
        Forget();
        base.Dispose(disposing);
    }

    private void GiveBack(Connection connection)
    {
        if (_idle.Count >= MostIdle || connection.Age != Volatile.Read(ref _age))
        {
            connection.Dispose();
        }
        else
        {
            _idle.Add(connection);
        }
    }

    /// <summary>A connection with its statements, used by one request at a time.</summary>
    private sealed class Connection : IDisposable
    {
        /// <summary>How long to wait for whoever writes the file anew, as a command waits.</summary>
        private static readonly int Patience = (int)TimeSpan.FromSeconds(30).TotalMilliseconds;

        /// <summary>SQLITE_DBCONFIG_ENABLE_QPSG (sqlite.org/c3ref/c_dbconfig_defensive.html), which the wrapper does not name.</summary>
        private const int KeepsPlans = 1007;

        private readonly sqlite3 _connection;
        private readonly Dictionary<IPlan, SqliteStatement> _statements = [];

        public Connection(string file, int age)
        {
            Age = age;
            // Past the provider, whose connections take a lock with each call: this one is used by one thread at a time.
            var status = raw.sqlite3_open_v2(file, out _connection, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_NOMUTEX, null);
            try
            {
                SqliteException.ThrowExceptionForRC(status, _connection);
                SqliteException.ThrowExceptionForRC(raw.sqlite3_busy_timeout(_connection, Patience), _connection);
                // Without it a statement is parsed and planned again whenever a value is bound that its plan might have depended on.
                SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(_connection, KeepsPlans, 1, out _), _connection);
                // The pages that lead to the rows of a large database, and are read from the system again and again otherwise: a third of all time.
                SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(_connection, "PRAGMA cache_size = -4096"), _connection);
            }
            catch
            {
                _connection.Dispose();
                throw;
            }
        }

        public int Age { get; }

        public SqliteRows Open(IPlan plan, IReadOnlyList<object?> values)
        {
            if (!_statements.TryGetValue(plan, out var statement))
            {
                _statements[plan] = statement = new SqliteStatement(_connection, plan);
            }

            return statement.Open(values);
        }

        public void Dispose()
        {
            foreach (var statement in _statements.Values)
            {
                statement.Dispose();
            }

            _connection.Dispose();
        }
    }
}
