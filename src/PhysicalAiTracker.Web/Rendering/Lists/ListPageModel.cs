using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Rendering.Lists;

/// <summary>A page that lists records. Its whole state is its address; what cannot be used of that is said at the filter, with status 400.</summary>
public abstract class ListPageModel<TItem> : PageModel
{
    public ListView List { get; private set; } = null!;

    public IReadOnlyList<TItem> Items { get; private set; } = [];

    /// <summary>What is said of the records that the page shows, without the words of the passages, which are a click away: with them a page is four times as large (docs/decisions/0051).</summary>
    public ILookup<Guid, ISaid> Evidence { get; protected set; } = null!;

    /// <param name="noun">What one item is called: "company".</param>
    /// <param name="nouns">What several are called: "companies".</param>
    /// <param name="choices">Values for filters that are open, by parameter.</param>
    /// <param name="search">What the list's search looks in.</param>
    /// <param name="hasApi">Whether a program gets the same list below <c>/api/v1</c>.</param>
    protected async Task<IActionResult> ShowAsync(
        ListDefinition definition,
        string noun,
        string nouns,
        Func<ListRequest, Task<ListResult<TItem>>> read,
        IReadOnlyDictionary<string, IReadOnlyList<Choice>>? choices = null,
        string search = "Words",
        bool hasApi = true)
    {
        var asked = Request.Query.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.OfType<string>()]);
        var counted = new Dictionary<string, IReadOnlyList<string>>(asked);
        if (definition.FacetNames.Count > 0)
        {
            counted[ListDefinition.FacetBy] = definition.FacetNames;
        }

        var result = await read(new ListRequest(counted));
        Items = result.Page?.Items ?? [];
        List = new ListView(definition, Request.Path, noun, nouns, Given(definition, asked))
        {
            Choices = choices ?? new Dictionary<string, IReadOnlyList<Choice>>(),
            SearchLabel = search,
            HasApi = hasApi && result.Problems.Count == 0,
            Problems = result.Problems,
            Total = result.Page?.Total ?? 0,
            Shown = Items.Count,
            Next = result.Page?.Next,
            Prev = result.Page?.Prev,
            Aggregates = result.Page?.Aggregates,
            Facets = result.Page?.Facets ?? new Dictionary<string, FacetItem>(),
        };
        if (List.HasApi)
        {
            ViewData["Feed"] = List.FeedAddress;
        }

        if (result.Problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    /// <summary>The values one by one, without empty ones.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Given(ListDefinition definition, Dictionary<string, IReadOnlyList<string>> asked) =>
        asked.Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<string>)[.. pair.Value.SelectMany(value => Split(definition, pair.Key, value)).Select(value => value.Trim()).Where(value => value.Length > 0).Distinct()]))
            .Where(pair => pair.Value.Count > 0).ToDictionary();

    private static string[] Split(ListDefinition definition, string name, string value) =>
        definition.Parameters.Concat(definition.Summaries).FirstOrDefault(p => p.Name == Parameter.Bare(name)) is { Many: true } ? value.Split(',') : [value];
}
