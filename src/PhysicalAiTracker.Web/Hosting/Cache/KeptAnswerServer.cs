using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>
/// A server that answers from memory what it can (docs/decisions/0053): such a request costs no more than the network and a look, since the application makes
/// nothing for it, neither a context nor an activity nor a scope of the log.
/// </summary>
internal sealed class KeptAnswerServer(IServer server, KeptAnswers answers) : IServer
{
    public IFeatureCollection Features => server.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull => answers.IsOn
            ? server.StartAsync(new Application<TContext>(application, answers), cancellationToken)
            : server.StartAsync(application, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();

    /// <summary>One request, and then the next of the same connection.</summary>
    private sealed class Exchange<TContext>
    {
        public Exchange(Func<Exchange<TContext>, Task> process) => Next = _ => process(this);

        public DefaultHttpContext Short { get; } = new();

        /// <summary>The application.</summary>
        public RequestDelegate Next { get; }

        public IFeatureCollection Features { get; set; } = null!;

        /// <summary>What the application made of it, where it came so far.</summary>
        public TContext? Long { get; set; }

        public bool IsLong { get; set; }
    }

    private sealed class Application<TContext> : IHttpApplication<Exchange<TContext>>
        where TContext : notnull
    {
        private readonly IHttpApplication<TContext> _application;
        private readonly KeptAnswers _answers;

        public Application(IHttpApplication<TContext> application, KeptAnswers answers) => (_application, _answers) = (application, answers);

        public Exchange<TContext> CreateContext(IFeatureCollection contextFeatures)
        {
            var kept = contextFeatures as IHostContextContainer<Exchange<TContext>>;
            var exchange = kept?.HostContext ?? new Exchange<TContext>(Process);
            if (kept is not null)
            {
                kept.HostContext = exchange;
            }

            exchange.Features = contextFeatures;
            exchange.Short.Initialize(contextFeatures);
            return exchange;
        }

        public Task ProcessRequestAsync(Exchange<TContext> context) => _answers.AnswerAsync(context.Short, context.Next);

        public void DisposeContext(Exchange<TContext> context, Exception? exception)
        {
            if (context.IsLong)
            {
                _application.DisposeContext(context.Long!, exception);
            }

            (context.Long, context.IsLong, context.Features) = (default, false, null!);
            context.Short.Uninitialize();
        }

        private Task Process(Exchange<TContext> context)
        {
            context.Long = _application.CreateContext(context.Features);
            context.IsLong = true;
            return _application.ProcessRequestAsync(context.Long);
        }
    }
}
