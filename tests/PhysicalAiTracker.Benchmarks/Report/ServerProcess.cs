using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PhysicalAiTracker.Benchmarks.Report;

/// <summary>The server in a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address, TimeSpan toFirstPage)
    {
        (_process, Address, ToFirstPage) = (process, address, toFirstPage);
        // What it says is not read otherwise, and it would wait.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the end of the first page.</summary>
    public TimeSpan ToFirstPage { get; }

    /// <summary>In bytes.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <param name="folder">Where the program lies; null for the one that this one was built with.</param>
    public static async Task<ServerProcess> StartAsync(string? folder, string data)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var watch = Stopwatch.StartNew();
        var process = ProgramRun.Start(folder, $"--urls={address}", $"--Data:Directory={data}", "--Seeds:Import=false", "--Api:RateLimit=1000000", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:PhysicalAiTracker.Web.Hosting.RequestLog=Warning");
        while (true)
        {
            try
            {
                var (head, _) = await LoadClient.GetAsync(address, LoadClient.Get("/"));
                if (head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
                {
                    return new ServerProcess(process, address, watch.Elapsed);
                }
            }
            catch (SocketException) when (watch.Elapsed < Longest && !process.HasExited)
            {
                await Task.Delay(Again);
            }
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
