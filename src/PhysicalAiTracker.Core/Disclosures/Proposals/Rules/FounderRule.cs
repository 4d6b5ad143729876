using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Proposes who founded a company, and at which companies its founders had worked.</summary>
internal sealed class FounderRule(Scene scene, Ties ties)
{
    public void Read(Sentence sentence)
    {
        Founded(sentence);
        Founding(sentence);
    }

    /// <summary>"founded in 2021 by Jane Doe and Rui Costa", "founded by former engineers of Tesla".</summary>
    private void Founded(Sentence sentence)
    {
        if (Pattern.First(RoleCues.FoundedBy, sentence) is not { } found || !Gate.At(sentence, found.From).IsPlain || OwnerBefore(sentence, found.From) is not { } company)
        {
            return;
        }

        if (Alumni(sentence, found.To) is { } alumni)
        {
            foreach (var (party, item) in alumni)
            {
                ties.Add(sentence, "founder", company.Party, company.Item, "founded-by-alumni-of", party, item, "", sentence[found.From]);
            }

            return;
        }

        var (founders, _) = PartyList.At(sentence, SkipTitles(sentence, found.To), scene.Parties);
        var kind = sentence[found.From].Lower.StartsWith("co", StringComparison.Ordinal) || founders.Count > 1 ? "co-founder" : "founder";
        foreach (var (party, item) in founders.Where(founder => Ties.IsPerson(founder.Party)))
        {
            ties.Add(sentence, "founder", party, item, kind, company.Party, company.Item, "", sentence[found.From]);
        }
    }

    /// <summary>"Jane Doe founded Acme in 2021".</summary>
    private void Founding(Sentence sentence)
    {
        if (Pattern.Of("founded|co-founded|cofounded|started ~1 NAME:company").In(sentence) is not { } found || found["company"] is not { } item || scene.Parties.Of(item) is not { } company || !company.MayBe(PartyBook.Company) || !Gate.At(sentence, found.From).IsPlain)
        {
            return;
        }

        var last = found.From - 1;
        while (last >= 0 && sentence[last].Lower is "who" or "," or "had" or "has" or "also" or "together" or "both")
        {
            last--;
        }

        if (last < 0 || sentence[last].Kind != ItemKind.Name)
        {
            return;
        }

        var first = last;
        while (first > 1 && sentence[first - 1].Lower is "and" or "," && sentence[first - 2].Kind == ItemKind.Name)
        {
            first -= 2;
        }

        var people = Enumerable.Range(first, last - first + 1).Where(i => sentence[i].Kind == ItemKind.Name).Select(i => (Party: scene.Parties.Of(sentence[i]), Item: sentence[i])).ToList();
        var kind = people.Count > 1 || sentence[found.From].Lower.StartsWith("co", StringComparison.Ordinal) ? "co-founder" : "founder";
        foreach (var (party, person) in people.Where(person => person.Party is not null && Ties.IsPerson(person.Party)))
        {
            ties.Add(sentence, "founder", party!, person, kind, company, item, "", sentence[found.From]);
        }
    }

    private IReadOnlyList<(Party Party, Item Item)>? Alumni(Sentence sentence, int at)
    {
        var match = Pattern.Any(
            "former|ex|ex- NAME ~2 engineers|researchers|scientists|employees|executives|roboticists|staff", "former|ex ~3 engineers|researchers|scientists|employees|executives|roboticists|staff of|from|at NAME", "alumni of|from NAME", "NAME alumni|veterans")
            .Select(pattern => pattern.At(sentence, at) ?? pattern.At(sentence, at + 1)).FirstOrDefault(m => m is not null);
        if (match is null)
        {
            return null;
        }

        var name = Enumerable.Range(match.From, match.To - match.From).First(i => sentence[i].Kind == ItemKind.Name);
        return [.. PartyList.At(sentence, name, scene.Parties).Parties.Where(p => p.Party.MayBe(PartyBook.Company) || p.Party.MayBe("public-body"))];
    }

    private static int SkipTitles(Sentence sentence, int at)
    {
        while (at < sentence.Count && sentence[at].Kind == ItemKind.Word && sentence[at].Lower is "the" or "brothers" or "sisters" or "roboticist" or "roboticists" or "engineer" or "engineers" or "entrepreneur" or "entrepreneurs" or "scientists" or "researchers" or "dr" or "professor" or "husband" or "twins" or "siblings" or ".")
        {
            at++;
        }

        return at;
    }

    private Subject? OwnerBefore(Sentence sentence, int verb)
    {
        if (scene.SubjectOf(sentence, verb) is { } subject)
        {
            return subject.Party.MayBe(PartyBook.Company) ? subject : null;
        }

        // "Acme, founded in 2021 by …".
        return verb > 1 && sentence[verb - 1].Is(",") && scene.PhraseAt(sentence, verb - 2) is { } before && before.Party.MayBe(PartyBook.Company) ? before : null;
    }
}
