using System.Net;
using PhysicalAiTracker.Core.Accounts.Activity;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Tells the activity log where a request comes from, where the settings allow that.</summary>
public sealed class ActivityAddress(RequestDelegate next, TrackerSettings settings)
{
    public Task InvokeAsync(HttpContext context, ClientAddress client)
    {
        client.Text = settings.Activity.Addresses ? Text(context.Connection.RemoteIpAddress) : null;
        return next(context);
    }

    private static string? Text(IPAddress? address) => (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString();
}
