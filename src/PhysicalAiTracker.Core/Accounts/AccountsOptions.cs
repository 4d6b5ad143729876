using System.ComponentModel.DataAnnotations;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>Section <c>Accounts</c>.</summary>
public sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>Address of this site as people reach it (<c>https://tracker.example.org</c>), for links in e-mails and invitations; required with e-mail.</summary>
    public string Address { get; set; } = "";

    /// <summary>Hours that an invitation can be taken.</summary>
    [Range(1, 720)]
    public int InvitationHours { get; set; } = 72;

    /// <summary>Roles, separated by commas, that work only with a second factor.</summary>
    public string SecondFactorRoles { get; set; } = "";

    /// <summary>What is wrong with the values, one sentence each.</summary>
    public IEnumerable<string> Problems()
    {
        if (Address.Length > 0 && !(Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            yield return $"{Section}:{nameof(Address)} is “{Address}”; allowed: an address that begins with https:// or http://";
        }

        foreach (var role in Demanding.Except(Roles.All))
        {
            yield return $"{Section}:{nameof(SecondFactorRoles)} has “{role}”; allowed: {string.Join(", ", Roles.All)}";
        }
    }

    /// <summary>A path of this site as a link for somebody who is not on it.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string Link(string path) => Address.TrimEnd('/') + path;

    /// <summary>Whether the role works only with a second factor.</summary>
    public bool Demands(string? role) => role is not null && Demanding.Contains(role);

    private string[] Demanding => SecondFactorRoles.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
