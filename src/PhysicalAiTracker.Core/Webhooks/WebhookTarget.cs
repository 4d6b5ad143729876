using System.Net;
using System.Net.Sockets;

namespace PhysicalAiTracker.Core.Webhooks;

/// <summary>Says where the tracker may send anything at all: to hosts that the configuration names, at addresses of the public internet.</summary>
public static class WebhookTarget
{
    private static readonly IPNetwork[] Private =
    [
        .. new[]
        {
            // RFC 6890 and its registries: this network, private, shared, link-local, protocol assignments, examples, benchmarks, multicast, reserved.
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // IPv6: unspecified, loopback, translated (which lead to any IPv4 address), discard, examples, unique local, link-local, site-local, multicast; Teredo and 6to4 lead elsewhere too.
            "::/128", "::1/128", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>What is wrong with an address that somebody wants told; null where nothing is. Names are looked up only when something is sent.</summary>
    public static string? ProblemWith(string? url, WebhookOptions options)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || url!.Length > Webhook.UrlLength || url.Any(char.IsControl))
        {
            return "Write an address that begins with https://.";
        }

        if (address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            return "The address may have no user name, password or fragment.";
        }

        if (address.Scheme != "https" && !options.AllowPrivate)
        {
            return "The address begins with https://: what is sent is to be read by nobody else.";
        }

        if (!options.Allows(address.IdnHost))
        {
            return $"The host {address.IdnHost} is not one that the configuration allows (Webhooks:Hosts): {string.Join(", ", options.Allowed)}.";
        }

        return IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip) && !Allows(ip, options) ? "The address is of this machine or of a private network (Webhooks:AllowPrivate)." : null;
    }

    /// <summary>Whether the tracker may connect to an address that a host's name led to.</summary>
    public static bool Allows(IPAddress address, WebhookOptions options) => options.AllowPrivate || !IsPrivate(address);

    /// <summary>Whether an address is of this machine, of a private network, or of no single machine of the public internet.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        var meant = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return meant.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6) || Private.Any(network => network.Contains(meant));
    }
}
