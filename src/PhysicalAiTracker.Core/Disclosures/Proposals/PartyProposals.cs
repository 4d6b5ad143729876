using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Proposals.Rules;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Proposals;

/// <summary>Proposes the parties that the tracker does not have: one change for each, with what the text says of its places and foundation.</summary>
internal sealed class PartyProposals(ProposalWriter writer, IReadOnlyList<PartyFact> facts)
{
    public const string Rule = "party";

    private readonly Dictionary<Party, Proposal?> _made = [];

    public IEnumerable<Proposal> All => _made.Values.OfType<Proposal>();

    public static string IdOf(Party party) => ProposalWriter.Id(Rule, RecordKind.Party, party.First.Start, party.First.End, party.Name);

    /// <summary>The proposal of a new party; null where its name cannot be quoted.</summary>
    public Proposal? Of(Party party)
    {
        if (!_made.TryGetValue(party, out var made))
        {
            made = _made[party] = Make(party);
        }

        return made;
    }

    private Proposal? Make(Party party)
    {
        if (writer.Passage(party.First.Start, party.First.End) is not { } named)
        {
            return null;
        }

        var kind = party.Kind ?? PartyBook.Company;
        var set = new JsonObject { ["kind"] = kind, ["name"] = party.Name };
        var values = new List<ProposedValue> { new("name", party.Name, party.First.Start, party.First.End), new("kind", kind, party.First.Start, party.First.End) };
        var assertions = new JsonArray(ProposalWriter.Assertion(["name"], named, hedged: false));
        foreach (var fact in facts.Where(fact => fact.Party == party && fact.Field == "foundedOn").Take(1))
        {
            set[fact.Field] = fact.Typed;
            values.Add(new ProposedValue(fact.Field, fact.Typed, fact.Item.Start, fact.Item.End));
            Quote(assertions, fact);
        }

        var places = facts.Where(fact => fact.Party == party && fact.Field == "places").ToList();
        if (places.Count > 0)
        {
            set["places"] = new JsonArray([.. places.Select(place => new JsonObject { ["place"] = place.Typed, ["country"] = place.Country })]);
            values.AddRange(places.Select((place, index) => new ProposedValue($"places/{index}/place", place.Typed, place.Item.Start, place.Item.End)));
            places.ForEach(place => Quote(assertions, place));
        }

        if (set.Where(member => member.Key is "places" or "foundedOn").Any(member => !assertions.Any(assertion => ((JsonArray)assertion!["fields"]!).Any(field => field!.ToString() == member.Key))))
        {
            return null;
        }

        var change = new JsonObject { ["record"] = Words.Of(RecordKind.Party), ["ref"] = party.Typed[1..], ["set"] = set, ["assertions"] = assertions };
        return new Proposal(IdOf(party), RecordKind.Party, change, party.First.Start, party.First.End, $"New {kind.Replace('-', ' ')}: {party.Name}", Rule, values, []);
    }

    private void Quote(JsonArray assertions, PartyFact fact)
    {
        if (writer.Passage(fact.Evidence.Start, fact.Evidence.End) is { } passage)
        {
            assertions.Add(ProposalWriter.Assertion([fact.Field], passage, hedged: false));
        }
    }
}
