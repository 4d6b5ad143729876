using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.History;

/// <summary>A merge or removal looks at every column that refers to a record: a new one cannot be forgotten.</summary>
public sealed class ReferringTests
{
    /// <summary>What the acts treat otherwise. A foreign key that is neither here nor in a query of <see cref="Referring"/> is a reference that a merge would leave behind.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["PartyNames.PartyId"] = "part of the party",
        ["PartySectors.PartyId"] = "part of the party",
        ["Places.PartyId"] = "part of the party",
        ["PartyCompute.PartyId"] = "part of the party",
        ["Participations.RoundId"] = "part of the round",
        ["ClaimParts.ClaimId"] = "part of the claim",
        ["ClaimHosts.ClaimId"] = "part of the claim",
        ["ClaimHardware.ClaimId"] = "part of the claim",
        ["LatencyMeasurements.ClaimId"] = "part of the claim",
        ["QuestionTriggers.QuestionId"] = "part of the question",
        ["QuestionResponses.QuestionId"] = "part of the question",
        ["Assertions.RecordId"] = "evidence, moved with what it says",
        ["Assertions.ClaimantId"] = "evidence, moved with who says it",
        ["Revisions.RecordId"] = "history, which stays",
        ["Tombstones.Id"] = "what the act writes",
        ["Tombstones.MergedIntoId"] = "what the act writes",
        ["FormerSlugs.RecordId"] = "slugs, which move",
        ["Grades.RecordId"] = "derived again",
        ["Contradictions.PartyId"] = "derived again",
        ["Contradictions.RecordId"] = "derived again",
        ["DuplicatePairs.FirstId"] = "derived again",
        ["DuplicatePairs.SecondId"] = "derived again",
        ["PartyHashes.PartyId"] = "derived again",
        ["DuplicateJudgements.FirstId"] = "said of what was there, and read through merges",
        ["DuplicateJudgements.SecondId"] = "said of what was there, and read through merges",
        ["SubmittedEdits.RecordId"] = "what a submission started from, told as a conflict",
    };

    [Fact]
    public void Every_foreign_key_to_a_record_is_looked_at_or_known_to_be_none()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var db = database.NewContext();
        var queries = Enum.GetValues<RecordKind>().ToDictionary(kind => kind, kind => string.Join('\n', Referring.Queries(db, kind, Guid.NewGuid()).Select(pair => pair.Query.ToQueryString())));
        var keys = db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()).Where(key => IsRecord(key.PrincipalEntityType.ClrType)).ToList();

        var forgotten = keys.Where(key => !Others.ContainsKey(NameOf(key)) && !IsIdentity(key) && !queries[KindOf(key)].Contains($"FROM \"{key.DeclaringEntityType.GetTableName()}\"", StringComparison.Ordinal))
            .Concat(keys.Where(key => !Others.ContainsKey(NameOf(key)) && !IsIdentity(key) && !queries[KindOf(key)].Contains($"\"{ColumnOf(key)}\" = ", StringComparison.Ordinal)));

        forgotten.Select(NameOf).Should().BeEmpty();
        keys.Select(NameOf).Should().Contain(Others.Keys, "what is gone need not be listed");
        keys.Count(key => !Others.ContainsKey(NameOf(key)) && !IsIdentity(key)).Should().BeGreaterThan(10);
    }

    private static bool IsRecord(Type type) => type == typeof(RecordIdentity) || type.IsSubclassOf(typeof(Core.History.Record));

    /// <summary>Each record's id is that of its identity.</summary>
    private static bool IsIdentity(IForeignKey key) => key.PrincipalEntityType.ClrType == typeof(RecordIdentity) && IsRecord(key.DeclaringEntityType.ClrType);

    private static RecordKind KindOf(IForeignKey key) => ((Core.History.Record)Activator.CreateInstance(key.PrincipalEntityType.ClrType)!).Kind;

    private static string NameOf(IForeignKey key) => $"{key.DeclaringEntityType.GetTableName()}.{ColumnOf(key)}";

    private static string ColumnOf(IForeignKey key) => key.Properties.Should().ContainSingle().Subject.GetColumnName();
}
