using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>Reads a cell as the press, a spreadsheet or another database writes it, into what a form would send.</summary>
internal static partial class CellReader
{
    private static readonly string[] Yes = ["yes", "true", "1", "y"];
    private static readonly string[] No = ["no", "false", "0", "n"];

    /// <param name="text">Not blank.</param>
    /// <param name="currency">Of an amount that has none; null where the mapping knows none.</param>
    /// <returns>The value, or what is wrong with the cell.</returns>
    public static (JsonNode? Value, string? Problem) Read(FieldShape shape, string text, string? currency, MappedColumn column, ImportMapping mapping)
    {
        var said = column.Words?.GetValueOrDefault(text) ?? text;
        switch (shape)
        {
            case MoneyShape or QuantityShape or NumberShape or IntegerShape when mapping.DecimalComma && WithPoint().IsMatch(NumberOfComma().Replace(said, "")):
                return (null, "is not written as the mapping says (numbers: 1.234,56): full stops between thousands, and one comma before decimals");
            case MoneyShape:
                var (amount, problem) = Money(Number(said, mapping), currency, column.Multiply);
                return (amount, mapping.DecimalComma && problem is not null ? WithComma(problem) : problem);
            case QuantityShape or NumberShape or IntegerShape:
                return (Number(said, mapping), null);
            case DateShape or DayShape:
                var (edtf, fault) = DateFormats.Read(said, column.Dates ?? mapping.File.Dates ?? []);
                return (edtf, fault);
            case WordShape words:
                var word = Word(words, said);
                return word is null ? (null, $"is none of {string.Join(", ", words.Allowed)}; the mapping may say what it means (words)") : (word, null);
            case FlagShape:
                return Yes.Contains(said.ToLowerInvariant()) ? (true, null) : No.Contains(said.ToLowerInvariant()) ? (false, null) : (null, "is neither yes nor no");
            case ListShape list:
                return Several(Split(said, column), part => Read(list.Of, part, currency, column with { Split = null }, mapping));
            case ItemsShape items:
                return Items(items, said, currency, column, mapping);
            default:
                return (said, null);
        }
    }

    /// <summary>The tracker's word that a text is, whatever its case and blanks; null where it is none.</summary>
    public static string? Word(WordShape words, string text) => words.Allowed.FirstOrDefault(known => known == text) ?? words.Allowed.FirstOrDefault(known => known == Kebab(text));

    /// <summary>The names of parties that a cell mentions.</summary>
    public static IEnumerable<string> PartiesIn(FieldShape shape, string text, MappedColumn column)
    {
        var said = column.Words?.GetValueOrDefault(text) ?? text;
        return shape switch
        {
            PartyShape => [said],
            ListShape { Of: PartyShape } => Split(said, column),
            ItemsShape items when items.Fields.Any(field => field.Shape is PartyShape) => Split(said, column),
            _ => [],
        };
    }

    private static string[] Split(string text, MappedColumn column) =>
        column.Split is { Length: > 0 } between ? text.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [text];

    private static (JsonNode?, string?) Items(ItemsShape items, string text, string? currency, MappedColumn column, ImportMapping mapping)
    {
        if (items.Fields.FirstOrDefault(field => field.IsRequired) is not { } main)
        {
            return (null, "cannot be read from a cell: use NDJSON");
        }

        return Several(Split(text, column), part =>
        {
            var (value, problem) = Read(main.Shape, part, currency, column with { Split = null }, mapping);
            return (problem is null ? new JsonObject { [main.Name] = value } : null, problem);
        });
    }

    private static (JsonNode?, string?) Several(IEnumerable<string> parts, Func<string, (JsonNode? Value, string? Problem)> read)
    {
        var list = new JsonArray();
        foreach (var (value, problem) in parts.Select(read))
        {
            if (problem is not null)
            {
                return (null, problem);
            }

            list.Add(value);
        }

        return (list, null);
    }

    /// <summary>Digits as the tracker reads them: decimals behind a point, whatever groups stand before. India's lakh and crore groups can mean one thing only.</summary>
    private static string Number(string text, ImportMapping mapping)
    {
        if (mapping.DecimalComma)
        {
            text = NumberWithComma().Replace(text, match => match.Value.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'));
        }

        return IndianNumber().Replace(text, match => match.Value.Replace(",", "", StringComparison.Ordinal));
    }

    private static (JsonNode?, string?) Money(string text, string? currency, decimal? multiply)
    {
        if (multiply is not null && MoneyText.ScaleIn(text) is { } scale)
        {
            return (null, FormattableString.Invariant($"has a unit of its own, “{scale}”, and the mapping multiplies by {multiply}: write it without, or read it from a column that is not multiplied (multiply)"));
        }

        if (!Shared.Money.TryParse(text, currency, out var money, out _, out var problem))
        {
            return (null, problem);
        }

        var value = Shared.Money.Create(money.Value * (multiply ?? 1), money.Currency, money.Qualifier, null, null, out problem);
        return value is null ? (null, problem) : (MoneyValues.ShowMoney(value), null);
    }

    /// <summary>What is wrong with a number, in the words of a file that has decimals behind a comma.</summary>
    private static string WithComma(string problem) => Figure().Replace(problem, match => string.Concat(match.Value.Select(c => c == '.' ? ',' : c == ',' ? '.' : c))).Replace("with a point", "with a comma", StringComparison.Ordinal);

    private static string Kebab(string text) => NotOfWords().Replace(text.Trim().ToLowerInvariant(), "-").Trim('-');

    /// <summary>All of a number with groups between full stops, or with none, and decimals behind a comma.</summary>
    [GeneratedRegex(@"(?<![\d.,])(\d{1,3}(\.\d{3})+|\d+)(,\d+)?(?![.,]?\d)")]
    private static partial Regex NumberOfComma();

    /// <summary>What is left where others are taken out.</summary>
    [GeneratedRegex(@"\d[.,]\d")]
    private static partial Regex WithPoint();

    [GeneratedRegex(@"\d[\d.,]*\d")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\d[\d.]*,\d+|\d{1,3}(\.\d{3})+(?!\d)")]
    private static partial Regex NumberWithComma();

    [GeneratedRegex(@"(?<![\d,.])\d{1,2}(,\d{2})+,\d{3}(?![\d,])")]
    private static partial Regex IndianNumber();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotOfWords();
}
