using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PhysicalAiTracker.Benchmarks.Report;

/// <summary>How often something is answered, and how long one answer takes.</summary>
/// <param name="PerSecond">Answers.</param>
/// <param name="Median">Of one answer.</param>
internal sealed record Load(double PerSecond, TimeSpan Median);

/// <summary>Asks over plain sockets, which take less of the machine than a full client would: what is measured is the server.</summary>
internal static class LoadClient
{
    private const int Connections = 4;

    /// <summary>So many short turns, one server after the other, so that what else the machine does falls on all.</summary>
    private const int Turns = 4;

    /// <summary>Measures several servers in turns.</summary>
    /// <param name="targets">Where to ask, and the text of the request with a number.</param>
    public static async Task<IReadOnlyList<Load>> CompareAsync(TimeSpan time, params IReadOnlyList<(Uri Server, Func<int, string> Request)> targets)
    {
        var numbers = targets.Select(_ => new Counter()).ToList();
        var times = targets.Select(_ => new List<long>()).ToList();
        var spent = new TimeSpan[targets.Count];
        for (var turn = 0; turn <= Turns; turn++)
        {
            for (var target = 0; target < targets.Count; target++)
            {
                var (server, request) = targets[target];
                var watch = Stopwatch.StartNew();
                var got = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(server, request, numbers[target], time / Turns))));
                if (turn > 0)
                {
                    // The first turn warms up.
                    spent[target] += watch.Elapsed;
                    times[target].AddRange(got.SelectMany(some => some));
                }
            }
        }

        return [.. targets.Select((_, target) => new Load(times[target].Count / spent[target].TotalSeconds, Stopwatch.GetElapsedTime(0, Middle(times[target]))))];
    }

    /// <summary>One answer's body and headers.</summary>
    public static async Task<(string Head, byte[] Body)> GetAsync(Uri server, string request)
    {
        using var socket = await ConnectAsync(server);
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        return await new Reader(socket).ReadAsync(keep: true);
    }

    /// <summary>A GET as a request's text.</summary>
    /// <param name="more">More headers, each with its line end.</param>
    public static string Get(string path, string more = "") => $"GET {path} HTTP/1.1\r\nHost: localhost\r\n{more}\r\n";

    private static long Middle(List<long> times)
    {
        times.Sort();
        return times.Count == 0 ? 0 : times[times.Count / 2];
    }

    private static async Task<List<long>> AskAsync(Uri server, Func<int, string> request, Counter number, TimeSpan time)
    {
        using var socket = await ConnectAsync(server);
        var reader = new Reader(socket);
        var times = new List<long>();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            var asked = Stopwatch.GetTimestamp();
            await socket.SendAsync(Encoding.ASCII.GetBytes(request(number.Next())));
            var (head, _) = await reader.ReadAsync(keep: false);
            times.Add(Stopwatch.GetTimestamp() - asked);
            if (!(head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) || head.StartsWith("HTTP/1.1 304", StringComparison.Ordinal)))
            {
                throw new InvalidOperationException($"{request(0)} was answered {head}");
            }
        }

        return times;
    }

    private static async Task<Socket> ConnectAsync(Uri server)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        return socket;
    }

    private sealed class Counter
    {
        private int _last;

        public int Next() => Interlocked.Increment(ref _last);
    }

    /// <summary>Reads answers one after the other: a head, and a body of a stated length or in chunks.</summary>
    private sealed class Reader(Socket socket)
    {
        private readonly byte[] _buffer = new byte[4 * 1024 * 1024];
        private int _start;
        private int _end;

        public async Task<(string Head, byte[] Body)> ReadAsync(bool keep)
        {
            int at;
            while ((at = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8)) < 0)
            {
                await MoreAsync();
            }

            var head = Encoding.ASCII.GetString(_buffer, _start, at);
            _start += at + 4;
            if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
            {
                return (head, await ChunksAsync(keep));
            }

            var name = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            var end = name < 0 ? 0 : head.IndexOf('\r', name) is > 0 and var line ? line : head.Length;
            return (head, await TakeAsync(name < 0 ? 0 : int.Parse(head.AsSpan(name + 16, end - name - 16), NumberStyles.None, CultureInfo.InvariantCulture), keep));
        }

        private async Task<byte[]> ChunksAsync(bool keep)
        {
            var body = new List<byte>();
            while (true)
            {
                int line;
                while ((line = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
                {
                    await MoreAsync();
                }

                var length = int.Parse(Encoding.ASCII.GetString(_buffer, _start, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                _start += line + 2;
                body.AddRange(await TakeAsync(length, keep));
                await TakeAsync(2, keep: false);
                if (length == 0)
                {
                    return [.. body];
                }
            }
        }

        private async Task<byte[]> TakeAsync(int length, bool keep)
        {
            while (_end - _start < length)
            {
                await MoreAsync();
            }

            var taken = keep ? _buffer.AsSpan(_start, length).ToArray() : [];
            _start += length;
            return taken;
        }

        private async Task MoreAsync()
        {
            if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                (_start, _end) = (0, _end - _start);
            }

            var read = await socket.ReceiveAsync(_buffer.AsMemory(_end));
            _end += read > 0 ? read : throw new IOException("The server closed the connection.");
        }
    }
}
