using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>What a search finds: parties by what they are, records by their kind, and sources.</summary>
public static class SearchKinds
{
    public const string Source = "source";

    public static IReadOnlyList<string> All { get; } =
        [.. Words.All<PartyKind>(), .. Words.All<RecordKind>().Where(word => word != Words.Of(RecordKind.Party)), Source];

    /// <summary>The kind of record; null for sources.</summary>
    public static RecordKind? RecordOf(string kind) =>
        Words.TryParse<RecordKind>(kind, out var record) ? record : kind == Source ? null : RecordKind.Party;
}
