using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PhysicalAiTracker.Benchmarks.Report;

/// <summary>Kestrel with nothing on top: answers a body from memory, or what a hand-written reader of the database yields.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BareServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>The body and its tag; with the tag in the request a 304.</summary>
    public static Task<BareServer> OfBodyAsync(byte[] body, string contentType, string tag) => StartAsync(context =>
    {
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    });

    /// <summary>Rows of the database.</summary>
    public static Task<BareServer> OfRowsAsync(Func<DbConnection> open) => StartAsync(async context =>
    {
        var body = HandWrittenRounds.Read(open, context.Request.Query);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task<BareServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new BareServer(app);
    }
}
