using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Search.FullText;

namespace PhysicalAiTracker.Web.Pages.Search;

/// <summary>Looks for words in everything; the best first, or one kind of thing alone.</summary>
public sealed class IndexModel(SearchQueries search) : PageModel
{
    /// <summary>Matches shown; whoever needs more narrows the search.</summary>
    private const int Most = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>One of <see cref="SearchKinds.All"/>; null, and any other text, for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public SearchAnswer Answer { get; private set; } = new([], 0, true);

    public bool HasAsked => !string.IsNullOrWhiteSpace(Q);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Kind = SearchKinds.All.FirstOrDefault(kind => kind == Kind);
        if (HasAsked)
        {
            Answer = await search.FindAsync(Q!.Replace("\0", "", StringComparison.Ordinal), Kind is null ? [] : [Kind], Most, cancellation);
        }
    }
}
