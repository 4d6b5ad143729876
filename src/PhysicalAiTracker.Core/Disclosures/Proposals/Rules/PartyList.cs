using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Reads lists of parties: "existing investors Alpha Ventures, carmaker Beta and Gamma Capital".</summary>
internal static class PartyList
{
    private static readonly HashSet<string> Fillers =
    [
        "and", ",", "the", "a", "an", "existing", "new", "other", "returning", "previous", "earlier", "current", "strategic", "investor", "investors", "backer", "backers", "including", "include", "such", "as", "well", "also", "venture", "firm", "firms", "fund", "funds",
        "group", "giant", "company", "its", "early", "both", "&", "financial", "plus", "business", "angels", "former", "longtime", "-based", "sovereign", "wealth", "corporate", "private", "equity", "seed", "investing", "arm", "german", "us", "region", "shareholders", "growth",
    ];

    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["firm"] = PartyBook.Firm, ["fund"] = PartyBook.Firm, ["carmaker"] = PartyBook.Company, ["automaker"] = PartyBook.Company, ["chipmaker"] = PartyBook.Company, ["conglomerate"] = PartyBook.Company, ["manufacturer"] = PartyBook.Company, ["supplier"] = PartyBook.Company,
        ["retailer"] = PartyBook.Company, ["maker"] = PartyBook.Company, ["giant"] = PartyBook.Company, ["company"] = PartyBook.Company, ["angel"] = PartyBook.Person, ["entrepreneur"] = PartyBook.Person, ["billionaire"] = PartyBook.Person, ["angels"] = PartyBook.Person, ["equity"] = PartyBook.Firm,
        ["corporate"] = PartyBook.Company,
    };

    /// <summary>What may follow the last of a list; anything else shows that the last name belongs to the next clause.</summary>
    private static readonly HashSet<string> Behind =
    [
        "at", "with", "in", "which", "who", "that", "participating", "joining", "also", "took", "taking", "followed", "participated", "joined", "invested", "investing", ".", ";", "while", "valuing", "others", "for", "bringing", "–", "—", "”", "to", "on", "after", "giving", "among", "the", "returned", "returning",
        "contributed", "contributing", "part", "”", "\"", "as", "!", ":", "values", "will", "angels", "several", "alongside",
    ];

    /// <summary>The parties from a position on, with the kind that words before them or their names tell; and the position behind.</summary>
    /// <param name="limit">Where the list ends, if that is known.</param>
    public static (IReadOnlyList<(Party Party, Item Item)> Parties, int To) At(Sentence sentence, int from, PartyBook book, int? limit = null)
    {
        var found = new List<(Party Party, Item Item)>();
        var (at, kind, joined, anew) = (from, (string?)null, true, 0);
        for (; at < (limit ?? sentence.Count); at++)
        {
            var item = sentence[at];
            if (item.Kind == ItemKind.Name && joined)
            {
                if (book.Of(item) is not { } party)
                {
                    break;
                }

                if (!party.IsKnown && kind is not null)
                {
                    party.Kind ??= kind;
                }

                anew = anew == 0 && at > 1 && sentence[at - 1].Is("and") && sentence[at - 2].Is(",") ? found.Count : anew;
                found.Add((party, item));
                (kind, joined) = (null, false);
                // "Alpha Ventures of Munich", "Alpha's fund"
                continue;
            }

            // "business angels from Berlin and …"
            if (item.Lower is "from" or "in" && at + 1 < sentence.Count && sentence[at + 1].Kind == ItemKind.Place && !joined | found.Count == 0)
            {
                continue;
            }

            if (Kinds.TryGetValue(item.Lower, out var told))
            {
                kind = told;
                joined |= item.Lower is not "equity";
                continue;
            }

            if (item.Kind == ItemKind.Place || item.IsAny(Fillers))
            {
                joined |= item.Lower is "and" or "," or "&" or "as" or "including" or "plus";
                continue;
            }

            break;
        }

        var last = at - 1;
        if (limit is null && anew > 0 && at < sentence.Count && (sentence[at].IsAny(FundingCues.Took) || sentence[at].Is("also")))
        {
            // "led by A, and B and C participated"
            return (found[..anew], at);
        }

        var runsOn = limit is null && at < sentence.Count && !sentence[at].IsAny(Behind) && found.Count > 1 && last >= 0 && sentence[last].Kind == ItemKind.Name;
        if (runsOn)
        {
            found.RemoveAt(found.Count - 1);
        }

        return (found, at);
    }
}
