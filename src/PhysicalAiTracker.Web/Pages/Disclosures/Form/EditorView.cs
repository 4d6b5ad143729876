using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>The whole form of a draft, ready to be drawn.</summary>
public sealed class EditorView(Slots slots)
{
    public required FieldView Title { get; init; }

    public List<ChangeView> Changes { get; } = [];

    public List<OriginView> Origins { get; } = [];

    /// <summary>Evidence that quotes something: whether it stands in the text is known.</summary>
    public IReadOnlyList<EvidenceView> Quotes => [.. Changes.SelectMany(change => change.Evidence).Where(evidence => evidence.Anchor is not null)];

    public IReadOnlyList<ChangeView> Suggestions => [.. Changes.Where(change => change.IsSuggestion)];

    /// <summary>What is wrong, in the order in which it was found.</summary>
    public List<Complaint> Complaints { get; } = [];

    /// <summary>Names of parties, for the suggestions of the browser.</summary>
    public IReadOnlyList<Suggestion> Parties { get; set; } = [];

    /// <summary>Slugs of sources, likewise.</summary>
    public IReadOnlyList<Suggestion> Sources { get; set; } = [];

    /// <summary>Puts each problem at its field, or at the nearest thing around it; what belongs to the source leads to its page, the rest to the top.</summary>
    public void Complain(IEnumerable<Problem> problems, Guid draft)
    {
        foreach (var problem in problems)
        {
            Complaints.Add(slots.Place(problem.Pointer, problem.Message) ?? (problem.Pointer.StartsWith("/source", StringComparison.Ordinal)
                ? new Complaint($"/disclosures/{draft}/source#{problem.Pointer}", $"Source, {problem.Pointer["/source".Length..].TrimStart('/')}: {problem.Message}")
                : new Complaint("#main", problem.Message)));
        }
    }
}
