using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.Disclosures.Proposals.Rules;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Proposals;

/// <summary>Says what selected words could be. A person asked, so every kind is offered; fields are filled only from the words themselves.</summary>
internal static class SelectionReading
{
    public static IReadOnlyList<Proposal> Read(ProposalSource source, IReadOnlyList<Sentence> sentences, PartyBook parties, int start, int end)
    {
        var whole = TextReading.Read(source, sentences, parties);
        var found = whole.Where(proposal => proposal.Record != RecordKind.Party && proposal.Start < end && proposal.End > start && proposal.Values.Any(value => value.Start >= start && value.End <= end)).ToList();
        var selected = sentences.Select(sentence => sentence with { Items = [.. sentence.Items.Where(item => item.Start >= start && item.End <= end)] }).Where(sentence => sentence.Count > 0).ToList();
        var chosen = new Choice(source, new Scene(source, sentences, parties), selected, start, end);
        var likely = found.Select(proposal => proposal.Record).Distinct().ToList();
        var kinds = likely.Concat(chosen.Likely()).Concat(Enum.GetValues<RecordKind>()).Distinct();
        var offered = found.Concat(kinds.Select(chosen.Of)).ToList();
        var needed = offered.SelectMany(proposal => proposal.Needs).ToHashSet();
        return [.. offered, .. whole.Where(p => p.Record == RecordKind.Party).Concat(chosen.Parties).Where(p => needed.Contains(p.Id)).DistinctBy(p => p.Id)];
    }

    private sealed class Choice(ProposalSource source, Scene scene, IReadOnlyList<Sentence> selected, int start, int end)
    {
        private readonly ProposalWriter _writer = new(source.Text);
        private readonly List<Item> _items = [.. selected.SelectMany(sentence => sentence.Items)];
        private readonly PartyProposals _parties = new(new ProposalWriter(source.Text), []);

        /// <summary>The new parties that the chosen proposals name.</summary>
        public IEnumerable<Proposal> Parties => _parties.All;

        /// <summary>The kinds that the words speak for, the likeliest first.</summary>
        public IEnumerable<RecordKind> Likely()
        {
            bool Has(HashSet<string> words) => selected.Any(sentence => sentence.Has(words));
            var money = _items.Exists(item => item.Kind == ItemKind.Money);
            var scores = new (RecordKind Kind, bool Speaks)[]
            {
                (RecordKind.FundingRound, Has(FundingCues.Rounds) || Has(FundingCues.Raised)),
                (RecordKind.Deal, selected.Any(sentence => Pattern.First(DealCues.Agreed.Concat(DealCues.ByAcquirer).Concat(DealCues.Talks), sentence) is not null)),
                (RecordKind.Question, Has(["declined", "respond", "comment", "disclosed"])),
                (RecordKind.Claim, selected.Any(sentence => PlacementReader.In(sentence, 0, sentence.Count).Count > 0) || _items.Exists(item => item.Kind == ItemKind.Hardware)),
                (RecordKind.Affiliation, selected.Any(sentence => Enumerable.Range(0, sentence.Count).Any(i => TitleReader.At(sentence, i) is not null))),
                (RecordKind.Observation, Has(["employees", "staff", "people", "workers", "headcount"])),
                (RecordKind.Party, _items is [{ Kind: ItemKind.Name }]),
                (RecordKind.FundingRound, money),
            };
            return scores.Where(score => score.Speaks).Select(score => score.Kind);
        }

        public Proposal Of(RecordKind kind)
        {
            var set = new JsonObject();
            var values = new List<ProposedValue>();
            var needs = new List<string>();
            foreach (var (field, typed, item, party) in FieldsOf(kind))
            {
                set[field] = typed;
                values.Add(new ProposedValue(field, typed, item.Start, item.End));
                if (party is { IsKnown: false } && _parties.Of(party) is { } made)
                {
                    needs.Add(made.Id);
                }
            }

            var assertions = new JsonArray();
            var (from, to) = Trimmed();
            if (from < to && to - from <= Sources.Anchoring.MaxExact && _writer.Passage(from, to) is { } passage)
            {
                var assertion = ProposalWriter.Assertion([TypedDocument.AllFields], passage, selected.Any(sentence => Gate.At(sentence, 0).Hedged));
                assertion["polarity"] = kind != RecordKind.Question && selected.Any(sentence => sentence.Has(GateCues.Negations) || sentence.Has(GateCues.Denials)) ? "denies" : "affirms";
                assertions.Add(assertion);
            }

            var change = new JsonObject { ["record"] = Words.Of(kind), ["set"] = set, ["assertions"] = assertions };
            return new Proposal(ProposalWriter.Id(Proposal.Chosen, kind, start, end, ""), kind, change, from, to, $"New {Words.Of(kind).Replace('-', ' ')}", Proposal.Chosen, values, [.. needs.Distinct()]);
        }

