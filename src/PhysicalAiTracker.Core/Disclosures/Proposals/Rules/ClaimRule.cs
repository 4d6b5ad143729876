using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Proposes where a company's AI runs, where a sentence names the company, what runs and one place.</summary>
internal sealed class ClaimRule(Scene scene, DraftList drafts)
{
    private const string Name = "placement";

    /// <summary>Whose the claim before in the same sentence is: "its controller runs here, and the planner runs there".</summary>
    private Subject? _before;

    public void Read(Sentence sentence)
    {
        var told = 0;
        _before = null;
        for (var verb = sentence.Find(PlacementCues.Runs); verb >= 0; verb = sentence.Find(PlacementCues.Runs, verb + 1))
        {
            // One claim a clause.
            if (verb >= told && TryClaim(sentence, verb))
            {
                told = ClauseOf(sentence, verb).To;
            }
        }
    }

    private bool TryClaim(Sentence sentence, int verb)
    {
        var (from, to) = ClauseOf(sentence, verb);
        var places = PlacementReader.In(sentence, verb + 1, to);
        if (places.Count == 0)
        {
            places = [.. PlacementReader.In(sentence, from, verb).Where(place => place.Placement != "cloud" || place.Host is null)];
        }

        if (sentence[verb].IsAny(PlacementCues.Moves))
        {
            places = [.. places.Where(place => sentence[place.From].Is("to") || (place.From > 0 && sentence[place.From - 1].Is("to")))];
        }

        var placements = places.Select(place => place.Placement).Distinct().ToList();
        var gate = Gate.At(sentence, verb);
        var choice = Pattern.First(PlacementCues.Choice, sentence) is { } c && c.From >= from && c.From < to;
        if (placements.Count == 0 || IsNegated(sentence, from, verb) || sentence.IsQuestion || sentence.Has(GateCues.Denials) || sentence.Has(["if", "whether", "unless", "would", "were", "should"]) && !gate.Recommended)
        {
            return false;
        }

        if (placements.Count > 1 && !choice)
        {
            return false;
        }

        if (PlaneOf(sentence, from, verb, to) is not { } plane || OwnerOf(sentence, verb, from) is not { } owner || !owner.Party.MayBe(PartyBook.Company))
        {
            return false;
        }

        Propose(sentence, verb, owner, plane, choice ? "customer-choice" : placements[0], places, gate, (from, to));
        return true;
    }

    private void Propose(Sentence sentence, int verb, Subject owner, (string Plane, Item Item) plane, string placement, IReadOnlyList<PlacementFound> places, Gate gate, (int From, int To) clause)
    {
        _before = owner;
        owner.Party.Kind ??= PartyBook.Company;
        var draft = new Draft(RecordKind.Claim, Name, sentence.Index);
        var evidence = draft.Begin(gate.Hedged, owner.Item, sentence[verb]);
        draft.Put(evidence, "company", owner.Party, owner.Item);
        if (Product(sentence, verb, clause.From, owner) is { } product)
        {
            draft.Put(evidence, "product", product.Value, product);
        }

        var at = sentence[places[0].To - 1];
        draft.Put(evidence, "plane", plane.Plane, plane.Item).Put(evidence, "placement", placement, at);
        evidence.Cover(sentence[places[0].From]);
        evidence.Cover(sentence[places[^1].To - 1]);
        var (modality, cue) = ModalityOf(sentence, clause, gate, verb, placement);
        draft.Put(evidence, "modality", modality, cue);
        foreach (var host in places.Where(place => place.Host is not null))
        {
            if (scene.Parties.Of(host.Host!) is { } party)
            {
                party.Kind ??= PartyBook.Company;
                draft.Needs(party);
                draft.PutRow(evidence, "hosts", host.Host!, gate.Hedged ? [("party", party.Typed), ("candidate", "true")] : [("party", party.Typed)]);
            }
        }

        Hardware(sentence, draft, evidence, clause);
        new LatencyReader(draft, evidence, plane.Plane).Read(sentence, clause.From, clause.To);
        draft.Summary = $"{owner.Party.Name}: {plane.Plane} {placement.Replace('-', ' ')}, {modality.Replace('-', ' ')}";
        drafts.Add(draft, sentence);
    }

    private static void Hardware(Sentence sentence, Draft draft, Evidence evidence, (int From, int To) clause)
    {
        var items = Enumerable.Range(clause.From, clause.To - clause.From).Where(i => sentence[i].Kind == ItemKind.Hardware && !IsBehind(sentence, clause.From, i)).Select(i => sentence[i]).ToList();
        if (items.Count > 0)
        {
            draft.Put(evidence, "hardware", string.Join('\n', items.Select(item => item.Value).Distinct()), items[0]);
            items.ForEach(evidence.Cover);
        }
    }

    private static bool IsBehind(Sentence sentence, int from, int at) => Enumerable.Range(from, at - from).Any(i => at - i <= 4 && sentence[i].IsAny(PlacementCues.Instead));

    private static (string Word, Item Cue) ModalityOf(Sentence sentence, (int From, int To) clause, Gate gate, int verb, string placement)
    {
        Item Cue(HashSet<string> words) => Enumerable.Range(clause.From, clause.To - clause.From).Select(i => sentence[i]).FirstOrDefault(item => item.IsAny(words)) ?? sentence[verb];
        return gate.Recommended ? ("recommended", Cue(GateCues.Recommendations))
            : gate.Planned ? ("planned", Cue(GateCues.Plans))
            : gate.Capability || placement == "customer-choice" ? ("capability", Cue(GateCues.Capabilities))
            : ("in-use", sentence[verb]);
    }

