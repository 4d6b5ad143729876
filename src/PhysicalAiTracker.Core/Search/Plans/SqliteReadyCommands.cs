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
    private readonly string _text = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
    private int _age;

    internal override ValueTask<ReadyRows> OpenAsync(TrackerDbContext db, IPlan plan, IReadOnlyList<object?> values, CancellationToken cancellation)
    {
        if (!_idle.TryTake(out var connection))
        {
            connection = new Connection(_text, Volatile.Read(ref _age));
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
        private readonly SqliteConnection _connection;
        private readonly Dictionary<IPlan, SqliteStatement> _statements = [];

        public Connection(string text, int age)
        {
            Age = age;
            _connection = new SqliteConnection(text);
            _connection.Open();
            // As a command waits for whoever writes the file anew.
            _ = raw.sqlite3_busy_timeout(_connection.Handle, (int)TimeSpan.FromSeconds(_connection.DefaultTimeout).TotalMilliseconds);
        }

        public int Age { get; }

        public SqliteRows Open(IPlan plan, IReadOnlyList<object?> values)
        {
            if (!_statements.TryGetValue(plan, out var statement))
            {
                _statements[plan] = statement = new SqliteStatement(_connection.Handle!, plan);
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
