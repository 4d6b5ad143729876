using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Webhooks;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Pages.Account;

namespace PhysicalAiTracker.Web.Pages.Admin.Webhooks;

/// <summary>All webhooks, and a form to add one.</summary>
[Authorize(Policy = Policies.Admin)]
[PrivateTransport]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WebhookQueries queries, WebhookCommands commands, TrackerSettings settings) : AccountPageModel
{
    public IReadOnlyList<WebhookItem> Items { get; private set; } = [];

    /// <summary>Hosts that the configuration allows; empty where there are no webhooks at all.</summary>
    public IReadOnlyList<string> Hosts => settings.Webhooks.Allowed;

    /// <summary>The secret of a webhook just added, shown this once.</summary>
    public string? Secret { get; private set; }

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "url")]
    public string? Address { get; set; }

    public static string StateOf(WebhookItem item) => item switch
    {
        { DisabledAt: not null } => "off",
        { Fails: true } => "on, not arriving",
        _ => "on",
    };

    public async Task OnGetAsync(CancellationToken cancellation) => Items = await queries.ListAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var added = await commands.AddAsync(Name, Address, Self, cancellation);
        (Secret, Problems) = (added.Secret, added.Problems);
        if (Secret is not null)
        {
            (Name, Address) = (null, null);
        }

        Items = await queries.ListAsync(cancellation);
        return Page();
    }
}
