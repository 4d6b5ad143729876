using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Sources;

/// <summary>The sources, those that were only credited among them.</summary>
public sealed class IndexModel(SourceQueries sources) : ListPageModel<SourceItem>
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var choices = new Dictionary<string, IReadOnlyList<Choice>>();
        if (await sources.PublishersAsync(cancellation) is { } publishers)
        {
            choices["publisher"] = [.. publishers.Select(name => new Choice(name, name))];
        }

        return await ShowAsync(SourceQueries.List, "source", "sources", request => sources.ListAsync(request, cancellation), choices);
    }
}
