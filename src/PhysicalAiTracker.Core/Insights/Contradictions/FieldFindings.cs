using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>What passages say of one field of one record, compared by the field's shape. Text and lists never contradict, but a denial does.</summary>
internal static class FieldFindings
{
    private const string Valuation = "valuation";
    private const string ValuationKindField = "valuationKind";
    private const string Participations = "participations";
    private const string Amount = "amount";
    private const string Status = "status";
    private const string ReportedOn = "reportedOn";
    private const string FiledSold = "filedSold";
    private const string FiledRemaining = "filedRemaining";

    public static IEnumerable<Finding> Of(Facts facts)
    {
        foreach (var record in facts.Statements.Where(s => s.Value != AssertedValue.NotTold).GroupBy(s => s.Record))
        {
            foreach (var said in record.GroupBy(s => s.Field).Where(said => said.Count() > 1))
            {
                if (RecordSchemas.Of(said.First().Kind).Find(said.Key) is { IsEditorial: false } field
                    && Compare(facts, field, [.. said], [.. record]) is { } finding)
                {
                    yield return finding;
                }

                foreach (var part in said.Key == Participations ? ParticipantFindings.Of(facts, [.. said], Rates([.. record])) : [])
                {
                    yield return part;
                }
            }
        }
    }

    private static Finding? Compare(Facts facts, Field field, List<Statement> said, List<Statement> record)
    {
        if (field.Name == ValuationKindField)
        {
            // A word that came with a figure belongs to the figure: 2.0 pre-money and 2.6 post-money do not differ in it.
            said.RemoveAll(s => record.Exists(other => other.Assertion == s.Assertion && other.Field == Valuation));
        }
        else if (field.Name is Amount or Status)
        {
            // What was sold by the day of a filing is no other sum of the round, and an offering that was closed may be enlarged: it is compared as what it is, with other filings.
            said.RemoveAll(s => record.Exists(other => other.Assertion == s.Assertion && other.Field is FiledSold or FiledRemaining));
        }
        else if (field.Name == ReportedOn)
        {
            // Each filing reports the round on its own day; an earlier one that turns up later contradicts none.
            said.RemoveAll(s => s.AsOf is { } day && Read(Values.Date, s.Value) == day && record.Exists(other => other.Field == FiledSold && other.AsOf == day));
        }

        if (said.Count < 2)
        {
            return null;
        }

        var (kind, id) = (said[0].Kind, said[0].Record);
        var comparer = Comparer(field, record);
        var sides = said.Select(s => (Statement: s, Reduced: Reduce(field, s))).Where(pair => pair.Reduced is not null)
            .GroupBy(pair => $"{KeyOf(field, pair.Reduced!)} {pair.Statement.Companion}{(pair.Statement.Denies ? " denied" : "")}")
            .Select(group => new Side(
                group.Key, kind, field.Name, group.Select(pair => pair.Reduced!).Min(StringComparer.Ordinal)!,
                group.First().Statement.Companion is { } word ? Prose.Of(word) : null, group.First().Statement.Denies, Findings.Ordered(group.Select(pair => pair.Statement))));
        return Findings.Build(
            ContradictionKind.Field, $"{id}:{field.Name}", facts.Owners[id], id, field.Name, null, sides,
            (left, right) => Between(field, left, right, comparer));
    }

    private static Verdict? Between(Field field, Side left, Side right, Func<Side, Side, Verdict> compare)
    {
        if (left.Denied && right.Denied)
        {
            return null;
        }

        if (left.Denied || right.Denied)
        {
            // A denial of another value is no denial of this one.
            return KeyOf(field, left.Value) == KeyOf(field, right.Value) || !compare(left with { Denied = false }, right with { Denied = false }).IsConflict
                ? InTime(field, left, right) ?? Verdict.Conflict("One side affirms what the other denies.")
                : null;
        }

        if (!Contradicts(field))
        {
            return null;
        }

        var verdict = compare(left, right);
        return verdict.IsConflict ? InTime(field, left, right) ?? verdict : verdict;
    }

