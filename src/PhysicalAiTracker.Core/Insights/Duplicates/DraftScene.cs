using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>What the changes of a draft speak of: known parties, parties of the draft that are likely known, and its source.</summary>
internal sealed class DraftScene(IReadOnlyList<DraftChange> changes, ReadContext known, IReadOnlySet<Guid> sources)
{
    /// <summary>From here on a new party of a draft is taken for a known one when its rounds and claims are looked at.</summary>
    private const int TakenScore = 75;

    private readonly Dictionary<string, Guid> _likely = new(StringComparer.Ordinal);

    public IReadOnlyList<DraftChange> Changes { get; } = changes;

    public IReadOnlySet<Guid> Sources { get; } = sources;

    public static async Task<DraftScene> LoadAsync(TrackerDbContext db, JsonObject typed, CancellationToken cancellation)
    {
        var changes = DraftChange.AllOf(typed);
        var context = new ReadContext();
        await References.LoadAsync(db, new JsonObject { ["texts"] = new JsonArray([.. changes.SelectMany(change => change.References()).Distinct().Select(text => JsonValue.Create(text))]) }, context, cancellation);
        var source = DraftChange.Member(typed, "source");
        var slug = DraftChange.Clean(source);
        var url = source is JsonObject typedSource && NormalisedUrl.Of(DraftChange.Clean(DraftChange.Member(typedSource, "url")), out _) is { } key ? key : null;
        var sources = slug.Length == 0 && url is null ? [] : await db.Sources.Where(s => s.Slug == slug || (url != null && s.UrlKey == url)).Select(s => s.Id).ToListAsync(cancellation);
        return new DraftScene(changes, context, sources.ToHashSet());
    }

    public IEnumerable<DraftChange> Of(RecordKind kind) => Changes.Where(change => change.Kind == kind);

    /// <summary>Lets the draft's own party mean the known one that it likely is.</summary>
    public void Take(DraftChange party, DraftDuplicate best)
    {
        if (best.Score >= TakenScore && party.Ref is { } name)
        {
            _likely.TryAdd("#" + name, best.Id);
        }
    }

    /// <summary>The known party that a text means; null where it means none, or several.</summary>
    public Guid? Party(string text) => text.Length == 0 ? null : text[0] == '#' ? (_likely.TryGetValue(text, out var likely) ? likely : null) : known.Parties.Find(text).Id;

    /// <summary>The known record that an id means.</summary>
    public Guid? Record(string text) => Guid.TryParse(text, out var id) && known.Records.ContainsKey(known.Merged.GetValueOrDefault(id, id)) ? known.Merged.GetValueOrDefault(id, id) : null;
}
