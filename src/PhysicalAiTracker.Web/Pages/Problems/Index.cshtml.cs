using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PhysicalAiTracker.Web.Pages.Problems;

/// <summary>All kinds of problem that the API tells of.</summary>
public sealed class IndexModel : PageModel;
