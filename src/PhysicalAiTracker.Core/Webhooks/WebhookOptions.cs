namespace PhysicalAiTracker.Core.Webhooks;

/// <summary>Section <c>Webhooks</c>: without hosts there are none, and nothing is ever sent or kept for sending.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Names of the hosts that may be told, separated by commas; <c>*.example.org</c> is every name below <c>example.org</c>.</summary>
    public string Hosts { get; set; } = "";

    /// <summary>Whether an allowed host may have an address of this machine or of a private network; <c>http</c> is allowed to such addresses too, then.</summary>
    public bool AllowPrivate { get; set; }

    public bool Enabled => Entries.Length > 0;

    /// <summary><see cref="Hosts"/> one by one.</summary>
    public IReadOnlyList<string> Allowed => Entries;

    private string[] Entries => Hosts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is wrong with the values, one sentence each.</summary>
    public IEnumerable<string> Problems() => Entries.Where(entry => Uri.CheckHostName(Bare(entry)) is UriHostNameType.Unknown || entry.Contains(':', StringComparison.Ordinal))
        .Select(entry => $"{Section}:{nameof(Hosts)} has “{entry}”; allowed: names of hosts, as in hooks.example.org, *.example.net");

    /// <summary>Whether a host is one of those, by its name as an address has it.</summary>
    public bool Allows(string host) => Entries.Any(entry => entry.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(entry[1..], StringComparison.OrdinalIgnoreCase) && host.Length >= entry.Length
        : host.Equals(entry, StringComparison.OrdinalIgnoreCase));

    private static string Bare(string entry) => entry.StartsWith("*.", StringComparison.Ordinal) ? entry[2..] : entry;
}
