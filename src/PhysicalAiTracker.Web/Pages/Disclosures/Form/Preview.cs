using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Profiles;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>One record before and after.</summary>
/// <param name="Assumed">What the tracker takes for granted, by the field's label.</param>
public sealed record PreviewedChange(
    RecordName Record, AppliedChange Applied, IReadOnlyList<FieldDifference> Differences, IReadOnlyList<AssertionItem> Evidence, IReadOnlyList<(string Label, string Text)> Assumed);

/// <summary>A profile as it would be, cut down to the parts that change.</summary>
public sealed record PreviewedProfile(PartyProfile Profile, bool Facts, IReadOnlyList<ProfileSection> Sections);

/// <summary>What publishing would make of a draft.</summary>
public sealed record PreviewView(IReadOnlyList<PreviewedChange> Changes, IReadOnlyList<PreviewedProfile> Profiles);

/// <summary>Looks at the tracker as it would be, with the queries that the public pages use.</summary>
public sealed class Preview(HistoryQueries history, EvidenceQueries evidence, RecordNames names, ProfileQueries profiles)
{
    private const int MostProfiles = 6;

    public async Task<PreviewView> LookAsync(DisclosureOutcome outcome, JsonObject typed, CancellationToken cancellation)
    {
        var called = await names.OfAsync([.. outcome.Changes.Select(change => (change.Record, change.Id))], cancellation);
        var said = await evidence.OfAsync([.. outcome.Changes.Select(change => change.Id)], cancellation);
        var typedChanges = EditorBuilder.Changes(typed).ToList();
        var changes = new List<PreviewedChange>();
        foreach (var (index, change) in outcome.Changes.Index())
        {
            var newest = change.Effect == ChangeEffect.Unchanged ? null : (await history.OfAsync(change.Id, cancellation))[0];
            changes.Add(new PreviewedChange(
                called[change.Id], change, newest?.Differences ?? [], [.. said[change.Id].Where(assertion => assertion.DisclosureId == outcome.DisclosureId)], Assumed(change.Record, typedChanges[index])));
        }

        return new PreviewView(changes, await ProfilesAsync(changes, cancellation));
    }

    private async Task<IReadOnlyList<PreviewedProfile>> ProfilesAsync(List<PreviewedChange> changes, CancellationToken cancellation)
    {
        var shown = new List<PreviewedProfile>();
        foreach (var party in changes.Where(change => change.Record is { Slug: not null, PartyKind: not null } && change.Applied.Effect != ChangeEffect.Unchanged).GroupBy(change => change.Record.Slug!).Take(MostProfiles))
        {
            if ((await profiles.FindAsync(party.Key, cancellation)).Item is { } profile)
            {
                var ids = party.SelectMany(change => SectionsOf(change.Applied.Record)).ToHashSet(StringComparer.Ordinal);
                shown.Add(new PreviewedProfile(profile, party.Any(change => change.Applied.Record == RecordKind.Party), [.. ProfileSection.Of(profile).Where(section => ids.Contains(section.Id))]));
            }
        }

        return shown;
    }

    private static string[] SectionsOf(RecordKind kind) => kind switch
    {
        RecordKind.FundingRound => ["rounds"],
        RecordKind.Claim => ["claims"],
        RecordKind.Deal => ["deals"],
        RecordKind.Affiliation => ["people"],
        RecordKind.Observation => ["headcount", "measurements"],
        RecordKind.Milestone => ["milestones"],
        RecordKind.Question => ["questions"],
        _ => [],
    };

    private static List<(string, string)> Assumed(RecordKind kind, JsonObject change) =>
    [
        .. from field in RecordSchemas.Of(kind).Fields
           from value in Inner(field, change["set"]?[field.Name])
           let assumed = FormText.Assumed(value.Shape, TypedDocument.Text(value.Node))
           where assumed is not null
           select (field.Label, assumed),
    ];

    private static IEnumerable<(FieldShape Shape, JsonNode? Node)> Inner(Field field, JsonNode? value) => (field.Shape, value) switch
    {
        (ItemsShape items, JsonArray rows) => rows.OfType<JsonObject>().SelectMany(row => items.Fields.Select(part => (part.Shape, row[part.Name]))),
        _ => [(field.Shape, value)],
    };
}