    /// <summary>A state may change: said of different days, in the order that things take, both can have been so.</summary>
    private static Verdict? InTime(Field field, Side left, Side right)
    {
        if (ChangingFields.Find(left.Kind, field.Name) is not { } order || left.Since is null || right.Since is null)
        {
            return null;
        }

        var (earlier, later) = left.Last < right.First ? (left, right) : right.Last < left.First ? (right, left) : (null, null);
        return earlier is not null && later is not null && order(Word(earlier), Word(later), later.Denied)
            ? Verdict.Because(Explanation.TimeSeries, $"{Told(field, earlier)} by {PartialDate.Of(earlier.Last).ToDisplay()}, {Told(field, later)} from {PartialDate.Of(later.First).ToDisplay()}: it changed.")
            : null;
    }

    private static string Word(Side side) => JsonNode.Parse(side.Value)!.ToString();

    private static string Told(Field field, Side side) => (side.Denied ? "Not " : "") + field.Shape switch
    {
        MoneyShape => Money(side.Value).ToString(),
        DateShape => Read(Values.Date, side.Value).ToDisplay(),
        _ => Prose.Of(Word(side)),
    };

    private static Func<Side, Side, Verdict> Comparer(Field field, List<Statement> record)
    {
        switch (field.Shape)
        {
            case MoneyShape when field.Name == Valuation:
                var amounts = record.Where(s => s is { Field: Amount, Denies: false } && s.Value != AssertedValue.NotTold).Select(s => Money(s.Value)).ToList();
                var known = Rates(record);
                return (left, right) => ValuationComparer.Compare((Money(left.Value), KindOf(left)), (Money(right.Value), KindOf(right)), amounts, known);
            case MoneyShape:
                var rates = Rates(record);
                return (left, right) => FigureComparer.Compare(Money(left.Value), Money(right.Value), rates);
            case QuantityShape:
                return (left, right) => FigureComparer.Compare(Figure.Of(Read(Values.Quantity, left.Value)), Figure.Of(Read(Values.Quantity, right.Value)));
            case DateShape:
                return (left, right) => DateComparer.Compare(Read(Values.Date, left.Value), Read(Values.Date, right.Value));
            case WordShape:
                return (left, right) => WordComparer.Compare(left.Kind, field.Name, Word(left), Word(right));
            case ItemsShape when field.Name == Participations:
                return (left, right) => Leads.Compare(left.Value, right.Value);
            default:
                return (left, right) => left.Value == right.Value ? Verdict.Same : Verdict.Conflict("Only one of the two can be so.");
        }
    }

    /// <summary>Whether two different values can be said against each other: words can be put in two ways, and a list may name less.</summary>
    private static bool Contradicts(Field field) => field.Shape is not (TextShape or UrlShape or ListShape or ItemsShape) || field.Name == Participations;

    /// <summary>The part of a value that can contradict; null where there is none.</summary>
    private static string? Reduce(Field field, Statement said) => field.Name == Participations ? Leads.Of(said.Value) : said.Value;

    /// <summary>The same amount with and without its worth in dollars is the same amount.</summary>
    private static string KeyOf(Field field, string value) => field.Shape is MoneyShape ? Read(Values.Money, value).ToExact() : value;

    private static ValuationKind KindOf(Side side) => Words.TryParse<ValuationKind>(side.Statements[0].Companion, out var kind) ? kind : ValuationKind.Unspecified;

    private static Dictionary<string, decimal> Rates(List<Statement> record) => record
        .Where(s => s.Value != AssertedValue.NotTold && RecordSchemas.Of(s.Kind).Find(s.Field)?.Shape is MoneyShape).Select(s => Money(s.Value))
        .Where(figure => figure.Usd is not null && figure.Unit != "USD").GroupBy(figure => figure.Unit).ToDictionary(group => group.Key, group => group.Min(figure => figure.Usd!.Value));

    private static Figure Money(string value) => Figure.Of(Read(Values.Money, value));

    private static T Read<T>(ValueType<T> type, string value) =>
        type.TryRead(JsonNode.Parse(value)!, "", new ReadContext(), out var read) ? read : throw new InvalidOperationException($"The database holds “{value}”, which cannot be read.");
}
