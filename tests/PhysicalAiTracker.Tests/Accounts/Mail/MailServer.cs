using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace PhysicalAiTracker.Tests.Accounts.Mail;

/// <summary>A mail server on this machine that keeps what it is sent, or refuses what a test tells it to.</summary>
public sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<string> _messages = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _refused = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _stop = new();

    public MailServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>What it answers to a recipient; “250 fine” takes the message.</summary>
    public string ToRecipient { get; set; } = "250 fine";

    /// <summary>Whether it falls silent at a recipient, as a server that hangs.</summary>
    public bool Hangs { get; set; }

    /// <summary>The settings of an application that sends here.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Smtp:Host"] = "127.0.0.1",
        ["Smtp:Port"] = ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Smtp:Security"] = "None",
        ["Smtp:From"] = "Tracker <tracker@example.org>",
        ["Accounts:Address"] = "https://tracker.example.org",
    };

    /// <summary>How many messages it was given and nobody has looked at.</summary>
    public int Waiting => _messages.Reader.Count;

    /// <summary>The next message, headers and text; waits for it.</summary>
    public Task<string> NextAsync() => NextAsync(_messages.Reader);

    /// <summary>The next recipient it did not take.</summary>
    public Task<string> NextRefusedAsync() => NextAsync(_refused.Reader);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private static async Task<string> NextAsync(ChannelReader<string> channel)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await channel.ReadAsync(patience.Token);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                await AnswerAsync(line, reader, writer);
                if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The sender went away, or the test is over.
        }
    }

    private async Task AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "RCPT" when Hangs:
                await _refused.Writer.WriteAsync(line);
                await Task.Delay(Timeout.Infinite, _stop.Token);
                break;
            case "RCPT":
                await writer.WriteLineAsync(ToRecipient);
                if (!ToRecipient.StartsWith("250", StringComparison.Ordinal))
                {
                    await _refused.Writer.WriteAsync(line);
                }

                break;
            case "DATA":
                await writer.WriteLineAsync("354 go on");
                await _messages.Writer.WriteAsync(await ReadMessageAsync(reader));
                await writer.WriteLineAsync("250 taken");
                break;
            case "QUIT":
                await writer.WriteLineAsync("221 bye");
                break;
            default:
                await writer.WriteLineAsync("250 fine");
                break;
        }
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            message.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        }

        return message.ToString();
    }
}
