using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Proposes questions: what a company did not say, declined to say or has left open.</summary>
internal sealed class QuestionRule(Scene scene, DraftList drafts)
{
    private const int LongestClause = 160;

    private static readonly HashSet<string> Asking = ["where", "whether", "how", "who", "whose", "which", "what", "when", "why"];

    private static readonly Pattern[] Declined = Pattern.Any("declined|declines|refused to comment", "declined|refused to answer|discuss|say|disclose|reveal|elaborate|specify|name", "would not comment|say|disclose", "declined comment|an");

    private static readonly Pattern[] Silent = Pattern.Any(
        "did not ~2 respond|reply|answer ~6 request|requests|questions|comment|email|e-mail|inquiry|enquiry", "didn't ~2 respond|reply ~6 request|requests|questions|comment", "has|have not ~2 responded|replied ~6 request|requests|questions|comment", "could not ~2 be reached ~3 comment");

    private static readonly Pattern[] Open = Pattern.Any(
        "has|have|had not ~2 said|disclosed|revealed|specified|published|shared|explained|confirmed", "hasn't|haven't ~2 said|disclosed|revealed|specified|explained|confirmed", "did not say|disclose|specify|reveal|explain", "does not say|disclose|specify|reveal|explain", "is yet to say|disclose|reveal");

    public void Read(Sentence sentence)
    {
        if (Pattern.First(Declined, sentence) is { } declined)
        {
            Respond(sentence, declined, "declined");
        }

        if (Pattern.First(Silent, sentence) is { } silent)
        {
            Respond(sentence, silent, "no-reply");
        }
        else if (Pattern.First(Declined, sentence) is null && Pattern.First(Open, sentence) is { } open && AskedBehind(sentence, open.To) is { } asked && SpeakerOf(sentence, open.From) is { } company)
        {
            Ask(sentence, open, company, asked, null);
        }
        else if (Pattern.First(Declined, sentence) is null && Pattern.Of("it is|remains not? known|unclear|unknown|undisclosed|open").At(sentence, 0) is { } unknown && AskedBehind(sentence, unknown.To) is { } what && Named(sentence) is { } named)
        {
            Ask(sentence, unknown, named, what, null);
        }
    }

    private void Respond(Sentence sentence, Match cue, string kind)
    {
        if (SpeakerOf(sentence, cue.From) is { } company)
        {
            Ask(sentence, cue, company, AskedBehind(sentence, cue.To), kind);
        }
    }

    private void Ask(Sentence sentence, Match cue, Subject company, (int From, int To)? asked, string? response)
    {
        var clause = asked is { } span ? scene.Source.Text[sentence[span.From].Start..sentence[span.To - 1].End].ReplaceLineEndings(" ") : null;
        if (company.Party.Kind == PartyBook.Person || clause?.Length > LongestClause || (clause is null && string.IsNullOrWhiteSpace(scene.Source.Title)))
        {
            return;
        }

        company.Party.Kind ??= PartyBook.Company;
        var title = (scene.Source.Title ?? "").Trim();
        var draft = new Draft(RecordKind.Question, response is null ? "open-question" : "response", sentence.Index);
        var evidence = draft.Begin(hedged: false, company.Item, sentence[cue.From], sentence[cue.To - 1]);
        draft.Set["text"] = clause is null ? $"What does {company.Party.Name} say to “{(title.Length > 200 ? title[..200] : title)}”?" : $"{company.Party.Name}: {clause}?";
        draft.Put(evidence, "company", company.Party, company.Item);
        if (asked is { } words)
        {
            evidence.Cover(sentence[words.To - 1]);
            var planes = Enumerable.Range(words.From, words.To - words.From).SelectMany(i => PlacementCues.Planes.Where(plane => sentence[i].IsAny(plane.Words)).Select(plane => (plane.Plane, Item: sentence[i]))).DistinctBy(plane => plane.Plane).ToList();
            // A plane only where the question is where something runs.
            if (planes.Count == 1 && Enumerable.Range(words.From, words.To - words.From).Any(i => sentence[i].IsAny(PlacementCues.Runs) && !sentence[i].IsAny(PlacementCues.Trains)))
            {
                draft.Put(evidence, "plane", planes[0].Plane, planes[0].Item);
            }
        }

        if (response is not null)
        {
            draft.PutRow(evidence, "responses", sentence[cue.From], ("kind", response), ("party", company.Party.Typed));
        }

        draft.Summary = $"{company.Party.Name}: {response?.Replace('-', ' ') ?? "open question"}";
        drafts.Add(draft, sentence);
    }

    /// <summary>"where its models run": from the asking word to the end of the clause.</summary>
    private static (int From, int To)? AskedBehind(Sentence sentence, int from)
    {
        var at = sentence.Find(Asking, from);
        if (at < 0 || at > from + 2)
        {
            return null;
        }

        var to = at;
        while (to < sentence.Count && sentence[to].Lower is not ("." or "," or ";" or "!" or "?" or "”" or "but" or "–" or "—"))
        {
            to++;
        }

        return to - at > 1 ? (at, to) : null;
    }

    private Subject? SpeakerOf(Sentence sentence, int verb)
    {
        if (scene.SubjectOf(sentence, verb) is { } subject)
        {
            return subject.Party.Kind == PartyBook.Person ? null : subject;
        }

        // "A spokesperson for Acme declined": the name right before the verb counts as its own.
        return null;
    }

    private Subject? Named(Sentence sentence)
    {
        var names = sentence.Items.Where(item => item.Kind == ItemKind.Name).Select(item => (Item: item, Party: scene.Parties.Of(item))).Where(name => name.Party is not null && name.Party.MayBe(PartyBook.Company)).DistinctBy(name => name.Party).ToList();
        return names.Count == 1 ? new Subject(names[0].Party!, names[0].Item, 0) : names.Count == 0 && scene.Antecedent(sentence) is { } before && sentence.Has(["company", "it", "its", "startup", "start-up"]) ? new Subject(before, sentence[0], 0) : null;
    }
}
