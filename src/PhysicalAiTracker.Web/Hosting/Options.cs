using System.ComponentModel.DataAnnotations;
using System.Net;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Section <c>Data</c>.</summary>
public sealed class DataOptions
{
    public const string Section = "Data";

    /// <summary>Folder of the database file, the data-protection keys and the logs; created when missing. Relative paths start at the content root.</summary>
    public string Directory { get; set; } = "data";
}

/// <summary>Section <c>Seeds</c>.</summary>
public sealed class SeedsOptions
{
    public const string Section = "Seeds";

    /// <summary>Whether a database without any disclosure takes in the seeds at start.</summary>
    public bool Import { get; set; } = true;

    /// <summary>Folder of packs; empty means the one that was built with the program.</summary>
    public string Folder { get; set; } = "";
}

/// <summary>Section <c>Logs</c>. What is logged is the business of the standard section <c>Logging</c>.</summary>
public sealed class LogsOptions
{
    public const string Section = "Logs";

    /// <summary>Whether a file a day is written below <c>Data:Directory/logs</c>, beside the console.</summary>
    public bool File { get; set; }

    /// <summary>How many days' files are kept.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 31;
}

/// <summary>Section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>Requests to <c>/api</c> per minute and address by readers without an account; more are answered 429 with Retry-After.</summary>
    [Range(1, 1_000_000)]
    public int RateLimit { get; set; } = 600;

    /// <summary>The same per account, for those who are signed in.</summary>
    [Range(1, 1_000_000)]
    public int SignedInRateLimit { get; set; } = 6000;

    /// <summary>The same per API key.</summary>
    [Range(1, 1_000_000)]
    public int KeyRateLimit { get; set; } = 1200;
}

/// <summary>Section <c>SignIn</c>.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Attempts to sign in or to change a password per minute and address, right and wrong ones.</summary>
    [Range(1, 1_000_000)]
    public int RateLimit { get; set; } = 10;
}

/// <summary>Section <c>ForwardedHeaders</c>: running behind a proxy that ends TLS.</summary>
public sealed class ProxyOptions
{
    public const string Section = "ForwardedHeaders";

    /// <summary>Whether <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> of known proxies are believed; plain http is then redirected to https.</summary>
    public bool Enabled { get; set; }

    /// <summary>Addresses or networks of the proxies, separated by commas.</summary>
    public string Proxies { get; set; } = "127.0.0.1, ::1";

    /// <summary>How many proxies stand in a row.</summary>
    [Range(1, 10)]
    public int Limit { get; set; } = 1;

    /// <summary><see cref="Proxies"/> as networks; an address is a network of one.</summary>
    internal IEnumerable<IPNetwork> Networks() => Entries().Select(entry => Parse(entry)!.Value);

    internal IEnumerable<string> Problems() => Entries().Where(entry => Parse(entry) is null)
        .Select(entry => $"{Section}:Proxies has “{entry}”; allowed: addresses and networks, as in 10.0.0.5, 10.1.0.0/16");

    private string[] Entries() => Proxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPNetwork? Parse(string entry) =>
        IPNetwork.TryParse(entry, out var network) ? network
        : IPAddress.TryParse(entry, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
