using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Rendering;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Duplicates;

/// <summary>What was likely entered twice: the open pairs unless something else is asked for. Analysts judge here, or go on to the merge.</summary>
[Authorize(Policy = Policies.Analyst)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(DuplicatePairQueries duplicates, DuplicateCommands commands) : ListPageModel<DuplicateItem>
{
    private const string StateParameter = "state";

    private static readonly string Everything = string.Join(',', Words.All<DuplicateState>());

    /// <summary>Each state with its list, its count, and whether it is shown.</summary>
    public IReadOnlyList<(string Label, string Href, int Count, bool Current)> States { get; private set; } = [];

    /// <summary>The pair that is judged.</summary>
    [BindProperty(Name = "pair")]
    public Guid Pair { get; set; }

    [BindProperty(Name = "version")]
    public string? Version { get; set; }

    [BindProperty(Name = "note")]
    public string? Note { get; set; }

    /// <summary>A word of <see cref="DuplicateVerdict"/>.</summary>
    [BindProperty(Name = "verdict")]
    public string? Verdict { get; set; }

    [TempData]
    public string? Notice { get; set; }

    /// <summary>Why nothing was changed; null before anything was tried.</summary>
    public string? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowPairsAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = Verdict switch
        {
            "different" => await commands.JudgeAsync(Pair, Version, Note, Signed.Submitter(User), cancellation),
            "withdrawn" => await commands.WithdrawAsync(Pair, Version, Signed.Submitter(User), cancellation),
            _ => new DuplicateOutcome(Found: true, "Choose what to do with the pair."),
        };
        if (outcome.Problem is null)
        {
            Notice = Verdict == "different" ? "Remembered: they are different. The judgement stands under “different” and can be taken back." : "The judgement is taken back; the pair is open again.";
            return Redirect("/duplicates" + Request.QueryString);
        }

        Problem = outcome.Problem;
        Response.StatusCode = !outcome.Found || outcome.TooLate ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return await ShowPairsAsync(cancellation);
    }

    private async Task<IActionResult> ShowPairsAsync(CancellationToken cancellation)
    {
        if (!Request.Query.ContainsKey(StateParameter))
        {
            Request.QueryString = Request.QueryString.Add(StateParameter, Words.Of(DuplicateState.Open));
        }

        var counts = await duplicates.CountsAsync(cancellation);
        string shown = Request.Query[StateParameter].ToString();
        States =
        [
            .. Enum.GetValues<DuplicateState>().Select(state => (Labels.Begin(Labels.Of(state)), $"/duplicates?state={Words.Of(state)}", counts.GetValueOrDefault(state), shown == Words.Of(state))),
            ("All", $"/duplicates?state={Everything}", counts.Values.Sum(), shown == Everything),
        ];
        return await ShowAsync(DuplicatePairQueries.List, "pair", "pairs", request => duplicates.ListAsync(request, cancellation), hasApi: false);
    }
}
