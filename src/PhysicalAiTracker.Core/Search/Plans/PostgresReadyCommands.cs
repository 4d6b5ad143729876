using System.Collections.Concurrent;
using System.Data;
using Npgsql;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>
/// Connections that only read, each with its statements prepared: neither does the server parse and plan them again, nor Npgsql look for their parameters, nor Entity
/// Framework make its services for a context that reads by plans alone.
/// </summary>
internal sealed class PostgresReadyCommands : ReadyCommands
{
    /// <summary>In use at a time; who comes later waits. The server has a limit for all of them together, of which pages and forms need theirs.</summary>
    private const int Most = 20;

    /// <summary>No more wait for use.</summary>
    private static readonly int MostIdle = 2 * Environment.ProcessorCount;

    private readonly NpgsqlDataSource _source;
    private readonly ConcurrentBag<Connection> _idle = [];
    private int _age;

    public PostgresReadyCommands(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, Most);
        settings.MinPoolSize = Math.Min(settings.MinPoolSize, settings.MaxPoolSize);
        _source = NpgsqlDataSource.Create(settings);
    }

    internal override async ValueTask<ReadyRows> OpenAsync(IPlan plan, IReadOnlyList<object?> values, CancellationToken cancellation)
    {
        while (true)
        {
            var isKept = _idle.TryTake(out var connection);
            connection ??= new Connection(await _source.OpenConnectionAsync(cancellation), Volatile.Read(ref _age));
            try
            {
                var used = connection;
                return new ReadyRows(await connection.OpenAsync(plan, values, cancellation), () => GiveBackAsync(used));
            }
            catch (NpgsqlException) when (isKept && !connection.IsOpen)
            {
                // The server was started anew, or ended it, since it was used last.
                await connection.DisposeAsync();
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
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
        _source.Dispose();
        base.Dispose(disposing);
    }

    private ValueTask GiveBackAsync(Connection connection)
    {
        if (_idle.Count >= MostIdle || connection.Age != Volatile.Read(ref _age) || !connection.IsOpen)
        {
            return connection.DisposeAsync();
        }

        _idle.Add(connection);
        return ValueTask.CompletedTask;
    }

    /// <summary>A connection with its statements, used by one request at a time.</summary>
    private sealed class Connection(NpgsqlConnection connection, int age) : IAsyncDisposable, IDisposable
    {
        private readonly Dictionary<IPlan, NpgsqlCommand> _commands = [];

        public int Age => age;

        public bool IsOpen => connection.State == ConnectionState.Open;

        public async ValueTask<NpgsqlDataReader> OpenAsync(IPlan plan, IReadOnlyList<object?> values, CancellationToken cancellation)
        {
            if (!_commands.TryGetValue(plan, out var command))
            {
                _commands[plan] = command = new NpgsqlCommand(plan.Text, connection);
                command.Parameters.AddRange(plan.Parameters.Select(parameter => ((NpgsqlParameter)parameter.Made).Clone()).ToArray());
                Set(command, plan, values);
                await command.PrepareAsync(cancellation);
            }
            else
            {
                Set(command, plan, values);
            }

            return await command.ExecuteReaderAsync(cancellation);
        }

        public void Dispose()
        {
            foreach (var command in _commands.Values)
            {
                command.Dispose();
            }

            connection.Dispose();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var command in _commands.Values)
            {
                await command.DisposeAsync();
            }

            await connection.DisposeAsync();
        }

        private static void Set(NpgsqlCommand command, IPlan plan, IReadOnlyList<object?> values)
        {
            for (var index = 0; index < plan.Parameters.Count; index++)
            {
                if (plan.Parameters[index].Slot is { } slot)
                {
                    command.Parameters[index].Value = values[slot] ?? DBNull.Value;
                }
            }
        }
    }
}
