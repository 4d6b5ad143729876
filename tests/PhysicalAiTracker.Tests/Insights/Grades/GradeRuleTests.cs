using FsCheck;
using FsCheck.Fluent;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Tests.Insights.Grades;

/// <summary>The rule, whatever the evidence.</summary>
public sealed class GradeRuleTests
{
    private static readonly DateOnly Begin = new(2026, 1, 1);

    private static readonly Gen<GradeEvidence> Passage =
        from origin in Gen.Elements("a", "b", "c", "d")
        from read in Gen.Elements<Reliability?>(null, Reliability.A, Reliability.B, Reliability.C, Reliability.D, Reliability.E, Reliability.F)
        from credited in Gen.Elements<Reliability?>(null, Reliability.A, Reliability.B, Reliability.E)
        from interested in Gen.Elements(false, false, true)
        from polarity in Gen.Frequency((9, Gen.Constant(Polarity.Affirms)), (1, Gen.Constant(Polarity.Denies)))
        from modality in Gen.Elements(AssertionModality.Stated, AssertionModality.Stated, AssertionModality.Hedged, AssertionModality.Inferred)
        from credibility in Gen.Elements<int?>(null, 1, 3, 4, 5, 6)
        from proof in Gen.Elements(Proof.Intact, Proof.Intact, Proof.NotCaptured, Proof.None)
        from day in Gen.Choose(0, 700)
        select new GradeEvidence(origin, origin.ToUpperInvariant(), read, credited, interested, polarity, modality, credibility, proof, Begin.AddDays(day));

    private static readonly Gen<(List<GradeEvidence> Evidence, bool Contradicted, int? Months)> Cases =
        from evidence in Passage.ListOf()
        from contradicted in Gen.Elements(false, false, false, true)
        from months in Gen.Elements<int?>(null, 6, 24)
        select (evidence.ToList(), contradicted, months);

    [Fact]
    public void It_never_rises_when_a_corroborating_passage_is_taken_away()
    {
        var days = Enumerable.Range(0, 60).Select(month => Begin.AddMonths(month)).ToList();
        Prop.ForAll(Cases.ToArbitrary(), it =>
        {
            var before = GradeRule.Of(it.Evidence, it.Contradicted, it.Months);
            return it.Evidence.Where(e => e.Polarity == Polarity.Affirms).All(taken =>
            {
                var after = GradeRule.Of([.. it.Evidence.Where(e => !ReferenceEquals(e, taken))], it.Contradicted, it.Months);
                return days.TrueForAll(day => after.At(day) <= before.At(day));
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void It_does_not_depend_on_the_order_of_the_evidence()
    {
        Prop.ForAll(Cases.ToArbitrary(), it =>
        {
            var turned = GradeRule.Of([.. Enumerable.Reverse(it.Evidence)], it.Contradicted, it.Months);
            var sorted = GradeRule.Of([.. it.Evidence.OrderBy(e => e.On).ThenBy(e => e.Origin, StringComparer.Ordinal)], it.Contradicted, it.Months);
            var given = GradeRule.Of(it.Evidence, it.Contradicted, it.Months);
            var trace = GradeTrace.Of(given, it.Months).ToJson();
            return GradeTrace.Of(turned, it.Months).ToJson() == trace && GradeTrace.Of(sorted, it.Months).ToJson() == trace
                && (given.Fresh, given.Stale, given.StaleFrom, given.EvidenceOn) == (turned.Fresh, turned.Stale, turned.StaleFrom, turned.EvidenceOn);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Repeating_what_an_origin_says_does_not_raise_it()
    {
        Prop.ForAll(Cases.ToArbitrary(), it => GradeRule.Of([.. it.Evidence, .. it.Evidence], it.Contradicted, it.Months).Fresh
            == GradeRule.Of(it.Evidence, it.Contradicted, it.Months).Fresh).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_wording_raises_it_above_plain_statement()
    {
        Prop.ForAll(Cases.ToArbitrary(), it =>
        {
            var plain = it.Evidence.Select(e => e with { Modality = AssertionModality.Stated, Credibility = null }).ToList();
            var certain = it.Evidence.Select(e => e with { Modality = AssertionModality.Stated, Credibility = 1 }).ToList();
            var fresh = GradeRule.Of(plain, it.Contradicted, it.Months).Fresh;
            return GradeRule.Of(it.Evidence, it.Contradicted, it.Months).Fresh <= fresh && GradeRule.Of(certain, it.Contradicted, it.Months).Fresh == fresh;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_lost_passage_is_no_proof_and_one_not_captured_weighs_less()
    {
        var said = new GradeEvidence("a", "A", Reliability.B, null, false, Polarity.Affirms, AssertionModality.Stated, null, Proof.Intact, Begin);

        GradeRule.Of([said with { Proof = Proof.None }], false, null).Fresh.Should().Be(Grade.Unsupported);
        GradeRule.Of([said, said with { Origin = "b", Proof = Proof.None }], false, null).Fresh.Should().Be(Grade.SingleSource);
        GradeRule.Of([said, said with { Origin = "b" }], false, null).Fresh.Should().Be(Grade.Confirmed);
        GradeRule.Of([said, said with { Origin = "b", Proof = Proof.NotCaptured }], false, null).Fresh.Should().Be(Grade.WellSupported);
        GradeRule.Of([said, said with { Origin = "b", Polarity = Polarity.Denies, Proof = Proof.None }], false, null).Fresh.Should().Be(Grade.SingleSource);
    }
}
