using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>Connections that only read, each with its statements prepared: SQLite would parse and plan a statement anew for each command.</summary>
internal sealed class SqliteReadyCommands(string file) : ReadyCommands
{
    /// <summary>No more wait for use; more are in use at a time only where more requests read at the same moment.</summary>
    private static readonly int MostIdle = 2 * Environment.ProcessorCount;

    private readonly ConcurrentBag<Connection> _idle = [];
    private readonly string _text = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
    private int _age;

    internal override ValueTask<ReadyCommand> RentAsync(TrackerDbContext db, IPlan plan, IReadOnlyList<object?> values, CancellationToken cancellation)
    {
        if (!_idle.TryTake(out var connection))
        {
            connection = new Connection(_text, Volatile.Read(ref _age));
        }

        var command = connection.CommandOf(plan);
        Fill(command, plan, values);
        return ValueTask.FromResult(new ReadyCommand(command, () =>
        {
            if (_idle.Count >= MostIdle || connection.Age != Volatile.Read(ref _age))
            {
                connection.Dispose();
            }
            else
            {
                _idle.Add(connection);
            }

            return ValueTask.CompletedTask;
        }));
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

    /// <summary>A connection with its commands, used by one request at a time.</summary>
    private sealed class Connection : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly Dictionary<IPlan, SqliteCommand> _commands = [];

        public Connection(string text, int age)
        {
            Age = age;
            _connection = new SqliteConnection(text);
            _connection.Open();
        }

        public int Age { get; }

        public SqliteCommand CommandOf(IPlan plan)
        {
            if (!_commands.TryGetValue(plan, out var command))
            {
                command = _connection.CreateCommand();
                command.CommandText = plan.Text;
                foreach (var parameter in plan.Parameters)
                {
                    command.Parameters.Add(new SqliteParameter(parameter.Made.ParameterName, parameter.Made.Value));
                }

                _commands[plan] = command;
            }

            return command;
        }

        public void Dispose()
        {
            foreach (var command in _commands.Values)
            {
                command.Dispose();
            }

            _connection.Dispose();
        }
    }
}
