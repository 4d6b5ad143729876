using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PhysicalAiTracker.Tests.Webhooks;

/// <summary>One request that arrived.</summary>
internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>Somebody's server on this machine, which answers each request with a status and remembers it.</summary>
internal sealed class WebhookServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public WebhookServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        _listener.Prefixes.Add($"http://localhost:{Port}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port { get; }

    public string Url => $"http://localhost:{Port}/hook";

    /// <summary>What it answers; a redirect leads to itself.</summary>
    public int Status { get; set; } = 200;

    /// <summary>It answers nothing before this is so, or before it is closed.</summary>
    public Func<bool> Until { get; init; } = () => true;

    public ConcurrentQueue<Received> Requests { get; } = new();

    public void Dispose()
    {
        _listener.Close();
        _serving.Wait(TimeSpan.FromSeconds(10));
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var headers = context.Request.Headers.AllKeys.ToDictionary(name => name!, name => context.Request.Headers[name]!, StringComparer.OrdinalIgnoreCase);
            Requests.Enqueue(new Received(context.Request.Url!.AbsolutePath, headers, await reader.ReadToEndAsync()));
            while (!Until() && _listener.IsListening)
            {
                await Task.Delay(10);
            }

            context.Response.StatusCode = Status;
            if (Status is >= 300 and < 400)
            {
                context.Response.RedirectLocation = $"http://localhost:{Port}/elsewhere";
            }

            context.Response.Close();
        }
    }
}
