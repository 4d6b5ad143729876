namespace PhysicalAiTracker.Core.Accounts;

/// <summary>Section <c>Accounts</c>.</summary>
public sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>Address of this site as people reach it (<c>https://tracker.example.org</c>), for links in e-mails and invitations; required with e-mail.</summary>
    public string Address { get; set; } = "";

    /// <summary>What is wrong with the values, one sentence each.</summary>
    public IEnumerable<string> Problems()
    {
        if (Address.Length > 0 && !(Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            yield return $"{Section}:{nameof(Address)} is “{Address}”; allowed: an address that begins with https:// or http://";
        }
    }

    /// <summary>A path of this site as a link for somebody who is not on it.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string Link(string path) => Address.TrimEnd('/') + path;
}
