using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Proposes who comes into which office, and from where.</summary>
internal sealed class AppointmentRule(Scene scene, Ties ties)
{
    private static readonly Pattern[] Joins = Pattern.Any("joins|joined ~1 NAME:organisation ~3 as ~1", "joins|joined as", "joins|joined the company|startup|start-up|firm as ~1");

    private static readonly Pattern[] Named = Pattern.Any("named|appointed|hired|names|appoints|hires|promoted ~1 NAME:person ~1 as? ~1", "named|appointed|hired|names|appoints|hires NAME:person , ~12 , as ~1");

    public void Read(Sentence sentence)
    {
        Appointed(sentence);
        Joined(sentence);
    }

    /// <summary>"Acme appointed Jane Doe as chief operating officer".</summary>
    private void Appointed(Sentence sentence)
    {
        if (Pattern.First(Named, sentence) is not { } found || found["person"] is not { } item || scene.Parties.Of(item) is not { } person || !Ties.IsPerson(person) || !Gate.At(sentence, found.From).IsPlain
            || Enumerable.Range(found.From + 2, Math.Max(0, Math.Min(sentence.Count - found.From - 2, 16))).Select(i => TitleReader.At(sentence, i)).FirstOrDefault(title => title is not null) is not { Office.Length: > 0, Former: false } title
            || scene.SubjectOf(sentence, found.From) is not { } company || !company.Party.MayBe(PartyBook.Company) || title.From > found.To + 1)
        {
            return;
        }

        ties.Add(sentence, "office", person, item, "executive", company.Party, company.Item, title.Office, sentence[title.To - 1]);
        From(sentence, person, item, title.To, company.Party);
    }

    /// <summary>"Jane Doe joins Acme as head of research from Tesla".</summary>
    private void Joined(Sentence sentence)
    {
        if (Pattern.First(Joins, sentence) is not { } found || scene.SubjectOf(sentence, found.From) is not { Item.Kind: ItemKind.Name } person || !Ties.IsPerson(person.Party) || !Gate.At(sentence, found.From).IsPlain)
        {
            return;
        }

        var item = found["organisation"];
        var company = item is not null ? scene.Parties.Of(item) : scene.Antecedent(sentence);
        var title = TitleReader.At(sentence, found.To) ?? TitleReader.At(sentence, found.To - 1);
        if (company is not null && company.MayBe(PartyBook.Company) && title is { Office.Length: > 0 })
        {
            ties.Add(sentence, "office", person.Party, person.Item, "executive", company, item ?? sentence[found.From], title.Office, sentence[title.To - 1]);
            From(sentence, person.Party, person.Item, title.To, company);
        }
    }

    private void From(Sentence sentence, Party person, Item item, int at, Party company)
    {
        if (Pattern.Of("from NAME:former").At(sentence, at)?["former"] is { } former && scene.Parties.Of(former) is { } organisation && organisation != company && organisation.MayBe(PartyBook.Company))
        {
            ties.Add(sentence, "office", person, item, "formerly-at", organisation, former, "", former);
        }
    }
}
