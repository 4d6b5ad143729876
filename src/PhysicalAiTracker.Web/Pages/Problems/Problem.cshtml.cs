using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Problems;

/// <summary>One kind of problem: what it says, and what can be done.</summary>
public sealed class ProblemModel : PageModel
{
    public ProblemType Type { get; private set; } = null!;

    public IActionResult OnGet(string type)
    {
        if (ProblemType.All.FirstOrDefault(known => known.Name == type) is not { } found)
        {
            return NotFound();
        }

        Type = found;
        return Page();
    }
}
