using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Web.Api;
using PhysicalAiTracker.Web.Rendering.Insights;

namespace PhysicalAiTracker.Web.Pages.Search;

/// <summary>Looks for words in everything; the best first, or some kinds of things alone.</summary>
public sealed class IndexModel(SearchQueries search) : InsightPageModel
{
    /// <summary>Matches shown; whoever needs more narrows the search.</summary>
    private const int Most = 50;

    /// <summary>The words as they were typed; null where there are none.</summary>
    public string? Q { get; private set; }

    /// <summary>Of <see cref="SearchKinds.All"/>; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public SearchAnswer Answer { get; private set; } = new([], 0, true);

    public bool HasAsked { get; private set; }

    /// <summary>The same for a program.</summary>
    public string ApiAddress => $"{ApiUrls.Root}/{SearchApi.Name}{QueryString.Create([KeyValuePair.Create<string, string?>("q", Q), .. Kinds.Select(kind => KeyValuePair.Create<string, string?>("kind", kind))])}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var input = Read(SearchQueries.Asked, SearchQueries.Kinds);
        Q = input.One(SearchQueries.Asked);
        Kinds = input.All(SearchQueries.Kinds);
        if (Q is not null && SearchText.WhyNot(Q) is { } why)
        {
            input.Report(SearchQueries.Asked, why);
        }

        HasAsked = Q is not null && input.Problems.Count == 0;
        if (HasAsked)
        {
            Answer = await search.FindAsync(Q!, Kinds, Most, cancellation);
        }

        return Show(input);
    }
}
