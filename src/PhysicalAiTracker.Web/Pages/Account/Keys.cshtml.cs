using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>One's own API keys: made, shown once, revoked.</summary>
[Authorize]
[PrivateTransport]
[EnableRateLimiting(RateLimits.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class KeysModel(ApiKeyQueries queries, ApiKeyCommands commands, PasswordCheck passwords) : AccountPageModel
{
    /// <summary>What the form proposes.</summary>
    private const int UsualDays = 90;

    /// <summary>What a key may be allowed, in the words of the form.</summary>
    public static IReadOnlyList<(string Scope, string Meaning)> Scopes { get; } =
    [
        (Words.Of(ApiKeyScope.Read), "read"),
        (Words.Of(ApiKeyScope.Submit), "submit disclosures for review"),
        (Words.Of(ApiKeyScope.Publish), "publish, and decide on what others submitted"),
    ];

    public IReadOnlyList<ApiKeyItem> Items { get; private set; } = [];

    /// <summary>A key just made, shown this once.</summary>
    public SecretToken? Made { get; private set; }

    /// <summary><c>revoke</c>, or nothing to make one.</summary>
    [BindProperty(Name = "do")]
    public string? Do { get; set; }

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "scope")]
    public IReadOnlyList<string> Scope { get; set; } = [];

    [BindProperty(Name = "days")]
    public int? Days { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (Scope, Days) = ([Words.Of(ApiKeyScope.Read)], UsualDays);
        Items = await queries.ListAsync(SelfId, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancellation)
    {
        if (Do == "revoke")
        {
            if (id is not { } key || !await commands.RevokeAsync(key, SelfId, Self, cancellation))
            {
                return NotFound();
            }

            Notice = "The key was revoked.";
            return RedirectToPage();
        }

        if (await ConfirmedAsync(passwords, Password, "password", cancellation) is not null)
        {
            var wanted = Scope.Select(word => Words.TryParse<ApiKeyScope>(word, out var scope) ? scope : (ApiKeyScope?)null).OfType<ApiKeyScope>().ToHashSet();
            var outcome = await commands.AddAsync(new NewApiKey(Name ?? "", wanted, Days), Self, cancellation);
            (Made, Problems) = (outcome.Token, outcome.Problems);
        }

        Items = await queries.ListAsync(SelfId, cancellation);
        return Page();
    }
}
