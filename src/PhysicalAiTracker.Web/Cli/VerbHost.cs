using System.Data.Common;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Cli;

/// <summary>Gives a verb the same settings and services as the server, without the server.</summary>
/// <param name="Settings">Settings from the command line.</param>
internal sealed record VerbHost(string[] Settings, Terminal Terminal)
{
    /// <summary>A verb reads its settings once. Watching their folder would tell it of each write to a database that lies below.</summary>
    private const string ReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>Runs a job on a database that is up to date.</summary>
    public Task<int> RunAsync(Func<IServiceProvider, CancellationToken, Task> job, CancellationToken cancellation) =>
        RunAsync(job, prepare: true, cancellation);

    /// <param name="prepare">Whether the database is brought up to date first, as the server would.</param>
    public async Task<int> RunAsync(Func<IServiceProvider, CancellationToken, Task> job, bool prepare, CancellationToken cancellation)
    {
        try
        {
            await RunCoreAsync(job, prepare, cancellation);
            return 0;
        }
        catch (DbException exception)
        {
            throw new JobFailedException($"The database cannot be used: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new JobFailedException(exception.Message, exception);
        }
    }

    private async Task RunCoreAsync(Func<IServiceProvider, CancellationToken, Task> job, bool prepare, CancellationToken cancellation)
    {
        // As the server's builder does, whose services are left out: they take 7 MB.
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables("ASPNETCORE_");
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { Args = [.. Settings, ReadOnce], ContentRootPath = ContentRoot.Of(Settings), Configuration = configuration });
        builder.AddTracker(verb: true);
        await using var services = builder.Services.BuildServiceProvider();
        if (prepare)
        {
            await DatabaseStart.PrepareAsync(services, cancellation);
        }

        await using var scope = services.CreateAsyncScope();
        await using var memory = new SmallMemory(services.GetRequiredService<TimeProvider>());
        await job(scope.ServiceProvider, cancellation);
    }
}
