using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Accounts.Sessions;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>One's own sessions, which end here one by one or all but this.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SessionsModel(SessionQueries queries, SessionCommands commands) : AccountPageModel
{
    public IReadOnlyList<SessionItem> Items { get; private set; } = [];

    /// <summary>The session of this request.</summary>
    public Guid Current => Principals.SessionOf(User)!.Value;

    public async Task OnGetAsync(CancellationToken cancellation) => Items = await queries.ListAsync(SelfId, cancellation);

    /// <param name="others">All but this one.</param>
    public async Task<IActionResult> OnPostAsync(Guid? id, bool others, CancellationToken cancellation)
    {
        if (others)
        {
            Notice = $"{Labels.Count(await commands.EndOthersAsync(SelfId, Current, Self, cancellation), "session")} ended.";
            return RedirectToPage();
        }

        if (id is not { } session || !await commands.EndAsync(SelfId, session, Self, cancellation))
        {
            return NotFound();
        }

        Notice = "The session ended.";
        return RedirectToPage();
    }
}
