using System.Globalization;
using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

/// <summary>Reads a text into sentences of items. What stands in round brackets is left out: an aside, or an amount told again in another currency.</summary>
internal sealed class SentenceReader
{
    /// <summary>A longer "sentence" is a table or no prose, and is not read.</summary>
    private const int LongestSentence = 120;

    private static readonly HashSet<string> Units = ["ms", "hz", "khz"];

    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly DateFinder _dates;
    private readonly NameFinder _names;

    private SentenceReader(ProposalSource source)
    {
        _text = source.Text;
        _tokens = Tokenizer.Read(source.Text);
        _dates = new DateFinder(source.PublishedOn);
        _names = new NameFinder([.. _tokens.Where(token => token.IsWord && !token.StartsUpper).Select(token => token.Lower)]);
    }

    public static IReadOnlyList<Sentence> Read(ProposalSource source)
    {
        var reader = new SentenceReader(source);
        return [.. SentenceSplitter.Split(reader._tokens).Select((span, index) => new Sentence(index, span.Paragraph, span.IsHeading, reader.Items(span)))];
    }

    private List<Item> Items(TokenSpan span)
    {
        var items = new List<Item>();
        if (span.To - span.From > LongestSentence)
        {
            return items;
        }

        for (var at = span.From; at < span.To;)
        {
            if (_tokens[at].Text is "(" or "[" && ClosingBracket(at, span.To) is { } closing)
            {
                at = closing + 1;
                continue;
            }

            at = Take(items, span, at);
        }

        return Unranged(items);
    }

    private int? ClosingBracket(int at, int limit)
    {
        var close = _tokens[at].Text == "(" ? ")" : "]";
        for (var i = at + 1; i < limit; i++)
        {
            if (_tokens[i].Text == close)
            {
                return i;
            }
        }

        return null;
    }

    private int Take(List<Item> items, TokenSpan span, int at)
    {
        var token = _tokens[at];
        if (HardwareFinder.At(_tokens, at, span.To) is { } hardware)
        {
            items.Add(ItemOf(ItemKind.Hardware, at, hardware.To, hardware.Name));
            return hardware.To;
        }

        if (MoneyFinder.At(_text, _tokens, at, span.To) is { } money)
        {
            DropQualifier(items, money.Start);
            items.Add(new Item(ItemKind.Money, money.Start, _tokens[money.To - 1].End, _text[money.Start.._tokens[money.To - 1].End], "", token.Quoted, money.Money.ToDisplay(), IsAside(items, money, span.To)));
            return money.To;
        }

        if (_dates.At(_tokens, at, span.To) is { } date)
        {
            items.Add(ItemOf(ItemKind.Date, at, date.To, date.Date.Text));
            return date.To;
        }

        if (Number(items, at) is { } to)
        {
            return to;
        }

        if (BasedPlace(at) is { } based)
        {
            items.Add(based.Item);
            items.Add(new Item(ItemKind.Word, based.Item.End, _tokens[based.To - 1].End, "-based", "-based", token.Quoted));
            return based.To;
        }

        if (_names.At(_tokens, span.From, at, span.To) is { } name)
        {
            items.Add(name.Item);
            return name.To;
        }

        items.Add(new Item(token.IsWord ? ItemKind.Word : ItemKind.Mark, token.Start, token.End, token.Text, token.Lower, token.Quoted));
        return at + 1;
    }

    /// <summary>"San Francisco-based": the place of which somebody is.</summary>
    private (Item Item, int To)? BasedPlace(int at)
    {
        for (var to = at + 1; to <= Math.Min(at + 3, _tokens.Count); to++)
        {
            if (_tokens[to - 1].Lower.EndsWith("-based", StringComparison.Ordinal) && _tokens[at].StartsUpper)
            {
                var place = _text[_tokens[at].Start..(_tokens[to - 1].End - "-based".Length)];
                return PlaceCues.Countries.ContainsKey(place.ToLowerInvariant())
                    ? (new Item(ItemKind.Place, _tokens[at].Start, _tokens[at].Start + place.Length, place, "", _tokens[at].Quoted, place), to)
                    : null;
            }
        }

        return null;
    }