        private IEnumerable<(string Field, string Typed, Item Item, Party? Party)> FieldsOf(RecordKind kind)
        {
            var company = First(party => party.MayBe(PartyBook.Company));
            var amount = _items.Find(item => item is { Kind: ItemKind.Money, Aside: false });
            var date = _items.Find(item => item.Kind == ItemKind.Date);
            var count = _items.Find(item => item.Kind == ItemKind.Number);
            switch (kind)
            {
                case RecordKind.Party when _items is [{ Kind: ItemKind.Name } name]:
                    yield return ("name", name.Value, name, null);
                    break;
                case RecordKind.FundingRound:
                    foreach (var field in Round(company, amount, date))
                    {
                        yield return field;
                    }

                    break;
                case RecordKind.Deal when amount is not null:
                    yield return ("price", amount.Value, amount, null);
                    break;
                case RecordKind.Affiliation:
                    if (First(party => party.Kind == PartyBook.Person) is { } person)
                    {
                        yield return ("party", person.Party.Typed, person.Item, person.Party);
                    }

                    if (company is { } organisation)
                    {
                        yield return ("organisation", organisation.Party.Typed, organisation.Item, organisation.Party);
                    }

                    break;
                case RecordKind.Claim or RecordKind.Question when company is { } about:
                    yield return ("company", about.Party.Typed, about.Item, about.Party);
                    break;
                case RecordKind.Observation or RecordKind.Milestone:
                    if (company is { } party)
                    {
                        yield return ("party", party.Party.Typed, party.Item, party.Party);
                    }

                    if (date is not null)
                    {
                        yield return (kind == RecordKind.Milestone ? "on" : "asOf", date.Value, date, null);
                    }

                    if (kind == RecordKind.Observation && count is not null)
                    {
                        yield return ("quantity", count.Value, count, null);
                    }
                    else if (kind == RecordKind.Observation && amount is not null)
                    {
                        yield return ("money", amount.Value, amount, null);
                    }

                    break;
            }
        }

        private IEnumerable<(string Field, string Typed, Item Item, Party? Party)> Round((Party Party, Item Item)? company, Item? amount, Item? date)
        {
            if (company is { } raiser)
            {
                yield return ("company", raiser.Party.Typed, raiser.Item, raiser.Party);
            }

            if (amount is not null)
            {
                yield return ("amount", amount.Value, amount, null);
            }

            if (selected.SelectMany(sentence => Enumerable.Range(0, sentence.Count).Select(i => RoundObject.StageAt(sentence, i))).FirstOrDefault(stage => stage is not null) is { } found)
            {
                yield return ("stage", found.Word, found.Item, null);
            }

            if (selected.Select(sentence => (Sentence: sentence, Talks: Pattern.First(FundingCues.Talks, sentence))).FirstOrDefault(pair => pair.Talks is not null) is { Talks: { } talks } speaking)
            {
                yield return ("status", "in-talks", speaking.Sentence[talks.From], null);
            }
            else if (date is not null)
            {
                yield return ("announcedOn", date.Value, date, null);
            }
        }

        private (Party Party, Item Item)? First(Func<Party, bool> fits)
        {
            foreach (var item in _items.Where(item => item.Kind == ItemKind.Name))
            {
                if (scene.Parties.Of(item) is { } party && fits(party))
                {
                    return (party, item);
                }
            }

            return null;
        }

        private (int From, int To) Trimmed()
        {
            var words = source.Text[start..end];
            return words.Trim().Length == 0 ? (start, start) : (end - words.TrimStart().Length, start + words.TrimEnd().Length);
        }
    }
}
