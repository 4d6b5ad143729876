using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Proposals;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>What became of taking proposals into a draft.</summary>
/// <param name="Added">Changes that were added, parties that others need among them.</param>
/// <param name="IsFull">Whether some stayed out, because a draft takes no more changes.</param>
public sealed record ProposalsTaken(int Added, bool IsFull);

/// <summary>What selected words could be.</summary>
/// <param name="Words">The words; empty where the selection is none.</param>
/// <param name="Problem">For the person: why there are no offers; null where there are.</param>
public sealed record SelectionOffers(int Start, int End, string Words, IReadOnlyList<Proposal> Proposals, string? Problem);

/// <summary>Brings what a text proposes into a draft, always as a suggestion (<see cref="SuggestedChanges"/>).</summary>
public sealed class DraftProposals(TrackerDbContext db, ProposalQueries proposals)
{
    /// <summary>What the source's text proposes and the draft has neither taken nor dismissed.</summary>
    public async Task<IReadOnlyList<Proposal>> OpenAsync(JsonObject typed, CancellationToken cancellation)
    {
        if (await SourceOfAsync(typed, cancellation) is not { } source)
        {
            return [];
        }

        var settled = SuggestedChanges.Settled(typed, SuggestedChanges.Taken).Union(SuggestedChanges.Settled(typed, SuggestedChanges.Dismissed)).ToHashSet(StringComparer.Ordinal);
        return [.. (await proposals.OfTextAsync(source, cancellation)).Where(proposal => !settled.Contains(proposal.Id))];
    }

    /// <summary>Takes proposals with the parties that they need; ids that are not on offer are passed over.</summary>
    /// <param name="wanted">Null takes all.</param>
    /// <param name="most">Changes that the draft may have.</param>
    public async Task<ProposalsTaken> TakeAsync(JsonObject typed, IReadOnlyCollection<string>? wanted, int most, CancellationToken cancellation)
    {
        var open = await OpenAsync(typed, cancellation);
        return Take(typed, open, wanted ?? [.. open.Select(proposal => proposal.Id)], most);
    }

    /// <summary>Dismisses proposals, so that they are not offered again; answers how many.</summary>
    /// <param name="dismissed">Null dismisses all.</param>
    public async Task<int> DismissAsync(JsonObject typed, string? dismissed, CancellationToken cancellation)
    {
        var gone = (await OpenAsync(typed, cancellation)).Where(proposal => dismissed is null || proposal.Id == dismissed).ToList();
        gone.ForEach(proposal => SuggestedChanges.Settle(typed, proposal.Id, SuggestedChanges.Dismissed));
        return gone.Count;
    }

    /// <summary>What the words between two places of the text could be.</summary>
    public async Task<SelectionOffers> OfSelectionAsync(JsonObject typed, int start, int end, CancellationToken cancellation)
    {
        if (await SourceOfAsync(typed, cancellation) is not { } source)
        {
            return new SelectionOffers(0, 0, "", [], "There is no text to select from.");
        }

        if (start < 0 || end > source.Text.Length || start >= end || string.IsNullOrWhiteSpace(source.Text[start..end]))
        {
            return new SelectionOffers(0, 0, "", [], "Select words of the text first.");
        }

        return end - start > Anchoring.MaxExact
            ? new SelectionOffers(start, end, "", [], FormattableString.Invariant($"That is too much for one passage: {Anchoring.MaxExact:N0} characters are the most."))
            : new SelectionOffers(start, end, source.Text[start..end].Trim(), await proposals.OfSelectionAsync(source, start, end, cancellation), null);
    }

    /// <summary>The same for words that were pasted: they must stand once in the text.</summary>
    public async Task<SelectionOffers> OfWordsAsync(JsonObject typed, string words, CancellationToken cancellation)
    {
        var source = await SourceOfAsync(typed, cancellation);
        return source is null || string.IsNullOrWhiteSpace(words) ? await OfSelectionAsync(typed, 0, 0, cancellation) : Anchoring.Find(source.Text, words) switch
        {
            Anchor.Intact(var start, var end) => await OfSelectionAsync(typed, start, end, cancellation),
            var refused => new SelectionOffers(0, 0, words, [], refused is Anchor.Ambiguous
                ? $"{refused.Problem} Paste more of the sentence."
                : refused.Problem),
        };
    }

    /// <summary>Makes a change of selected words, and of the parties that it needs; null where there is no such offer.</summary>
    public async Task<ProposalsTaken?> ChooseAsync(JsonObject typed, int start, int end, string id, int most, CancellationToken cancellation)
    {
        var offers = (await OfSelectionAsync(typed, start, end, cancellation)).Proposals;
        return offers.Any(offer => offer.Id == id) ? Take(typed, offers, [id], most) : null;
    }

    /// <summary>What is needed stands before what needs it; what the draft has taken already is there.</summary>
    private static ProposalsTaken Take(JsonObject typed, IReadOnlyList<Proposal> offers, IReadOnlyCollection<string> wanted, int most)
    {
        var byId = offers.DistinctBy(proposal => proposal.Id).ToDictionary(proposal => proposal.Id, StringComparer.Ordinal);
        var taken = SuggestedChanges.Settled(typed, SuggestedChanges.Taken);
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(wanted);
        while (next.TryPop(out var id))
        {
            if (byId.TryGetValue(id, out var proposal) && (wanted.Contains(id) || !taken.Contains(id)) && chosen.Add(id))
            {
                proposal.Needs.ToList().ForEach(next.Push);
            }
        }

        var needed = chosen.SelectMany(id => byId[id].Needs).ToHashSet(StringComparer.Ordinal);
        var added = 0;
        foreach (var proposal in byId.Values.Where(proposal => chosen.Contains(proposal.Id)).OrderBy(proposal => !needed.Contains(proposal.Id)))
        {
            if (!Add(typed, proposal, most))
            {
                return new ProposalsTaken(added, IsFull: true);
            }

            added++;
            if (proposal.Rule != Proposal.Chosen)
            {
                SuggestedChanges.Settle(typed, proposal.Id, SuggestedChanges.Taken);
            }
        }

        return new ProposalsTaken(added, IsFull: false);
    }

    private static bool Add(JsonObject typed, Proposal proposal, int most)
    {
        if (typed["changes"] is not JsonArray changes)
        {
            typed["changes"] = changes = [];
        }

        if (changes.Count >= most)
        {
            return false;
        }

        changes.Add(SuggestedChanges.Of(proposal));
        return true;
    }

    private async Task<ProposalSource?> SourceOfAsync(JsonObject typed, CancellationToken cancellation)
    {
        if (typed["source"] is JsonObject source)
        {
            var text = SnapshotText.Normalise(TypedDocument.Text(source["snapshot"]?["text"]));
            return text.Length == 0 ? null : new ProposalSource(text, Some(source["title"]), Some(source["publisher"]), PartialDate.TryParse(TypedDocument.Text(source["publishedOn"]).Trim(), out var on, out _) ? on : null);
        }

        var slug = TypedDocument.Text(typed["source"]);
        var known = slug.Length == 0 ? null : await db.Sources.AsNoTracking().Where(s => s.Slug == slug)
            .Select(s => new { s.Title, s.Publisher, s.PublishedOn, Text = s.Snapshots.OrderByDescending(t => t.CapturedAt).ThenByDescending(t => t.Id).Select(t => t.Text).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellation);
        return known?.Text is { Length: > 0 } stored ? new ProposalSource(stored, known.Title, known.Publisher, known.PublishedOn) : null;
    }

    private static string? Some(JsonNode? node) => TypedDocument.Text(node).Trim() is { Length: > 0 } text ? text : null;
}
