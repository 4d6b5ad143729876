using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>What somebody is called: founder, an office, or both ("co-founder and chief executive").</summary>
/// <param name="Office">As written; empty where it is founder alone.</param>
/// <param name="To">The item behind.</param>
internal sealed record Title(string Founder, string Office, int From, int To, bool Former);

/// <summary>Reads titles.</summary>
internal static class TitleReader
{
    public static Title? At(Sentence sentence, int from)
    {
        var (founder, office, at) = ("", new List<string>(), from);
        while (at < sentence.Count)
        {
            var item = sentence[at];
            if (item.IsAny(RoleCues.Founders))
            {
                founder = item.Lower.StartsWith("co", StringComparison.Ordinal) ? "co-founder" : "founder";
                at++;
            }
            else if (item.IsAny(RoleCues.Short) && office.Count == 0)
            {
                office.Add(item.Text);
                at++;
            }
            else if (item.IsAny(RoleCues.Heads) && office.Count == 0 && Long(sentence, at) is { } to)
            {
                office.AddRange(Enumerable.Range(at, to - at).Select(i => sentence[i].Text));
                at = to;
            }
            else if (item.Lower is "and" or "&" && (founder.Length > 0 || office.Count > 0) && at + 1 < sentence.Count && (sentence[at + 1].IsAny(RoleCues.Short) || sentence[at + 1].IsAny(RoleCues.Heads) || sentence[at + 1].IsAny(RoleCues.Founders)))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        var former = from > 0 && sentence[from - 1].Lower is "former" or "ex" or "previous" or "outgoing" or "formerly";
        return founder.Length + office.Count == 0 ? null : new Title(founder, string.Join(' ', office), from, at, former);
    }

    /// <summary>The title that ends right before a position: "co-founder and CEO Jane Doe".</summary>
    public static Title? Before(Sentence sentence, int to)
    {
        for (var from = Math.Max(0, to - 8); from < to; from++)
        {
            if (At(sentence, from) is { } title && title.To == to)
            {
                return title;
            }
        }

        return null;
    }

    private static int? Long(Sentence sentence, int at)
    {
        var to = at + 1;
        while (to < sentence.Count && to - at < 7 && sentence[to].IsAny(RoleCues.Parts) && !(sentence[to].Is("of") && to + 1 < sentence.Count && sentence[to + 1].Kind != ItemKind.Word))
        {
            to++;
        }

        while (to > at + 1 && sentence[to - 1].Lower is "and" or "of" or "for" or "-")
        {
            to--;
        }

        var words = Enumerable.Range(at, to - at).Select(i => sentence[i].Lower).ToList();
        var isTitle = words is ["chief", _, ..] || words is ["head", "of", _, ..] || words is ["vice", "president", ..] || words is ["director", "of", _, ..] || words is ["general" or "managing", "manager" or "director", ..] || words is ["vp", ..] || words is ["senior", "vice" or "director", _, ..];
        return isTitle && to > at + 1 ? to : null;
    }
}
