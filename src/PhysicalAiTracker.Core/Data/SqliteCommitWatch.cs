using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// By <c>PRAGMA data_version</c>, which changes for a connection when another one commits (sqlite.org/pragma.html#pragma_data_version), asked where the WAL index
/// is not as it was. Each request that may be answered from memory looks, so that several connections do, and none waits for another: whoever sees a change lets
/// all of them look anew, and counts it once.
/// </summary>
internal sealed class SqliteCommitWatch(string file) : CommitWatch
{
    private readonly Lock _change = new();
    private readonly Watcher[] _watchers = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Watcher(file))];
    private State _state = new(0);

    public override ValueTask<string> ReadAsync()
    {
        var watcher = Take();
        // In this order: while the watcher is taken nobody else tells it what it has not seen itself.
        var state = Volatile.Read(ref _state);
        bool changed;
        try
        {
            changed = watcher.Look(update: false);
        }
        finally
        {
            watcher.Free();
        }

        return ValueTask.FromResult((changed ? Change() : state).Text);
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var watcher in _watchers)
        {
            // Whoever looks at this moment looks to the end.
            watcher.Wait();
            watcher.Dispose();
            watcher.Free();
        }
    }

    private State Change()
    {
        lock (_change)
        {
            var taken = 0;
            try
            {
                foreach (var watcher in _watchers)
                {
                    watcher.Wait();
                    taken++;
                }

                // All of them are to look, whatever the others saw.
                var changed = _watchers.Count(watcher => watcher.Look(update: true));
                return changed > 0 ? _state = new State(_state.Number + 1) : _state;
            }
            catch
            {
                // Some of them may have seen a change by now, and will not tell of it again.
                _state = new State(_state.Number + 1);
                throw;
            }
            finally
            {
                foreach (var watcher in _watchers.Take(taken))
                {
                    watcher.Free();
                }
            }
        }
    }

    private Watcher Take()
    {
        for (var wait = default(SpinWait); ; wait.SpinOnce())
        {
            foreach (var watcher in _watchers)
            {
                if (watcher.TryTake())
                {
                    return watcher;
                }
            }
        }
    }

    private sealed record State(long Number)
    {
        public string Text { get; } = Number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A connection, used by one at a time.</summary>
    private sealed class Watcher(string file) : IDisposable
    {
        private SqliteConnection? _connection;
        private sqlite3_stmt? _statement;
        private SqliteWalIndex? _index;
        private byte[] _seen = [];
        private long _last = -1;
        private int _taken;
        private bool _isDisposed;

        public bool TryTake() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

        public void Wait()
        {
            for (var wait = default(SpinWait); !TryTake(); wait.SpinOnce())
            {
            }
        }

        public void Free() => Volatile.Write(ref _taken, 0);

        /// <summary>Whether anything was committed since it was last told so.</summary>
        /// <param name="update">Whether to tell it now.</param>
        public bool Look(bool update)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_statement is null)
            {
                Open();
            }

            if (_index is { } unchanged && unchanged.Is(_seen))
            {
                return false;
            }

            // Before the version is read: what is committed after this shows in the index.
            var seen = _index?.Read() ?? [];
            // Past the provider, which makes a reader for each look.
            var status = raw.sqlite3_step(_statement);
            var version = status == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_statement, 0) : 0;
            _ = raw.sqlite3_reset(_statement);
            SqliteException.ThrowExceptionForRC(status == raw.SQLITE_ROW ? raw.SQLITE_OK : status, _connection!.Handle);
            var changed = version != _last;
            if (update || !changed)
            {
                (_last, _seen) = (version, seen);
            }

            if (update)
            {
                // The version was read, so that the index is there if there is to be one.
                _index ??= SqliteWalIndex.Of(_connection.Handle!);
            }

            return changed;
        }

        public void Dispose()
        {
            _isDisposed = true;
            _statement?.Dispose();
            _connection?.Dispose();
        }

        private void Open()
        {
            _connection?.Dispose();
            _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            _connection.Open();
            _ = raw.sqlite3_busy_timeout(_connection.Handle, (int)TimeSpan.FromSeconds(_connection.DefaultTimeout).TotalMilliseconds);
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(_connection.Handle, "PRAGMA data_version", raw.SQLITE_PREPARE_PERSISTENT, out _statement), _connection.Handle);
        }
    }
}
