using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Proposals;

/// <summary>Reads a text by the rules of <c>docs/proposals.md</c> and proposes what it says; writes nothing.</summary>
public sealed class ProposalQueries(TrackerDbContext db)
{
    /// <summary>Everything that the text says plainly enough: first the parties that the tracker does not have, then the rest in the order of their passages.</summary>
    public async Task<IReadOnlyList<Proposal>> OfTextAsync(ProposalSource source, CancellationToken cancellation)
    {
        var sentences = SentenceReader.Read(source);
        return TextReading.Read(source, sentences, await BookAsync(sentences, cancellation));
    }

    /// <summary>
    /// What selected words could be: the proposals of the text that they contain, then one of the rule <see cref="Proposal.Chosen"/> for each kind of
    /// record, the likeliest first, with the obvious fields filled; last the new parties that these need.
    /// </summary>
    /// <param name="start">UTF-16 offset of the first character; what lies outside the text is cut off.</param>
    /// <param name="end">UTF-16 offset behind the last character.</param>
    public async Task<IReadOnlyList<Proposal>> OfSelectionAsync(ProposalSource source, int start, int end, CancellationToken cancellation)
    {
        var sentences = SentenceReader.Read(source);
        var parties = await BookAsync(sentences, cancellation);
        var from = Math.Clamp(start, 0, source.Text.Length);
        return SelectionReading.Read(source, sentences, parties, from, Math.Clamp(end, from, source.Text.Length));
    }

    /// <summary>Looks up all names of the text at once.</summary>
    private async Task<PartyBook> BookAsync(IReadOnlyList<Sentence> sentences, CancellationToken cancellation)
    {
        var keys = PartyBook.Keys(sentences);
        var slugs = keys.Select(Slug.From).OfType<string>().Distinct().ToArray();
        var known = keys.Count == 0
            ? []
            : await db.Parties.AsNoTracking().Where(p => slugs.Contains(p.Slug) || p.Names.Any(n => n.Whole && keys.Contains(n.Key)))
                .Select(p => new { p.Slug, p.Name, p.Type, Keys = p.Names.Where(n => n.Whole).Select(n => n.Key).ToList() }).ToListAsync(cancellation);
        return new PartyBook(sentences, known.SelectMany(p => p.Keys.Append(p.Slug).Select(key => new KnownParty(key, p.Slug, p.Name, Words.Of(p.Type)))));
    }
}
