using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Invitations;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>Takes an invitation: whoever holds its link chooses a name and a password.</summary>
[AllowAnonymous]
[PrivateTransport]
[EnableRateLimiting(RateLimits.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InvitationModel(InvitationQueries queries, InvitationCommands commands, BrowserSessions sessions) : AccountPageModel
{
    private const string NameField = "name";
    private const string PasswordField = "password";
    private const string AgainField = "again";

    /// <summary>What the form asks for, in this order.</summary>
    public static IReadOnlyList<Field> Fields { get; } =
    [
        new(NameField, "User name", "Letters, digits and -._@+", Secret: false, "username"),
        new(PasswordField, "Password", $"{TrackerUser.PasswordMinLength} to {TrackerUser.PasswordMaxLength} characters, of any sort. A few words that do not belong together are good.", Secret: true, "new-password"),
        new(AgainField, "Password again", null, Secret: true, "new-password"),
    ];

    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    [BindProperty(Name = NameField)]
    public string? Name { get; set; }

    [BindProperty(Name = PasswordField)]
    public string? Password { get; set; }

    [BindProperty(Name = AgainField)]
    public string? Again { get; set; }

    /// <summary>Null where the link does not work.</summary>
    public InvitationItem? Invited { get; private set; }

    /// <summary>Ids of what explains a field.</summary>
    public static string? DescribedBy(Field field, bool invalid) =>
        string.Join(' ', new[] { field.Hint is null ? null : $"{field.Id}-hint", invalid ? $"{field.Id}-error" : null }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    public async Task OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Password != Again)
        {
            Problems = [(AgainField, "The two passwords differ.")];
            await ShowAsync(cancellation);
            return Page();
        }

        var taken = await commands.TakeAsync(Token, Name ?? "", Password ?? "", cancellation);
        if (taken.Account is { } account)
        {
            await sessions.SignInAsync(HttpContext, account, lasting: false, "by invitation");
            Notice = "Your account is ready.";
            return RedirectToPage("/Account/Index");
        }

        Problems = [.. taken.Problems.Select(problem => (problem.StartsWith("The password", StringComparison.Ordinal) ? PasswordField : NameField, problem))];
        await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Invited = await queries.FindAsync(Token, cancellation);
        if (Invited is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>A field of the form.</summary>
    public sealed record Field(string Id, string Label, string? Hint, bool Secret, string Autocomplete);
}
