using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Proposes who holds which office at a company: "Acme's chief executive Jane Doe", "Jane Doe, co-founder of Acme".</summary>
internal sealed class OfficeRule(Scene scene, Ties ties)
{
    public void Read(Sentence sentence)
    {
        Titled(sentence);
        Holder(sentence);
    }

    /// <summary>"Jane Doe, chief executive of Acme", "Acme's co-founder and CEO Jane Doe", "Acme CEO Jane Doe".</summary>
    private void Titled(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Kind != ItemKind.Name || scene.Parties.Of(sentence[i]) is not { } person || !Ties.IsPerson(person))
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
            && scene.Parties.Of(found["person"]!) is { } person && Ties.IsPerson(person) && !Gate.At(sentence, found.From).Hedged)
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
            ties.Add(sentence, "office", person, item, "formerly-at", company.Party, company.Item, title.Office, sentence[title.From]);
            return;
        }

        if (title.Founder.Length > 0)
        {
            ties.Add(sentence, "founder", person, item, title.Founder, company.Party, company.Item, "", sentence[title.From]);
        }

        if (title.Office.Length > 0)
        {
            ties.Add(sentence, "office", person, item, "executive", company.Party, company.Item, title.Office, sentence[title.To - 1]);
        }
    }
}
