using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

/// <summary>An amount of money among tokens.</summary>
/// <param name="To">The token behind it.</param>
internal readonly record struct MoneyFound(int From, int To, int Start, Money Money);

/// <summary>Finds amounts that name their currency, as <see cref="Money"/> reads them.</summary>
internal static class MoneyFinder
{
    private const int Longest = 7;

    private static readonly HashSet<string> Signs = ["$", "€", "£", "₹", "₩", "₪", "₺", "¥", "￥"];

    public static MoneyFound? At(string text, IReadOnlyList<Token> tokens, int from, int limit)
    {
        var first = tokens[from];
        if (!first.StartsWithDigit && !Signs.Contains(first.Text) && !NamesCurrency(tokens, from, limit))
        {
            return null;
        }

        for (var to = Math.Min(from + Longest, limit); to > from; to--)
        {
            if (tokens[to - 1].Text is "." or "," or ")" || !tokens[to - 1].IsWord && !Signs.Contains(tokens[to - 1].Text) && tokens[to - 1].Text != "+")
            {
                continue;
            }

            if (Read(text[first.Start..tokens[to - 1].End]) is { } money)
            {
                var (start, qualifier) = QualifierFinder.Before(tokens, from);
                return money.Qualifier != Qualifier.Exactly || qualifier == Qualifier.Exactly
                    ? new MoneyFound(from, to, first.Start, money)
                    : new MoneyFound(from, to, start, Qualified(money, qualifier));
            }
        }

        return null;
    }

    /// <summary>"US$", "CHF 12", "EUR": letters that begin an amount.</summary>
    private static bool NamesCurrency(IReadOnlyList<Token> tokens, int at, int limit) =>
        at + 1 < limit && (tokens[at].Text is "US" or "A" or "AU" or "C" or "CA" or "HK" or "S" or "NZ" ? tokens[at + 1].Text == "$" && tokens[at + 1].Start == tokens[at].End
            : Currencies.IsKnown(tokens[at].Text) && tokens[at + 1].StartsWithDigit);

    private static Money? Read(string words)
    {
        if (words.Contains('\n', StringComparison.Ordinal))
        {
            words = words.Replace('\n', ' ');
        }

        // "a $50-million round": between a figure and its scale a hyphen is a space.
        var plain = words.Replace("-million", " million", StringComparison.OrdinalIgnoreCase).Replace("-billion", " billion", StringComparison.OrdinalIgnoreCase);
        return Money.TryParse(plain, null, out var money, out _, out _) ? money : null;
    }

    private static Money Qualified(Money money, Qualifier qualifier) =>
        Money.Create(money.Value, money.Currency, qualifier, null, null, out _) ?? money;
}
