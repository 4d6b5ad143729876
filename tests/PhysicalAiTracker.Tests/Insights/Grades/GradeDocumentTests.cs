using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Insights.Grades;

/// <summary>docs/grades.md says what the program does: its tables and its examples are recomputed.</summary>
public sealed class GradeDocumentTests
{
    private static readonly string Text = File.ReadAllText(Repository.Path("docs", "grades.md"));

    [Fact]
    public void It_has_the_points()
    {
        var points = Rows("| for | points |").ToDictionary(row => row[0], row => int.Parse(row[1].Replace('−', '-'), CultureInfo.InvariantCulture));

        points.Should().BeEquivalentTo(new Dictionary<string, int>
        {
            ["reliability A"] = GradeRule.PointsOf(Reliability.A),
            ["reliability B"] = GradeRule.PointsOf(Reliability.B),
            ["reliability C"] = GradeRule.PointsOf(Reliability.C),
            ["reliability D"] = GradeRule.PointsOf(Reliability.D),
            ["reliability E"] = GradeRule.PointsOf(Reliability.E),
            ["reliability F"] = GradeRule.PointsOf(Reliability.F),
            ["nobody judged it"] = GradeRule.Unjudged,
            ["claimant has an interest"] = GradeRule.Interest,
            ["hedged"] = GradeRule.Hedged,
            ["inferred"] = GradeRule.Inferred,
            ["credibility 4, doubtful"] = GradeRule.Doubtful,
            ["credibility 5, improbable"] = GradeRule.Improbable,
            ["passage not captured again"] = GradeRule.NotCaptured,
        });
    }

    [Fact]
    public void It_has_how_fast_each_fact_goes_stale()
    {
        Rows("| fact | record | fields | when | months |").Select(row => string.Join(" | ", row)).Should().Equal(
            ShelfLife.All.Select(life => $"{life.Fact} | {Words.Of(life.Record)} | {string.Join(", ", life.Fields.Select(field => $"`{field}`"))} | {life.When ?? "always"} | {life.Months}"));
        ShelfLife.All.SelectMany(life => life.Fields.Select(field => RecordSchemas.Of(life.Record).Find(field))).Should().NotContainNulls();
    }

    [Fact]
    public void It_has_the_main_fields_and_they_exist()
    {
        var kinds = Rows("| record | main fields |").ToDictionary(row => row[0], row => row[1].Split(", ").Select(name => name.Trim('`')).ToList());

        kinds.Should().BeEquivalentTo(Enum.GetValues<RecordKind>().ToDictionary(Words.Of, kind => MainFields.Of(kind).ToList()));
        Enum.GetValues<RecordKind>().SelectMany(kind => MainFields.Of(kind).Select(name => (kind, RecordSchemas.Of(kind).Find(name))))
            .Should().OnlyContain(pair => pair.Item2 != null && !pair.Item2.IsEditorial);
    }

    [Fact]
    public void It_has_every_grade() =>
        Rows("| grade | when |").Select(row => row[0].Trim('`')).Should().Equal(Words.All<Grade>());

    [Theory, EachDatabase]
    public async Task Its_example_is_what_the_seeds_give(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider, seeded: true);
        await using var db = database.NewContext();
        var round = await db.FundingRounds.SingleAsync(r => r.Company.Slug == "project-prometheus");
        var grades = await db.Grades.Where(g => g.RecordId == round.Id).ToDictionaryAsync(g => g.Field);
        var rows = Rows("| field | origin | points | grade | stale from |");

        rows.Should().HaveCount(3);
        foreach (var row in rows)
        {
            var grade = grades[row[0].Trim('`')];
            var origin = GradeTrace.Parse(grade.Trace).Origins.Should().ContainSingle().Subject;
            (origin.Name, origin.Points, Words.Of(grade.Fresh), grade.StaleFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never").Should().Be(
                (row[1], int.Parse(row[2].Split(' ')[^1], CultureInfo.InvariantCulture), row[3].Trim('`'), row[4]));
        }

        var amount = grades["amount"];
        Text.Should().Contain($"> {GradeTrace.Parse(amount.Trace).InWords(amount.EvidenceOn, amount.StaleFrom, new DateOnly(2026, 4, 22), name => name)}\n");
        grades[FieldGrade.Whole].Fresh.Should().Be(Grade.SingleSource);
    }

    [Fact]
    public void Its_cases_are_what_the_rule_gives()
    {
        var rows = Rows("| origins, each with what it says | points | grade |");

        rows.Count.Should().BeGreaterThan(5);
        foreach (var row in rows)
        {
            var evidence = row[0].Split(", ").Select((words, index) => new GradeEvidence(
                $"origin-{index}",
                words,
                Words.Parse<Reliability>(words[..1]),
                null,
                words.Contains("interest", StringComparison.Ordinal),
                Polarity.Affirms,
                words.Contains("hedged", StringComparison.Ordinal) ? AssertionModality.Hedged : words.Contains("inferred", StringComparison.Ordinal) ? AssertionModality.Inferred : AssertionModality.Stated,
                null,
                Proof.Intact,
                new DateOnly(2026, 4, 1))).ToList();

            var outcome = GradeRule.Of(evidence, contradicted: false, shelfLife: null);

            (string.Join(", ", outcome.Origins.Select(o => o.Points)), Words.Of(outcome.Fresh)).Should().Be((row[1], row[2].Trim('`')), row[0]);
        }
    }

    /// <summary>The cells of the rows below a table's head.</summary>
    private static List<string[]> Rows(string head)
    {
        var start = Text.IndexOf(head, StringComparison.Ordinal);
        start.Should().BeGreaterThan(0, head);
        return [.. Text[start..].Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];
    }
}
