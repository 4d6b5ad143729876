using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>How amounts of money are written: what <see cref="Money"/> reads and shows.</summary>
internal static class MoneyText
{
    /// <summary>The words for powers of ten; for money a bare letter is one too ("$10m").</summary>
    private static readonly Dictionary<string, int> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["k"] = 3, ["thousand"] = 3, ["lakh"] = 5, ["m"] = 6, ["mn"] = 6, ["mln"] = 6, ["mio"] = 6, ["mm"] = 6, ["million"] = 6,
        ["millions"] = 6, ["crore"] = 7, ["b"] = 9, ["bn"] = 9, ["bln"] = 9, ["mrd"] = 9, ["billion"] = 9, ["billions"] = 9,
        ["t"] = 12, ["tn"] = 12, ["trn"] = 12, ["trillion"] = 12, ["trillions"] = 12,
    };

    private static readonly (decimal Size, string Word)[] Shown =
        [(1e12m, "tn"), (1e9m, "bn"), (1e6m, "m"), (1e3m, "k"), (1m, "")];

    public static bool TryParse(
        string? text, string? defaultCurrency, [NotNullWhen(true)] out Money? money, out bool currencyAssumed,
        [NotNullWhen(false)] out string? problem)
    {
        money = null;
        currencyAssumed = false;
        if (!AmountReader.TryBegin(text, out var reader, out problem))
        {
            return false;
        }

        var qualifier = reader.TakeQualifier();
        var mentions = new List<Mention>();
        TakeCurrencies(reader, mentions);
        if (reader.PeekWord() is { Length: > 0 } unknown)
        {
            problem = $"\"{unknown}\" is neither a number nor a currency: write an amount such as $10 bn or CHF 5 m.";
            return false;
        }

        if (!reader.TryTakeNumber(out var number, out var decimals, out problem))
        {
            return false;
        }

        var orMore = reader.TryTake('+');
        var scale = TakeScale(reader);
        orMore |= reader.TryTake('+');
        TakeCurrencies(reader, mentions);
        orMore |= reader.TryTake('+');
        problem = ProblemBehind(reader.Rest) ?? (orMore && qualifier != Qualifier.Exactly ? "Say \"more than\" or +, not both." : null);
        if (problem is not null || !TryResolve(mentions, defaultCurrency, out var currency, out problem))
        {
            return false;
        }

        var digits = Currencies.IsKnown(currency) ? Currencies.DigitsOf(currency) : 0;
        if (decimals - scale > digits)
        {
            problem = digits == 0 ? $"{currency} has no decimals." : $"{currency} has only {digits} decimals; write 1.5 m, or 1,500,000.";
            return false;
        }

        if (number > Money.MaxMinor / AmountReader.PowerOfTen(scale))
        {
            problem = "The amount is too large.";
            return false;
        }

        money = Money.Create(
            number * AmountReader.PowerOfTen(scale), currency, orMore ? Qualifier.AtLeast : qualifier, null, null, out var refused);
        problem = refused!;
        currencyAssumed = money is not null && mentions.Count == 0;
        return money is not null;
    }

    /// <summary>"$10 bn": the largest unit that leaves at least one, rounded to two decimals.</summary>
    public static string Short(Money money)
    {
        var sign = Currencies.DisplaySign(money.Currency) ?? money.Currency + " ";
        var at = Array.FindIndex(Shown, unit => unit.Size == 1 || money.Value >= unit.Size);
        // 999,999,999 rounds to 1000 m, which is 1 bn.
        at -= at > 0 && Rounded(money.Value / Shown[at].Size) >= 1000 ? 1 : 0;
        var (size, word) = Shown[at];
        var number = Rounded(money.Value / size);
        // Cents are two digits, "$12.50"; of a scaled number the zeros say nothing.
        var format = word.Length == 0 && number != decimal.Truncate(number) ? "0.00" : "0.##";
        var shown = number.ToString(number >= 1000 ? "#,##0.##" : format, CultureInfo.InvariantCulture);
        return word.Length == 0 ? sign + shown : $"{sign}{shown} {word}";
    }

    private static decimal Rounded(decimal number) => Math.Round(number, 2, MidpointRounding.AwayFromZero);

    private static void TakeCurrencies(AmountReader reader, List<Mention> mentions)
    {
        while (mentions.Count < 4 && TakeCurrency(reader) is { } mention)
        {
            mentions.Add(mention);
        }
    }

    private static Mention? TakeCurrency(AmountReader reader)
    {
        foreach (var (sign, code) in Currencies.Signs)
        {
            if (reader.TryTake(sign))
            {
                return new Mention(sign, code, IsSign: true);
            }
        }

        var word = reader.PeekWord();
        var upper = word.ToUpperInvariant();
        var named = Currencies.IsKnown(upper) ? upper : Currencies.Names.GetValueOrDefault(word);
        var country = upper == "US" && reader.TryTake(word) ? "US" : null;
        if (country is not null)
        {
            return new Mention(word, "USD", IsSign: false);
        }

        return named is not null && reader.TryTake(word) ? new Mention(word, named, IsSign: named != upper) : null;
    }

    private static int TakeScale(AmountReader reader)
    {
        var word = reader.PeekWord();
        return Scales.TryGetValue(word, out var scale) && reader.TryTake(word) ? scale : 0;
    }

    private static string? ProblemBehind(string rest) => rest switch
    {
        "" => null,
        ['-' or '–' or '—', ..] => "A range is no single amount: take one end, and say \"at least\" or \"up to\".",
        _ when rest.StartsWith("to ", StringComparison.OrdinalIgnoreCase) =>
            "A range is no single amount: take one end, and say \"at least\" or \"up to\".",
        _ => $"What does \"{rest}\" mean? Write an amount such as $10 bn, EUR 890 m or 1,030,000 USD.",
    };

    /// <summary>One currency from all mentions: a code explains a sign ("$5m CAD", "¥10 bn JPY") but never contradicts it.</summary>
    private static bool TryResolve(
        List<Mention> mentions, string? defaultCurrency, [NotNullWhen(true)] out string? currency, [NotNullWhen(false)] out string? problem)
    {
        var codes = mentions.Where(m => !m.IsSign).Select(m => m.Code).Distinct().ToList();
        var signs = mentions.Where(m => m.IsSign).ToList();
        currency = codes.Count > 0 ? codes[0] : signs.Count > 0 ? signs.MaxBy(sign => sign.Code.Length)!.Code : defaultCurrency;
        var chosen = currency;
        problem = (mentions.Count, chosen) switch
        {
            (0, null or "") => "Name the currency, as in $10 bn or 10 bn EUR.",
            _ when codes.Count > 1 || signs.Exists(sign => !sign.Allows(chosen!)) => "Two currencies are named; keep one.",
            (_, "") => "¥ is yen and yuan: write JPY or CNY.",
            _ => null,
        };
        return problem is null;
    }

    /// <summary>A currency's sign, name or code in the text; the code is empty where the sign alone does not tell.</summary>
    private sealed record Mention(string Text, string Code, bool IsSign)
    {
        public bool Allows(string code) => code == Code || Text switch
        {
            "$" or "dollar" or "dollars" => code is [_, _, 'D'] or "MXN",
            "¥" or "￥" => code is "JPY" or "CNY",
            "pounds" or "£" => code is "EGP" or "GIP" or "FKP" or "SHP",
            "francs" or "rupees" => true,
            _ => false,
        };
    }
}
