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

    /// <summary>Powers of ten.</summary>
    private static readonly (int Power, string Word)[] Shown = [(12, "tn"), (9, "bn"), (6, "m"), (3, "k"), (0, "")];

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

    /// <summary>The word for a power of ten that an amount is written with, the bn of "$10 bn"; null of one without, and of what is no amount.</summary>
    public static string? ScaleIn(string text)
    {
        if (!AmountReader.TryBegin(text, out var reader, out _))
        {
            return null;
        }

        reader.TakeQualifier();
        TakeCurrencies(reader, []);
        if (!reader.TryTakeNumber(out _, out _, out _))
        {
            return null;
        }

        reader.TryTake('+');
        return reader.PeekWord() is var word && Scales.ContainsKey(word) ? word : null;
    }

    /// <summary>"$10 bn": the largest unit that leaves at least one, rounded to two decimals.</summary>
    public static string Short(Money money)
    {
        var digits = Currencies.DigitsOf(money.Currency);
        var at = 0;
        while (Shown[at].Power > 0 && money.Minor < AmountReader.WholePowerOfTen(Shown[at].Power + digits))
        {
            at++;
        }

        var hundredths = Hundredths(money.Minor, Shown[at].Power + digits);
        if (at > 0 && hundredths >= 1000_00)
        {
            // 999,999,999 rounds to 1000 m, which is 1 bn.
            at--;
            hundredths = Hundredths(money.Minor, Shown[at].Power + digits);
        }

        var (word, whole, rest) = (Shown[at].Word, hundredths / 100, hundredths % 100);
        Span<char> number = stackalloc char[32];
        whole.TryFormat(number, out var length, whole >= 1000 ? "#,##0" : "", CultureInfo.InvariantCulture);
        if (rest > 0)
        {
            number[length++] = '.';
            number[length++] = (char)('0' + (rest / 10));
            number[length++] = (char)('0' + (rest % 10));
            // Cents are two digits, "$12.50"; of a scaled number the zeros say nothing.
            length -= word.Length > 0 && rest % 10 == 0 ? 1 : 0;
        }

        var sign = Currencies.DisplaySign(money.Currency) ?? money.Currency + " ";
        return string.Concat(sign, number[..length], word.Length == 0 ? "" : " ", word);
    }

    /// <summary>An amount in hundredths of a unit, rounded.</summary>
    /// <param name="power">So many minor units are one, as a power of ten.</param>
    private static long Hundredths(long minor, int power)
    {
        if (power < 2)
        {
            return minor * AmountReader.WholePowerOfTen(2 - power);
        }

        var hundredth = AmountReader.WholePowerOfTen(power - 2);
        return (minor + (hundredth / 2)) / hundredth;
    }

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