    /// <summary>The one plane that the clause names; inference where it names only a model.</summary>
    private static (string Plane, Item Item)? PlaneOf(Sentence sentence, int from, int verb, int to)
    {
        if (sentence[verb].IsAny(PlacementCues.Trains))
        {
            return ("training", sentence[verb]);
        }

        var before = PlanesIn(sentence, from, verb + 1);
        var all = before.Count > 0 ? before : PlanesIn(sentence, verb + 1, to);
        if (all.Count == 1)
        {
            return all[0];
        }

        var model = Enumerable.Range(from, to - from).Select(i => sentence[i]).FirstOrDefault(item => item.IsAny(PlacementCues.Models));
        return all.Count == 0 && model is not null ? ("inference", model) : null;
    }

    private static List<(string Plane, Item Item)> PlanesIn(Sentence sentence, int from, int to) =>
        [.. Enumerable.Range(from, to - from).SelectMany(i => PlacementCues.Planes.Where(plane => sentence[i].IsAny(plane.Words) && !(sentence[i].Is("plans") && i + 1 < to && sentence[i + 1].Is("to"))).Select(plane => (plane.Plane, sentence[i]))).DistinctBy(plane => plane.Plane)];

    /// <summary>The company that runs it: the subject, the possessor of the subject, or whoever "we" and "it" are.</summary>
    private Subject? OwnerOf(Sentence sentence, int verb, int from)
    {
        if (scene.SubjectOf(sentence, verb) is { } subject && subject.Party.MayBe(PartyBook.Company) && !IsProduct(sentence, subject))
        {
            return subject;
        }

        // "At Acme, inference runs …"
        if (Pattern.Of("at|inside NAME:company ,").At(sentence, from) is { } inside && inside.To <= verb && scene.Parties.Of(inside["company"]!) is { } home)
        {
            return new Subject(home, inside["company"]!, from);
        }

        for (var i = from; i < verb; i++)
        {
            if (sentence[i].Is("'s") && i > 0 && sentence[i - 1].Kind == ItemKind.Name && scene.Parties.Of(sentence[i - 1]) is { } owner)
            {
                return new Subject(owner, sentence[i - 1], i - 1);
            }

            if (sentence[i].Lower is "our" or "we" && !sentence[i].Quoted && scene.Publisher is { } publisher)
            {
                return new Subject(publisher, sentence[i], i);
            }

            // "its planner runs": whose, if the sentence names nobody before.
            if (sentence[i].Is("its") && i <= 2 && scene.Antecedent(sentence) is { } company && sentence.Items.Take(i).All(item => item.Kind != ItemKind.Name))
            {
                return new Subject(company, sentence[i], i);
            }
        }

        return Said(sentence, verb) ?? (from > 0 && sentence[from].Is("and") | sentence[from - 1].Lower is "and" or "while" && sentence.Items.Skip(from).Take(verb - from).All(item => item.Kind != ItemKind.Name) ? _before : null);
    }

    /// <summary>"Acme said its models run …", "Acme says that inference runs …".</summary>
    private Subject? Said(Sentence sentence, int verb)
    {
        var said = Pattern.Of("said|says|confirmed|explains|explained|wrote|writes ~2").In(sentence);
        return said is not null && said.From < verb && scene.SubjectOf(sentence, said.From) is { } speaker && speaker.Party.MayBe(PartyBook.Company)
            && sentence.Items.Skip(said.From).TakeWhile(item => item != sentence[verb]).All(item => item.Kind != ItemKind.Name) ? speaker : null;
    }

    /// <summary>"Acme's Helix runs": Helix is what runs, not who runs it.</summary>
    private static bool IsProduct(Sentence sentence, Subject subject) => subject.From > 0 && sentence[subject.From - 1].Is("'s") && sentence[subject.From].Kind == ItemKind.Name;

    private static Item? Product(Sentence sentence, int verb, int from, Subject owner)
    {
        for (var i = from; i < verb; i++)
        {
            if (sentence[i].Kind == ItemKind.Name && i > 0 && sentence[i - 1].Is("'s") && i > 1 && sentence[i - 2] == owner.Item)
            {
                return sentence[i];
            }
        }

        // "Acme runs Helix on the robot".
        return verb + 1 < sentence.Count && sentence[verb + 1].Kind == ItemKind.Name && !PlacementCues.Clouds.Contains(sentence[verb + 1].Value.ToLowerInvariant()) ? sentence[verb + 1] : null;
    }

    private static bool IsNegated(Sentence sentence, int from, int verb) => Enumerable.Range(from, verb - from).Any(i => sentence[i].IsAny(GateCues.Negations));

    private static (int From, int To) ClauseOf(Sentence sentence, int verb)
    {
        var (from, to) = Gate.Clause(sentence, verb);
        // ", and training runs": a second verb of running begins a clause of its own.
        for (var i = verb + 1; i < to; i++)
        {
            if (sentence[i].IsAny(PlacementCues.Runs) && !sentence[i].Is("training"))
            {
                var and = Enumerable.Range(verb + 1, i - verb - 1).LastOrDefault(k => sentence[k].Lower is "and" or ",");
                to = and > 0 ? and : i;
                break;
            }
        }

        for (var i = verb - 1; i > from; i--)
        {
            if (sentence[i].IsAny(PlacementCues.Runs) && !sentence[i].Is("training"))
            {
                var and = Enumerable.Range(i + 1, verb - i - 1).LastOrDefault(k => sentence[k].Lower is "and" or ",");
                from = and > 0 ? and + 1 : from;
                break;
            }
        }

        return (from, to);
    }
}
