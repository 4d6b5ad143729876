using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// While it is held nobody writes to the database, so that what was its state is its state (docs/decisions/0057). Each statement that writes, of whatever program, waits
/// for it first, by a trigger on each table (migration WritesAreSeen); the holder looks often whether anybody waits, and gives it back then.
/// </summary>
/// <remarks>
/// It is an advisory lock: whoever writes shares it with others who write until the end of their transaction, the holder has it alone. One process at a time holds it.
/// </remarks>
internal sealed class PostgresLease(NpgsqlDataSource source) : IDisposable
{
    /// <summary>The two numbers of the lock, as the trigger has them.</summary>
    private const string Key = "1346456916, 1";

    /// <summary>Looks within a second from which on it is worth its own trips.</summary>
    private const int Enough = 20;

    /// <summary>For how many looks of its own it is held without being asked.</summary>
    private const int MostIdle = 10;

    /// <summary>Between two looks whether anybody waits to write.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(15);

    /// <summary>How long it is trusted after a look; well below <see cref="Silence"/>.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromMilliseconds(500);

    /// <summary>After which the server ends the transaction of a holder that no longer looks.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    /// <summary>For how long it is held at most, before it is looked anew whether each table has its trigger.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>How long it is let alone for those who write, and where it cannot be had.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stop = new();
    private Held? _held;
    private bool _wasAsked;
    private Task _holding = Task.CompletedTask;
    private long _secondBegan;
    private int _sought;
    private long _notBefore;

    /// <summary>What <see cref="CommitWatch.ReadAsync"/> answers; null where it is not held.</summary>
    public string? Mark
    {
        get
        {
            if (Volatile.Read(ref _held) is not { } held || Stopwatch.GetTimestamp() >= held.Until)
            {
                return null;
            }

            if (!_wasAsked)
            {
                _wasAsked = true;
            }

            return held.Mark;
        }
    }

    /// <summary>Tells that it would have been of use, and takes it where that is so often enough. By one caller at a time.</summary>
    public void Seek()
    {
        var now = Stopwatch.GetTimestamp();
        if (now < Volatile.Read(ref _notBefore) || !_holding.IsCompleted || _stop.IsCancellationRequested)
        {
            return;
        }

        if (Stopwatch.GetElapsedTime(_secondBegan, now) > TimeSpan.FromSeconds(1))
        {
            (_secondBegan, _sought) = (now, 0);
        }

        if (++_sought >= Enough)
        {
            _sought = 0;
            _holding = Task.Run(HoldAsync);
        }
    }

    public void Dispose()
    {
        Volatile.Write(ref _held, null);
        _stop.Cancel();
        // It ends by itself where the source ends, if not sooner.
        _holding.Wait(Silence);
        _stop.Dispose();
    }

    private static long After(long timestamp, TimeSpan time) => timestamp + (long)(time.TotalSeconds * Stopwatch.Frequency);

    /// <summary>As long as it is asked for and nobody waits to write.</summary>
    private async Task HoldAsync()
    {
        var pause = Pause;
        try
        {
            await using var connection = await source.OpenConnectionAsync(_stop.Token);
            await using var commands = await Commands.PrepareAsync(connection, _stop.Token);
            Ended ended;
            do
            {
                ended = await HoldOnceAsync(connection, commands);
            }
            while (ended == Ended.Old);

            pause = ended switch
            {
                Ended.Idle => TimeSpan.Zero,
                Ended.Uncovered => LongPause,
                _ => Pause,
            };
        }
        catch (Exception exception) when (exception is DbException or IOException or InvalidOperationException or TimeoutException or OperationCanceledException)
        {
            // The connection is gone, and the lease with it. Whoever looks by a trip of their own is told why.
        }
        finally
        {
            Volatile.Write(ref _notBefore, After(Stopwatch.GetTimestamp(), pause));
        }
    }

    private async Task<Ended> HoldOnceAsync(NpgsqlConnection connection, Commands commands)
    {
        var began = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, _stop.Token);
        try
        {
            if (!(bool)(await commands.Take.ExecuteScalarAsync(_stop.Token))!)
            {
                return Ended.Busy;
            }

            // Statements of their own: the snapshot of the one that took the lock may be older than the lock.
            if (!(bool)(await commands.IsCovered.ExecuteScalarAsync(_stop.Token))!)
            {
                return Ended.Uncovered;
            }

            var asked = Stopwatch.GetTimestamp();
            var mark = (string)(await commands.Snapshot.ExecuteScalarAsync(_stop.Token))!;
            for (var idle = 0; idle < MostIdle; idle = _wasAsked ? 0 : idle + 1)
            {
                _wasAsked = false;
                Volatile.Write(ref _held, new Held(mark, After(asked, Trust)));
                await Task.Delay(Look, _stop.Token);
                asked = Stopwatch.GetTimestamp();
                if ((bool)(await commands.IsSought.ExecuteScalarAsync(_stop.Token))!)
                {
                    return Ended.Busy;
                }

                if (Stopwatch.GetElapsedTime(began, asked) > Longest)
                {
                    return Ended.Old;
                }
            }

            return Ended.Idle;
        }
        finally
        {
            // Before the transaction ends, and the lock with it.
            Volatile.Write(ref _held, null);
        }
    }

    private enum Ended
    {
        /// <summary>Somebody writes, or another process holds it.</summary>
        Busy,
        Idle,
        Old,

        /// <summary>Somebody could write unseen.</summary>
        Uncovered,
    }

    /// <param name="Until">A time of <see cref="Stopwatch"/>.</param>
    private sealed record Held(string Mark, long Until);

    private sealed record Commands(NpgsqlCommand Take, NpgsqlCommand IsCovered, NpgsqlCommand Snapshot, NpgsqlCommand IsSought) : IAsyncDisposable
    {
        public static async Task<Commands> PrepareAsync(NpgsqlConnection connection, CancellationToken cancellation)
        {
            var commands = new Commands(
                // A holder that stands still must not keep others from writing.
                new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"""
                    SELECT pg_try_advisory_xact_lock({Key}) AND set_config('idle_in_transaction_session_timeout', '{Silence.TotalMilliseconds}', true) IS NOT NULL
                    """), connection),
                new NpgsqlCommand("""
                    SELECT NOT pg_is_in_recovery() AND NOT EXISTS (SELECT FROM pg_class AS t WHERE t.relkind IN ('r', 'p', 'f') AND t.relnamespace = current_schema()::regnamespace
                        AND NOT EXISTS (SELECT FROM pg_trigger AS w WHERE w.tgrelid = t.oid AND w.tgname = 'WritesAreSeen' AND w.tgenabled = 'A'))
                    """, connection),
                new NpgsqlCommand(PostgresCommitWatch.Snapshot, connection),
                new NpgsqlCommand("""
                    SELECT EXISTS (SELECT FROM pg_locks AS w JOIN pg_locks AS h ON h.pid = pg_backend_pid() AND h.locktype = 'advisory' AND h.granted
                            AND (h.database, h.classid, h.objid, h.objsubid) = (w.database, w.classid, w.objid, w.objsubid)
                        WHERE w.locktype = 'advisory' AND NOT w.granted)
                    """, connection));
            foreach (var command in (NpgsqlCommand[])[commands.Take, commands.IsCovered, commands.Snapshot, commands.IsSought])
            {
                await command.PrepareAsync(cancellation);
            }

            return commands;
        }

        public async ValueTask DisposeAsync()
        {
            await Take.DisposeAsync();
            await IsCovered.DisposeAsync();
            await Snapshot.DisposeAsync();
            await IsSought.DisposeAsync();
        }
    }
}
