using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>What a text says of a party itself: its places and when it was founded.</summary>
internal sealed record PartyFact(Party Party, string Field, string Typed, string Country, Item Item, Evidence Evidence, int Sentence);

/// <summary>Finds cities in which a company has its seat or an office, and the year of its foundation.</summary>
internal sealed class PlaceRule(Scene scene)
{
    private static readonly Pattern[] Seats = Pattern.Any("based in|near PLACE:place", "headquartered in PLACE:place", "headquarters|office|offices|lab|base in PLACE:place", "opened|opens ~4 office|offices|lab in PLACE:place");

    public List<PartyFact> Facts { get; } = [];

    public void Read(Sentence sentence)
    {
        Adjective(sentence);
        Seat(sentence);
        Founded(sentence);
    }

    /// <summary>"Berlin-based Acme", "the Zurich-based maker of grippers Acme" only where the name follows at once.</summary>
    private void Adjective(Sentence sentence)
    {
        for (var i = 0; i + 2 < sentence.Count; i++)
        {
            if (sentence[i].Kind == ItemKind.Place && sentence[i + 1].Is("-based"))
            {
                // "Acme, the Berlin-based maker of …"
                if (i > 2 && sentence[i - 1].Lower is "the" or "a" && sentence[i - 2].Is(",") && sentence[i - 3].Kind == ItemKind.Name && scene.Parties.Of(sentence[i - 3]) is { Kind: not PartyBook.Person } named)
                {
                    AddPlace(sentence, named, sentence[i - 3], sentence[i]);
                    continue;
                }

                var at = i + 2;
                while (at < sentence.Count && sentence[at].Lower is "startup" or "start-up" or "robotics" or "company" or "ai" or "maker" or "humanoid" or "firm" or "industrial" or "automation")
                {
                    at++;
                }

                if (at < sentence.Count && sentence[at].Kind == ItemKind.Name && scene.Parties.Of(sentence[at]) is { } party)
                {
                    AddPlace(sentence, party, sentence[at], sentence[i]);
                }
            }
        }
    }

    private void Seat(Sentence sentence)
    {
        if (Pattern.First(Seats, sentence) is not { } found || Gate.At(sentence, found.From) is { IsPlain: false } || found["place"] is not { Value.Length: > 0 } place)
        {
            return;
        }

        var owner = scene.SubjectOf(sentence, found.From);
        owner ??= found.From > 1 && sentence[found.From - 1].Is(",") ? scene.PhraseAt(sentence, found.From - 2) : null;

        if (owner is null)
        {
            var verb = Pattern.Of("has|have|opened|opens|keeps|maintains|runs ~6 headquarters|office|offices|lab|base in").In(sentence);
            owner = verb is null ? null : scene.SubjectOf(sentence, verb.From);
        }

        if (owner is null || owner.Party.Kind == PartyBook.Person)
        {
            return;
        }

        AddPlace(sentence, owner.Party, owner.Item, place);
        // "offices in Berlin, Turin and Boston"
        for (var i = found.To; i + 1 < sentence.Count && sentence[i].Lower is "," or "and" or "as" or "well"; i++)
        {
            if (sentence[i + 1].Kind == ItemKind.Place && sentence[i + 1].Value.Length > 0 && sentence[found.From].Lower is "offices" or "office" or "opened" or "opens" or "lab")
            {
                AddPlace(sentence, owner.Party, owner.Item, sentence[i + 1]);
                i++;
            }
        }
    }

    private void Founded(Sentence sentence)
    {
        if (Pattern.Of("founded|established in DATE:date").In(sentence) is not { } found || found["date"] is not { } date || !Gate.At(sentence, found.From).IsPlain)
        {
            return;
        }

        var owner = scene.SubjectOf(sentence, found.From);
        owner ??= found.From > 1 && sentence[found.From - 1].Is(",") ? scene.PhraseAt(sentence, found.From - 2) : null;

        if (owner is not null && owner.Party.MayBe(PartyBook.Company))
        {
            owner.Party.Kind ??= PartyBook.Company;
            Facts.Add(new PartyFact(owner.Party, "foundedOn", date.Value, "", date, Covered(owner.Item, sentence[found.From], date), sentence.Index));
        }
    }

    private void AddPlace(Sentence sentence, Party party, Item item, Item place)
    {
        if (place.Value.Length > 0 && PlaceCues.Countries.TryGetValue(place.Value.ToLowerInvariant(), out var country) && !Facts.Exists(fact => fact.Party == party && fact.Typed == place.Value))
        {
            party.Kind ??= PartyBook.Company;
            Facts.Add(new PartyFact(party, "places", place.Value, country, place, Covered(item, place), sentence.Index));
        }
    }

    private static Evidence Covered(params Item[] items)
    {
        var evidence = new Evidence(hedged: false);
        Array.ForEach(items, evidence.Cover);
        return evidence;
    }
}
