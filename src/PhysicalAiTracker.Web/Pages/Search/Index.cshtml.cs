using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Search;

/// <summary>Finds companies, people and investors by name or alias, and sources by title.</summary>
public sealed class IndexModel(PartyQueries parties, SourceQueries sources) : PageModel
{
    /// <summary>Matches shown; whoever needs more narrows the search.</summary>
    private const int Most = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Parties by what they are: companies, people, others.</summary>
    public IReadOnlyList<IGrouping<string, PartyItem>> Parties { get; private set; } = [];

    public IReadOnlyList<SourceItem> Sources { get; private set; } = [];

    /// <summary>Whether more was found than is shown.</summary>
    public bool IsCut { get; private set; }

    public bool HasAsked => !string.IsNullOrWhiteSpace(Q);

    public bool HasFound => Parties.Count + Sources.Count > 0;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!HasAsked)
        {
            return;
        }

        var request = new ListRequest(new Dictionary<string, IReadOnlyList<string>> { ["q"] = [Q!], [ListDefinition.Limit] = [$"{Most}"] });
        var people = (await parties.ListAsync(PartyQueries.Everybody, request, cancellation)).Page;
        var documents = (await sources.ListAsync(request, cancellation)).Page;
        Parties = [.. (people?.Items ?? []).OrderBy(party => party.Kind).GroupBy(party => Labels.Begin(Addresses.Folder(party.Kind)))];
        Sources = documents?.Items ?? [];
        IsCut = people?.Next is not null || documents?.Next is not null;
    }
}
