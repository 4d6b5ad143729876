using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>What a mapping says must make sense before a row is read by it: what no row can mend is not told of each of them.</summary>
/// <param name="report">Is told path, value and rule.</param>
internal sealed class MappingRules(ImportMapping mapping, Action<string, string, string> report)
{
    /// <summary>Each is compared with all others.</summary>
    private const int MostFormats = 20;

    public void Check()
    {
        CheckFormats("dates", mapping.File.Dates);
        CheckSource(mapping.File.Source ?? []);
        foreach (var (name, column) in mapping.File.Fields ?? new Dictionary<string, MappedColumn>())
        {
            CheckColumn($"fields.{name}", column);
            if (mapping.File.Record is not { } record)
            {
                continue;
            }

            if (RecordSchemas.Of(record).Find(name) is { } field)
            {
                CheckField($"fields.{name}", field, column);
            }
            else
            {
                report($"fields.{name}", "", $"is no field of a {Words.Of(record)}; known are {string.Join(", ", RecordSchemas.Of(record).Fields.Select(known => known.Name))}");
            }
        }
    }

    private void CheckFormats(string path, IReadOnlyList<string>? formats)
    {
        if (formats is null)
        {
            return;
        }

        if (formats.Count > MostFormats)
        {
            report(path, "", $"has {formats.Count} formats; {MostFormats} are the most");
            return;
        }

        var wrong = formats.Select(format => (Format: format, Problem: DateFormats.ProblemOf(format))).Where(pair => pair.Problem is not null).ToList();
        foreach (var (format, problem) in wrong)
        {
            report(path, format, problem!);
        }

        if (wrong.Count == 0 && DateFormats.ClashIn(formats) is { } clash)
        {
            report(path, clash.Format, clash.Problem);
        }
    }

    private void CheckSource(JsonObject source)
    {
        foreach (var (name, value) in source)
        {
            if (EvidenceFields.Source.Find(name) is not { } field || name is "slug" or "origin")
            {
                report($"source.{name}", "", "is no field that a mapping gives the source");
            }
            else if (value is not null)
            {
                CheckValue($"source.{name}", field, value);
            }
        }
    }

    /// <summary>What can be said of a column whatever it is read into.</summary>
    private void CheckColumn(string path, MappedColumn column)
    {
        if (column.Column is null == column.Value is null)
        {
            report(path, "", "needs either a column or a value");
        }

        if (column.Currency is { } currency && !Currencies.IsKnown(currency.Trim().ToUpperInvariant()))
        {
            report($"{path}.currency", currency, "is no currency code of ISO 4217");
        }

        if (column.Multiply is { } factor and <= 0)
        {
            report($"{path}.multiply", FormattableString.Invariant($"{factor}"), "is not above zero");
        }

        if (column.Split is "")
        {
            report($"{path}.split", "", "is empty: leave it out, or say what stands between the values of a cell");
        }

        CheckFormats($"{path}.dates", column.Dates);
    }

    private void CheckField(string path, Field field, MappedColumn column)
    {
        if (column.Value is { } value && !Refers(field.Shape))
        {
            CheckValue($"{path}.value", field, value);
        }

        if (column.Multiply is not null && Innermost(field.Shape) is not MoneyShape)
        {
            report($"{path}.multiply", "", "is for amounts of money, and this field is none");
        }

        foreach (var (word, meaning) in column.Words ?? new Dictionary<string, string>())
        {
            if (ProblemOf(field, meaning, column) is { } problem)
            {
                report($"{path}.words.{word}", meaning, problem);
            }
        }
    }

    /// <summary>What is wrong with what a word of the file means.</summary>
    private string? ProblemOf(Field field, string meaning, MappedColumn column)
    {
        if (Innermost(field.Shape) is WordShape words)
        {
            return CellReader.Word(words, meaning) is null ? $"is none of {string.Join(", ", words.Allowed)}" : null;
        }

        // Where each row says its currency any will do.
        var currency = column.Currency is { } stated && Currencies.IsKnown(stated.Trim().ToUpperInvariant()) ? stated : column.CurrencyColumn is null ? null : "USD";
        var (value, problem) = meaning.Trim().Length == 0 ? (null, "is empty") : CellReader.Read(field.Shape, meaning, currency, column with { Words = null }, mapping);
        return problem ?? (Refers(field.Shape) ? null : ProblemOf(field, value!));
    }

    private void CheckValue(string path, Field field, JsonNode value)
    {
        if (ProblemOf(field, value) is { } problem)
        {
            report(path, value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(), problem);
        }
    }

    private static string? ProblemOf(Field field, JsonNode value)
    {
        var context = new ReadContext();
        field.Canonical(value, "", context);
        return context.Problems is [var problem, ..] ? problem.Message : null;
    }

    private static FieldShape Innermost(FieldShape shape) => shape is ListShape list ? list.Of : shape;

    /// <summary>Whether a value of it is a record or source that only the database knows.</summary>
    private static bool Refers(FieldShape shape) => shape switch
    {
        ListShape list => Refers(list.Of),
        ItemsShape items => items.Fields.Any(field => Refers(field.Shape)),
        _ => shape is PartyShape or RecordShape or SourceShape or AssertionShape,
    };
}
