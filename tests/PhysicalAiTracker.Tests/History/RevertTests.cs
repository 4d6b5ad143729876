using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.History;

public sealed class RevertTests
{
    private static readonly (string Amount, string Exact)[] Edits =
        [("$12 bn", "announced a round of $12 billion"), ("$41 bn", "values it at $41 billion"), ("about $10 bn", "talks of April about ten billion"), ("$2 bn", "put in two billion")];

    /// <summary>Whatever the edits were, and to whichever version the first revert goes: the second gives back state, adopted flags and all that is derived.</summary>
    [Theory, EachDatabase]
    public void A_revert_of_a_revert_is_the_identity(DatabaseProvider provider)
    {
        var histories = Gen.Zip(Gen.Choose(0, Edits.Length - 1).NonEmptyListOf().Resize(5), Gen.Choose(0, 1000));
        Prop.ForAll(histories.ToArbitrary(), history => HoldsAsync(provider, [.. history.Item1], history.Item2).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(6));
    }

    [Theory, EachDatabase]
    public async Task A_revert_is_a_revision_with_its_reason_and_evidence_stays(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var round = await RoundAsync(analyst);
        await analyst.PublishAsync(await analyst.AmountAsync(round, "$41 bn", "values it at $41 billion", "the round was oversubscribed by many funds"));

        await analyst.RevertAsync(round, 1);

        var history = (await analyst.InScopeAsync<RecordHistoryQueries, RecordHistory?>(queries => queries.FindAsync(round, CancellationToken.None)))!;
        history.Revisions.Select(r => (r.Version, r.Change, r.Reason, r.Act)).Should().Equal(
            (3, ChangeKind.Changed, RevisionReason.WeCorrected, DisclosureAct.Revert),
            (2, ChangeKind.Changed, RevisionReason.WorldChanged, null),
            (1, ChangeKind.Created, null, null));
        history.Revisions[0].Should().BeEquivalentTo(new { By = "ana", Note = "typed wrongly", Source = (object?)null });
        history.Revisions[0].Changes.Should().ContainSingle(change => change.Field == "amount").Which.Should().BeEquivalentTo(new { Before = "$41 bn", After = "$12 bn" });
        history.Revisions[1].Assertions.Should().ContainSingle("evidence stays").Which.Values.Should().OnlyContain(value => !value.Adopted);
    }

    [Theory, EachDatabase]
    public async Task Reverting_from_an_old_version_is_a_conflict_and_writes_nothing(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var round = await RoundAsync(analyst);
        await analyst.PublishAsync(await analyst.AmountAsync(round, "$41 bn", "values it at $41 billion", "oversubscribed"));

        var outcome = await analyst.ActAsync((acts, who) => acts.RevertAsync(new RevertRequest(round, 1, 1, "wrong"), who, CancellationToken.None));

        outcome.Conflicts.Should().ContainSingle().Which.CurrentVersion.Should().Be(2);
        (await analyst.VersionAsync(round)).Should().Be(2);
        (await analyst.ActAsync((acts, who) => acts.RevertAsync(new RevertRequest(round, 2, 1, " "), who, CancellationToken.None))).Problems.Should().ContainSingle(p => p.Pointer == "/note");
    }

    [Theory, EachDatabase]
    public async Task A_removed_record_comes_back_and_one_that_is_referred_to_is_not_removed(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var twin = await analyst.EnterTwiceAsync();
        var round = await RoundIdAsync(analyst, twin);
        (await RemoveAsync(analyst, twin)).Problems.Select(p => p.Message).Should().Contain(message => message.Contains("$12 bn round", StringComparison.Ordinal));
        var states = await analyst.StatesAsync();
        var evidence = await analyst.EvidenceAsync();

        (await RemoveAsync(analyst, round)).Problems.Should().BeEmpty();
        (await analyst.StatesAsync())[round].Should().BeNull();
        await analyst.RevertAsync(round, 1);

        (await analyst.StatesAsync()).Should().BeEquivalentTo(states);
        (await analyst.EvidenceAsync()).Should().Equal(evidence);
        await using var db = analyst.Database.NewContext();
        (await db.FundingRounds.Where(r => r.Id == round).Select(r => new { r.Version, Investors = r.Participations.Count }).SingleAsync()).Should().BeEquivalentTo(new { Version = 3, Investors = 2 });
        (await db.Tombstones.AnyAsync()).Should().BeFalse();
    }

    private static async Task<bool> HoldsAsync(DatabaseProvider provider, int[] edits, int back)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var round = await RoundAsync(analyst);
        foreach (var (edit, index) in edits.Select((edit, index) => (edit, index)))
        {
            (await analyst.PublishAsync(await analyst.AmountAsync(round, Edits[edit].Amount, Edits[edit].Exact, $"edit {index}"))).Problems.Should().BeEmpty();
        }

        var latest = await analyst.VersionAsync(round);
        var (states, evidence, derived) = (await analyst.StatesAsync(), await analyst.EvidenceAsync(), await DerivedAsync(analyst));
        await analyst.RevertAsync(round, 1 + (back % (latest - 1)));
        await analyst.RevertAsync(round, latest);
        (await analyst.StatesAsync()).Should().BeEquivalentTo(states);
        (await analyst.EvidenceAsync()).Should().Equal(evidence);
        (await DerivedAsync(analyst)).Should().Equal(derived);
        return true;
    }

    private static async Task<IReadOnlyList<string>> DerivedAsync(Analyst analyst)
    {
        await using var db = analyst.Database.NewContext();
        return await DerivedRows.ReadAsync(db);
    }

    private static async Task<Guid> RoundAsync(Analyst analyst) => (await analyst.PublishAsync(Analyst.Document(Analyst.Round("project-prometheus")))).Changes[0].Id;

    private static async Task<Guid> RoundIdAsync(Analyst analyst, Guid investor)
    {
        await using var db = analyst.Database.NewContext();
        return await db.FundingRounds.Where(r => r.Participations.Any(p => p.InvestorId == investor)).Select(r => r.Id).SingleAsync();
    }

    private static async Task<DisclosureOutcome> RemoveAsync(Analyst analyst, Guid record)
    {
        var version = await analyst.VersionAsync(record);
        return await analyst.ActAsync((acts, who) => acts.RemoveAsync(new RemovalRequest(record, version, "no such thing"), who, CancellationToken.None));
    }
}
