using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Contradictions;

/// <summary>One contradiction with both sides; analysts rule on it here.</summary>
public sealed class ContradictionModel(ContradictionQueries contradictions, RulingCommands rulings, IAuthorizationService authorization) : PageModel
{
    public ContradictionItem Item { get; private set; } = null!;

    /// <summary>Whether the visitor may rule.</summary>
    public bool MayRule { get; private set; }

    [TempData]
    public string? Notice { get; set; }

    [BindProperty(Name = "decision")]
    public string? Decision { get; set; }

    [BindProperty(Name = "explanation")]
    public string? Explanation { get; set; }

    [BindProperty(Name = "side")]
    public string? Side { get; set; }

    [BindProperty(Name = "note")]
    public string? Note { get; set; }

    [BindProperty(Name = "version")]
    public string? Version { get; set; }

    /// <summary>What is wrong with the ruling, by field; the field is empty where it came too late.</summary>
    public IReadOnlyList<(string Field, string Message)> Problems { get; private set; } = [];

    public IEnumerable<string> ProblemsOf(string field) => Problems.Where(problem => problem.Field == field).Select(problem => problem.Message);

    /// <summary>What a ruling says, to begin a line with.</summary>
    public static string Describe(RulingItem ruling) => ruling.Kind switch
    {
        RulingKind.Explained => $"Explained: {Labels.Of(ruling.Explanation!.Value)}",
        RulingKind.Upheld => $"Upheld side {ruling.UpheldSide}: {ruling.UpheldText}",
        _ => "Ruling withdrawn",
    };

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.Analyst)).Succeeded)
        {
            return User.Identity?.IsAuthenticated == true ? Forbid() : Challenge();
        }

        // The form offers all fields at once: what does not belong to the decision is not meant.
        var request = new RulingRequest(
            Decision, Decision == "explained" ? Explanation : null, Decision == "upheld" && int.TryParse(Side, out var side) ? side : null, Note, Version);
        var outcome = await rulings.RuleAsync(id, request, Signed.Submitter(User), cancellation);
        if (!outcome.Found)
        {
            return NotFound();
        }

        if (outcome.Accepted)
        {
            Notice = "The ruling was taken. It holds until new evidence comes in.";
            return Redirect(Addresses.OfContradiction(id));
        }

        Problems = outcome.Conflict is { } conflict ? [("", conflict)] : [.. outcome.Problems.Select(Named)];
        Response.StatusCode = outcome.Conflict is null ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return await ShowAsync(id, cancellation);
    }

    private static (string, string) Named(Problem problem) => (problem.Pointer.TrimStart('/'), $"{Labels.OfName(problem.Pointer.TrimStart('/'))} {problem.Message}.");

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await contradictions.FindAsync(id, cancellation) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        MayRule = (await authorization.AuthorizeAsync(User, Policies.Analyst)).Succeeded;
        return Page();
    }
}