    private int? Number(List<Item> items, int at)
    {
        var token = _tokens[at];
        if (!token.StartsWithDigit)
        {
            return null;
        }

        var digits = token.Lower.TakeWhile(c => char.IsAsciiDigit(c) || c is ',' or '.' or '-').Count();
        var unit = token.Lower[digits..];
        var written = token.Lower[..digits].TrimEnd('-');
        if ((unit.Length > 0 && !Units.Contains(unit)) || !written.Split('-').All(part => decimal.TryParse(part, NumberStyles.Number, CultureInfo.InvariantCulture, out _)))
        {
            return null;
        }

        var (start, qualifier) = QualifierFinder.Before(_tokens, at);
        DropQualifier(items, start);
        var plus = at + 1 < _tokens.Count && _tokens[at + 1].Text == "+" && unit.Length == 0;
        qualifier = plus && qualifier == Qualifier.Exactly ? Qualifier.AtLeast : qualifier;
        items.Add(new Item(ItemKind.Number, start, (plus ? _tokens[at + 1].End : token.End) - unit.Length, "", "", token.Quoted, QualifierPhrases.Before(qualifier) + written.Replace('-', '–')));
        if (unit.Length > 0)
        {
            items.Add(new Item(ItemKind.Word, token.End - unit.Length, token.End, unit, unit, token.Quoted));
        }

        return at + (plus ? 2 : 1);
    }

    /// <summary>The words of a qualifier belong to the figure behind them.</summary>
    private static void DropQualifier(List<Item> items, int start)
    {
        while (items.Count > 0 && items[^1].Start >= start)
        {
            items.RemoveAt(items.Count - 1);
        }
    }

    /// <summary>An end of a range, a price for each, or the same amount again behind "or".</summary>
    private bool IsAside(List<Item> items, MoneyFound money, int limit)
    {
        var next = money.To < limit ? _tokens[money.To].Lower : "";
        var behind = money.To + 1 < limit ? _tokens[money.To + 1] : default;
        var range = next is "to" or "-" or "–" or "—" && behind.Text is not null && (behind.StartsWithDigit || behind.Text is "$" or "€" or "£" or "US");
        var before = items.Count > 0 ? items[^1].Lower : "";
        var twoBefore = items.Count > 1 ? items[^2] : null;
        return range || next is "per" or "apiece" || (next is "a" or "an" && behind.Lower is "year" or "month" or "hour" or "robot" or "unit" or "piece" or "day")
            || (before is "to" or "-" or "–" or "—" or "or" && twoBefore is { Kind: ItemKind.Money or ItemKind.Number })
            || (before == "or" && items.Count > 2 && items[^2].Is(",") && items[^3].Kind == ItemKind.Money)
            || before == "between" || (before == "and" && twoBefore is { Kind: ItemKind.Money, Aside: true });
    }

    /// <summary>"100 to 150" and "10 – 15" are one figure.</summary>
    private static List<Item> Unranged(List<Item> items)
    {
        for (var i = items.Count - 3; i >= 0; i--)
        {
            if (i + 2 >= items.Count)
            {
                continue;
            }

            var (low, to, high) = (items[i], items[i + 1], items[i + 2]);
            if (low.Kind == ItemKind.Number && high.Kind == ItemKind.Number && (to.Lower is "to" or "–" or "-" || (to.Is("and") && i > 0 && items[i - 1].Is("between"))) && !low.Value.Contains('–', StringComparison.Ordinal) && char.IsAsciiDigit(high.Value[0]))
            {
                items[i] = low with { End = high.End, Value = $"{low.Value}–{high.Value}" };
                items.RemoveRange(i + 1, 2);
            }
        }

        return items;
    }

    private Item ItemOf(ItemKind kind, int from, int to, string value) =>
        new(kind, _tokens[from].Start, _tokens[to - 1].End, value, "", _tokens[from].Quoted, value);
}
