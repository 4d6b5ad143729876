using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using PhysicalAiTracker.Core.Webhooks;

namespace PhysicalAiTracker.Web.Hosting.Webhooks;

/// <summary>
/// Sends one delivery. Connects only to addresses that are allowed, looked at after the name was looked up and right before connecting, so that
/// a name which leads elsewhere the next moment gains nothing. Follows no redirect, knows no proxy, keeps no cookie, reads no answer but its status.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    private const string Broken = "The other side ends the connection without an answer.";

    /// <summary>Longest wait for an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient _client;

    public WebhookClient(WebhookOptions options)
    {
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 16,
            // A connection of its own for each: there are few, and a name is looked up anew.
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, options, cancellation),
        })
        {
            Timeout = Patience,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("PhysicalAiTracker");
    }

    /// <summary>Sends it, signed for this moment. What goes wrong is the result, never an exception, unless the caller cancels.</summary>
    public async Task<DeliveryResult> SendAsync(DueDelivery delivery, DateTimeOffset now, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
        };
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(delivery.Secret!, delivery.Body, now));
        request.Headers.Add("Tracker-Event", delivery.Event);
        request.Headers.Add("Tracker-Delivery", delivery.Id.ToString());
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return ResultOf((int)answer.StatusCode);
        }
        catch (HttpRequestException exception)
        {
            return new DeliveryResult(Arrived: false, IsFinal: exception.InnerException is ForbiddenAddressException, Status: null, FaultOf(exception));
        }
        catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException)
        {
            return new DeliveryResult(Arrived: false, IsFinal: false, Status: null, Broken);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new DeliveryResult(Arrived: false, IsFinal: false, Status: null, $"No answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    public void Dispose() => _client.Dispose();

    private static DeliveryResult ResultOf(int status) => status switch
    {
        >= 200 and < 300 => new DeliveryResult(Arrived: true, IsFinal: false, status, "Delivered."),
        410 => new DeliveryResult(Arrived: false, IsFinal: true, status, "The other side says that the address is gone for good (410)."),
        >= 300 and < 400 => new DeliveryResult(Arrived: false, IsFinal: false, status, $"The other side answers with a redirect ({status}), which is not followed."),
        _ => new DeliveryResult(Arrived: false, IsFinal: false, status, $"The other side answers {status}."),
    };

    /// <summary>What went wrong, in words that have nothing in them of what the other side sent: whoever may add a webhook is not to read what answers at an address.</summary>
    private static string FaultOf(HttpRequestException exception) => exception switch
    {
        { InnerException: UnreachableException told } => told.Message,
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } or { HttpRequestError: HttpRequestError.NameResolutionError } => "Its name leads to no address.",
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "Nothing listens there: the connection is refused.",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "There is no secure connection: what answers there does not speak TLS, or its certificate is not trusted here.",
        { HttpRequestError: HttpRequestError.ResponseEnded } => Broken,
        { HttpRequestError: HttpRequestError.InvalidResponse } => "What the other side answers is no HTTP.",
        { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "The headers of the answer are too long.",
        _ => "There is no connection to the other side.",
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, WebhookOptions options, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancellation);
        var allowed = addresses.Where(address => WebhookTarget.Allows(address, options)).ToArray();
        if (allowed.Length == 0)
        {
            throw addresses.Length == 0 ? new UnreachableException($"{to.Host} has no address.") : new ForbiddenAddressException($"{to.Host} leads to this machine or a private network (Webhooks:AllowPrivate).");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>There is nowhere to connect to, for a reason that is told.</summary>
    private class UnreachableException(string message) : IOException(message);

    /// <summary>The name of an allowed host leads where the tracker may not connect to.</summary>
    private sealed class ForbiddenAddressException(string message) : UnreachableException(message);
}
