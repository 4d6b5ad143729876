using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Drafts affiliations for the rules that find them.</summary>
internal sealed class Ties(DraftList drafts)
{
    /// <summary>Whether a party is a person, or may be one by its name.</summary>
    public static bool IsPerson(Party party) => party.Kind == PartyBook.Person || (party.Kind is null && !party.IsKnown && party.Name.Split(' ').Length is 2 or 3 && LooksPersonal(party.Name));

    /// <summary>"party – kind – organisation", where both may be that.</summary>
    public void Add(Sentence sentence, string rule, Party party, Item item, string kind, Party organisation, Item organisationItem, string title, Item cue)
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

    private static bool LooksPersonal(string name) => name.Split(' ').All(word => word.Length > 1 && word.Skip(1).All(c => char.IsLower(c) || c is '-' or '\'' or '’' || char.IsUpper(c)) && !word.Any(char.IsAsciiDigit));
}
