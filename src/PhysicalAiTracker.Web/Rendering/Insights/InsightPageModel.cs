using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Web.Rendering.Insights;

/// <summary>A page of an insight. What cannot be used of its address is said on it, with status 400, and the rest is shown.</summary>
public abstract class InsightPageModel : PageModel
{
    public IReadOnlyList<ParameterProblem> Problems { get; private set; } = [];

    /// <summary>Reads the address. Empty values are those of a form left as it was.</summary>
    protected InsightInput Read(params IReadOnlyList<Parameter> parameters) => new(
        Request.Query.Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<string>)[.. pair.Value.OfType<string>()])), parameters, strict: false);

    protected PageResult Show(InsightInput input)
    {
        Problems = input.Problems;
        if (Problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}

/// <summary>The foot of an insight: its rule, its day, its REST address.</summary>
public sealed record InsightFoot(string Rule, DateOnly AsOf, string Api);
