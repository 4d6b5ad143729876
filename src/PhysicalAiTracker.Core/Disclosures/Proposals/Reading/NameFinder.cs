using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

/// <summary>Finds names and cities: capitalised words that stand together.</summary>
/// <param name="lowered">The words that the text has in lower case too: opening a sentence, such a word is no name.</param>
internal sealed class NameFinder(HashSet<string> lowered)
{
    private const int Longest = 6;

    private static readonly HashSet<string> Particles = ["de", "von", "van", "der", "den", "la", "del", "di", "al"];

    private static readonly HashSet<string> Institutions = ["bank", "ministry", "department", "university", "institute"];

    /// <summary>The name or place that begins at a token, and the token behind it; null where none does.</summary>
    public (Item Item, int To)? At(IReadOnlyList<Token> tokens, int from, int at, int limit)
    {
        var opens = at == from || !tokens[at - 1].IsWord && tokens[at - 1].Text is not ("," or "&" or "-" or Token.Possessive or "(" or "/");
        if (!CanBegin(tokens, at, limit, opens))
        {
            return null;
        }

        var to = at + 1;
        while (to < limit && to - at < Longest && Continues(tokens, at, to, limit) is var taken and > 0)
        {
            to += taken;
        }

        if (Place(tokens, at, to) is { } place)
        {
            return place;
        }

        return Name(tokens, at, to, limit, opens);
    }

    private static bool CanBegin(IReadOnlyList<Token> tokens, int at, int limit, bool opens)
    {
        var token = tokens[at];
        // "General Catalyst", "First Round": known names whose first word is none.
        if (token.StartsUpper && at + 1 < limit && tokens[at + 1].StartsUpper && (NameCues.National.Contains(tokens[at + 1].Lower) && token.Lower is "european" or "german" or "american" or "british" or "french" or "swiss" || IsKnown($"{token.Lower} {tokens[at + 1].Lower}")))
        {
            return true;
        }

        var named = token.StartsUpper || token.Lower is "a16z" || (token.StartsWithDigit && token.Text.Length is 2 or 3 && char.IsAsciiLetterUpper(token.Text[^1]));
        return named && !NameCues.NotNames.Contains(token.Lower) && !HasTail(token)
            && !(NameCues.Openers.Contains(token.Lower) && (opens || !(at + 1 < limit && tokens[at + 1].StartsUpper)))
            && !(token.Text.Length == 1 && (token.Text is "A" or "I" || at + 1 >= limit || !tokens[at + 1].StartsUpper || NameCues.NotNames.Contains(tokens[at + 1].Lower)));
    }

    private static bool IsKnown(string name) => NameCues.KnownInvestors.Contains(name) || NameCues.KnownCompanies.Contains(name);

    /// <summary>"Berlin-based", "Nvidia-backed".</summary>
    private static bool HasTail(Token token) => token.Text.Contains('-', StringComparison.Ordinal) && char.IsLower(token.Text[token.Text.LastIndexOf('-') + 1]) && !token.Text.EndsWith("-like", StringComparison.Ordinal);

    private static int Continues(IReadOnlyList<Token> tokens, int first, int at, int limit)
    {
        var token = tokens[at];
        if (token.Line != tokens[at - 1].Line && token.Line - tokens[at - 1].Line > 1)
        {
            return 0;
        }

        if (token.StartsUpper)
        {
            return NameCues.NotNames.Contains(token.Lower) && token.Lower is not ("ai" or "technology" or "growth" or "seed") ? 0
                : NameCues.Openers.Contains(token.Lower) && token.Lower is not "one" && !(token.Text.Length == 1 && at + 1 < limit && tokens[at + 1].StartsUpper) ? 0
                : HasTail(token) ? 0 : 1;
        }

        var joins = token.Text == "&" || Particles.Contains(token.Lower) || (token.Lower == "of" && Institutions.Contains(tokens[first].Lower));
        return joins && at + 1 < limit && tokens[at + 1].StartsUpper && !NameCues.NotNames.Contains(tokens[at + 1].Lower) ? 2 : 0;
    }

    private static (Item Item, int To)? Place(IReadOnlyList<Token> tokens, int at, int to)
    {
        for (var end = to; end > at; end--)
        {
            var words = string.Join(' ', Enumerable.Range(at, end - at).Select(i => tokens[i].Lower));
            if (end == to && PlaceCues.Regions.Contains(words))
            {
                return (ItemOf(ItemKind.Place, tokens, at, end, ""), end);
            }

            if (end == to && PlaceCues.Countries.ContainsKey(words))
            {
                return (ItemOf(ItemKind.Place, tokens, at, end, string.Join(' ', Enumerable.Range(at, end - at).Select(i => tokens[i].Text))), end);
            }
        }

        return null;
    }

    private (Item Item, int To)? Name(IReadOnlyList<Token> tokens, int at, int to, int limit, bool opens)
    {
        var legal = to;
        while (legal - at > 1 && NameCues.LegalForms.Contains(tokens[legal - 1].Lower))
        {
            legal--;
        }

        // "Acme, Inc." is Acme.
        var end = to;
        if (to + 1 < limit && tokens[to].Text == "," && NameCues.LegalForms.Contains(tokens[to + 1].Lower) && tokens[to + 1].Lower != "co")
        {
            end = to + 2;
        }

        if (end < limit && tokens[end].Text == "." && end > legal && end + 1 < limit && !tokens[end + 1].StartsUpper)
        {
            end++;
        }

        var single = legal - at == 1;
        var word = tokens[at];
        var plain = word.Text.Skip(1).All(c => char.IsLower(c));
        if (single && NameCues.CommonNouns.Contains(word.Lower) || (single && opens && plain && lowered.Contains(word.Lower)))
        {
            return null;
        }

        var start = NameCues.CommonNouns.Contains(word.Lower) && opens ? at + 1 : at;
        var value = string.Join(' ', Enumerable.Range(start, legal - start).Select(i => tokens[i].Text)).Replace(" & ", " & ", StringComparison.Ordinal);
        var item = ItemOf(ItemKind.Name, tokens, start, end, value);
        return start == at ? (item, end) : null;
    }

    private static Item ItemOf(ItemKind kind, IReadOnlyList<Token> tokens, int at, int end, string value) =>
        new(kind, tokens[at].Start, tokens[end - 1].End, value, "", tokens[at].Quoted, value);
}
