using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Proposes who founded a company, who runs it, and where its people came from.</summary>
internal sealed class PeopleRule(Scene scene, Drafts drafts)
{
    private static readonly Pattern[] Joins = Pattern.Any("joins|joined ~1 NAME:organisation ~3 as ~1", "joins|joined as", "joins|joined the company|startup|start-up|firm as ~1");

    private static readonly Pattern[] Named = Pattern.Any("named|appointed|hired|names|appoints|hires|promoted ~1 NAME:person ~1 as? ~1", "named|appointed|hired|names|appoints|hires NAME:person , ~12 , as ~1");

    public void Read(Sentence sentence)
    {
        Founded(sentence);
        Founding(sentence);
        Titled(sentence);
        Holder(sentence);
        Appointed(sentence);
        Joined(sentence);
        Hired(sentence);
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
                Tie(sentence, "founder", company.Party, company.Item, "founded-by-alumni-of", party, item, "", sentence[found.From]);
            }

            return;
        }

        var (founders, _) = PartyList.At(sentence, SkipTitles(sentence, found.To), scene.Parties);
        var kind = sentence[found.From].Lower.StartsWith("co", StringComparison.Ordinal) || founders.Count > 1 ? "co-founder" : "founder";
        foreach (var (party, item) in founders.Where(founder => IsPerson(founder.Party)))
        {
            Tie(sentence, "founder", party, item, kind, company.Party, company.Item, "", sentence[found.From]);
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
        foreach (var (party, person) in people.Where(person => person.Party is not null && IsPerson(person.Party)))
        {
            Tie(sentence, "founder", party!, person, kind, company, item, "", sentence[found.From]);
        }
    }

    /// <summary>"Jane Doe, chief executive of Acme", "Acme's co-founder and CEO Jane Doe", "Acme CEO Jane Doe".</summary>
    private void Titled(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Kind != ItemKind.Name || scene.Parties.Of(sentence[i]) is not { } person || !IsPerson(person))
            {
                continue;
            }

            if (Behind(sentence, i) is { } behind)
            {
                Office(sentence, person, sentence[i], behind.Title, behind.Company);
            }
            else if (TitleReader.Before(sentence, i > 0 && sentence[i - 1].Is(",") ? i - 1 : i) is { } before && CompanyBefore(sentence, before.From) is { } company)
            {
                Office(sentence, person, sentence[i], before, company);
            }
        }
    }

    private (Title Title, Subject Company)? Behind(Sentence sentence, int person)
    {
        var at = person + 1;
        while (at < sentence.Count && sentence[at].Lower is "," or "the" or "its" or "is" or "as" or "a" or "our")
        {
            at++;
        }

        // "Jane Doe, Acme's chief executive,"
        if (at + 2 < sentence.Count && at > person + 1 && sentence[at].Kind == ItemKind.Name && sentence[at + 1].Is("'s") && TitleReader.At(sentence, at + 2) is { } owned && scene.Parties.Of(sentence[at]) is { } owner)
        {
            return (owned, new Subject(owner, sentence[at], at));
        }

        if (at == person + 1 || TitleReader.At(sentence, at) is not { } title || title.To + 1 >= sentence.Count || sentence[title.To].Lower is not ("of" or "at"))
        {
            return null;
        }

        var name = sentence[title.To + 1].Kind == ItemKind.Name ? title.To + 1 : Enumerable.Range(title.To + 1, Math.Min(3, sentence.Count - title.To - 1)).FirstOrDefault(i => sentence[i].Kind == ItemKind.Name && sentence[i - 1].Lower is "startup" or "start-up" or "company" or "maker" or "the" or "firm");
        return name > 0 && scene.Parties.Of(sentence[name]) is { } company ? (title, new Subject(company, sentence[name], name)) : null;
    }

    /// <summary>"The chief executive of Acme is Jane Doe".</summary>
    private void Holder(Sentence sentence)
    {
        if (Pattern.Of("of|at NAME:company is NAME:person").In(sentence) is { } found && TitleReader.Before(sentence, found.From) is { } title && scene.Parties.Of(found["company"]!) is { } company
            && scene.Parties.Of(found["person"]!) is { } person && IsPerson(person) && !Gate.At(sentence, found.From).Hedged)
        {
            Office(sentence, person, found["person"]!, title, new Subject(company, found["company"]!, found.From + 1));
        }
    }

    /// <summary>"Acme's chief executive", "Acme co-founder", and "its chief executive" where it is clear whose.</summary>
    private Subject? CompanyBefore(Sentence sentence, int title)
    {
        var at = title - 1;
        if (at >= 0 && sentence[at].Is("'s"))
        {
            at--;
        }

        // "its founder": whose is clear where the sentence before speaks of one company and this one of none.
        if (at >= 0 && sentence[at].Is("its") && sentence.Items.Take(at).All(item => item.Kind != ItemKind.Name) && scene.Antecedent(sentence) is { } antecedent)
        {
            return new Subject(antecedent, sentence[at], at);
        }

        // "Managing director Jane Doe said": of the company that the text is about, where the sentence before speaks of it.
        if (at < 0 && scene.Antecedent(sentence) is { } main && main == scene.Main)
        {
            return new Subject(main, sentence[title], title);
        }

        return at >= 0 && sentence[at].Kind == ItemKind.Name && scene.Parties.Of(sentence[at]) is { } company && (at == 0 || !sentence[at - 1].Is(",") || sentence[at + 1].Is("'s")) ? new Subject(company, sentence[at], at) : null;
    }

    private void Office(Sentence sentence, Party person, Item item, Title title, Subject company)
    {
        if (!company.Party.MayBe(PartyBook.Company) || company.Party == person || sentence.IsQuestion || sentence.Has(GateCues.Denials) || sentence.Has(RoleCues.Departures) || company.Party.Kind == PartyBook.Person)
        {
            return;
        }

        if (title.Former)
        {
            Tie(sentence, "office", person, item, "formerly-at", company.Party, company.Item, title.Office, sentence[title.From]);
            return;
        }

        if (title.Founder.Length > 0)
        {
            Tie(sentence, "founder", person, item, title.Founder, company.Party, company.Item, "", sentence[title.From]);
        }

        if (title.Office.Length > 0)
        {
            Tie(sentence, "office", person, item, "executive", company.Party, company.Item, title.Office, sentence[title.To - 1]);
        }
    }

    /// <summary>"Acme appointed Jane Doe as chief operating officer".</summary>
    private void Appointed(Sentence sentence)
    {
        if (Pattern.First(Named, sentence) is not { } found || found["person"] is not { } item || scene.Parties.Of(item) is not { } person || !IsPerson(person) || !Gate.At(sentence, found.From).IsPlain
            || Enumerable.Range(found.From + 2, Math.Max(0, Math.Min(sentence.Count - found.From - 2, 16))).Select(i => TitleReader.At(sentence, i)).FirstOrDefault(title => title is not null) is not { Office.Length: > 0, Former: false } title
            || scene.SubjectOf(sentence, found.From) is not { } company || !company.Party.MayBe(PartyBook.Company) || title.From > found.To + 1)
        {
            return;
        }

        Tie(sentence, "office", person, item, "executive", company.Party, company.Item, title.Office, sentence[title.To - 1]);
        From(sentence, person, item, title.To, company.Party);
    }

    /// <summary>"Jane Doe joins Acme as head of research from Tesla".</summary>
    private void Joined(Sentence sentence)
    {
        if (Pattern.First(Joins, sentence) is not { } found || scene.SubjectOf(sentence, found.From) is not { Item.Kind: ItemKind.Name } person || !IsPerson(person.Party) || !Gate.At(sentence, found.From).IsPlain)
        {
            return;
        }

        var item = found["organisation"];
        var company = item is not null ? scene.Parties.Of(item) : scene.Antecedent(sentence);
        var title = TitleReader.At(sentence, found.To) ?? TitleReader.At(sentence, found.To - 1);
        if (company is not null && company.MayBe(PartyBook.Company) && title is { Office.Length: > 0 })
        {
            Tie(sentence, "office", person.Party, person.Item, "executive", company, item ?? sentence[found.From], title.Office, sentence[title.To - 1]);
            From(sentence, person.Party, person.Item, title.To, company);
        }
    }

    private void From(Sentence sentence, Party person, Item item, int at, Party company)
    {
        if (Pattern.Of("from NAME:former").At(sentence, at)?["former"] is { } former && scene.Parties.Of(former) is { } organisation && organisation != company && organisation.MayBe(PartyBook.Company))
        {
            Tie(sentence, "office", person, item, "formerly-at", organisation, former, "", former);
        }
    }

    /// <summary>"Acme has hired engineers from Tesla and OpenAI".</summary>
    private void Hired(Sentence sentence)
    {
        foreach (var found in RoleCues.HiredFrom.Select(pattern => pattern.In(sentence)).OfType<Match>())
        {
            var people = Enumerable.Range(found.From, found.To - found.From).Any(i => sentence[i].IsAny(RoleCues.Staff) || sentence[i].Kind == ItemKind.Number) && !sentence.Items.Skip(found.From).Take(found.To - found.From).Any(item => item.Kind == ItemKind.Name);
            if (!people || !Gate.At(sentence, found.From).IsPlain || scene.SubjectOf(sentence, found.From) is not { } company || !company.Party.MayBe(PartyBook.Company))
            {
                continue;
            }

            foreach (var (party, item) in PartyList.At(sentence, found.To, scene.Parties).Parties.Where(p => p.Party != company.Party && p.Party.MayBe(PartyBook.Company)))
            {
                Tie(sentence, "hired-from", company.Party, company.Item, "hired-from", party, item, "", sentence[found.From]);
            }
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

    private static bool IsPerson(Party party) => party.Kind == PartyBook.Person || (party.Kind is null && !party.IsKnown && party.Name.Split(' ').Length is 2 or 3 && LooksPersonal(party.Name));

    private static bool LooksPersonal(string name) => name.Split(' ').All(word => word.Length > 1 && word.Skip(1).All(c => char.IsLower(c) || c is '-' or '\'' or '’' || char.IsUpper(c)) && !word.Any(char.IsAsciiDigit));

    private void Tie(Sentence sentence, string rule, Party party, Item item, string kind, Party organisation, Item organisationItem, string title, Item cue)
    {
        if (party == organisation || !organisation.MayBe(PartyBook.Company) && organisation.Kind != "public-body")
        {
            return;
        }

        organisation.Kind ??= PartyBook.Company;
        party.Kind ??= kind is "hired-from" or "founded-by-alumni-of" ? PartyBook.Company : PartyBook.Person;
        var draft = new Draft(RecordKind.Affiliation, rule, sentence.Index);
        var evidence = draft.Begin(hedged: false, cue);
        draft.Put(evidence, "party", party, item).Put(evidence, "kind", kind, cue).Put(evidence, "organisation", organisation, organisationItem);
        if (title.Length > 0)
        {
            draft.Put(evidence, "title", title, cue);
        }

        draft.Summary = $"{party.Name} – {kind.Replace('-', ' ')} – {organisation.Name}{(title.Length > 0 ? $" ({title})" : "")}";
        drafts.Add(draft, sentence);
    }
}
