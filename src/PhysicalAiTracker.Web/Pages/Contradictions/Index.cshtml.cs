using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Rendering;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Contradictions;

/// <summary>What contradicts what: the open ones unless something else is asked for.</summary>
public sealed class IndexModel(ContradictionQueries contradictions) : ListPageModel<ContradictionItem>
{
    /// <summary>More sentences than this are for the contradiction's own page.</summary>
    public const int MostTexts = 3;

    private const string StateParameter = "state";

    private static readonly string Everything = string.Join(',', Words.All<ContradictionState>());

    /// <summary>Each state with its list, its count, and whether it is shown.</summary>
    public IReadOnlyList<(string Label, string Href, int Count, bool Current)> States { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!Request.Query.ContainsKey(StateParameter))
        {
            Request.QueryString = Request.QueryString.Add(StateParameter, Words.Of(ContradictionState.Open));
        }

        var counts = await contradictions.CountsAsync(cancellation);
        string shown = Request.Query[StateParameter].ToString();
        States =
        [
            .. new[] { (ContradictionState.Open, counts.Open), (ContradictionState.Explained, counts.Explained), (ContradictionState.Resolved, counts.Resolved) }
                .Select(pair => (Labels.Begin(Labels.Of(pair.Item1)), $"/contradictions?state={Words.Of(pair.Item1)}", pair.Item2, shown == Words.Of(pair.Item1))),
            ("All", $"/contradictions?state={Everything}", counts.Open + counts.Explained + counts.Resolved, shown == Everything),
        ];
        return await ShowAsync(
            ContradictionQueries.List, "contradiction", "contradictions", request => contradictions.ListAsync(request, cancellation),
            Choices.Of(("company", await contradictions.CompaniesAsync(cancellation))).And("field", await contradictions.FieldsAsync(cancellation)));
    }
}
