using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Pages;

/// <summary>What the tracker knows at a glance.</summary>
public sealed class IndexModel(OverviewQueries overview, QuestionQueries questions, EvidenceQueries evidence) : PageModel
{
    /// <summary>More rows than this are no glance.</summary>
    private const int MostCompanies = 60;
    private const int MostDisclosures = 10;
    private const int MostQuestions = 5;

    public OverviewFigures Figures { get; private set; } = null!;

    public IReadOnlyList<MatrixRow> Matrix { get; private set; } = [];

    public IReadOnlyList<DisclosureLink> Disclosures { get; private set; } = [];

    public IReadOnlyList<QuestionItem> Questions { get; private set; } = [];

    /// <summary>Of the matrix's claims and of the questions.</summary>
    public ILookup<Guid, AssertionItem> Evidence { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Figures = await overview.FiguresAsync(cancellation);
        Matrix = await overview.MatrixAsync(MostCompanies, cancellation);
        Disclosures = await overview.NewestDisclosuresAsync(MostDisclosures, cancellation);
        Questions = await questions.OpenAsync(MostQuestions, cancellation);
        Evidence = await evidence.OfAsync([.. Matrix.SelectMany(row => row.Claims).Select(claim => claim.ClaimId), .. Questions.Select(q => q.Id)], cancellation);
    }
}
