using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Proposes funding rounds: somebody raised, announced, closes or is in talks about money that is called a round or raised.</summary>
internal sealed class FundingRule(Scene scene, DraftList drafts)
{
    private const string Raised = "round-raised";
    private const string InTalks = "round-in-talks";

    public void Read(Sentence sentence)
    {
        if (Talks(sentence) || Raising(sentence))
        {
            return;
        }

        for (var verb = 0; verb < sentence.Count; verb++)
        {
            var raises = sentence[verb].IsAny(FundingCues.Raised);
            if ((raises || sentence[verb].IsAny(FundingCues.Announced)) && Announced(sentence, verb, raises))
            {
                return;
            }
        }
    }

    private bool Announced(Sentence sentence, int verb, bool raises)
    {
        if (RoundObject.At(sentence, verb + 1) is not { } round || (round.Named is null && round.Stage is null && (!raises || round.Amount is null)))
        {
            return false;
        }

        // "closed up $5m", "announced an investment": neither an amount nor a stage says which round it is.
        if (round is { Amount: null, Stage: null } || IsBare(sentence[verb], round) || IsTotal(sentence, verb, round.Last))
        {
            return false;
        }

        var gate = Gate.At(sentence, verb);
        if (gate.Denied || gate.Planned || IsEarlier(sentence, verb) || scene.SubjectOf(sentence, verb) is not { } subject || !IsCompany(subject.Party) || IsCompared(sentence, subject))
        {
            return false;
        }

        var status = gate.Hedged ? "rumored" : IsFirstClose(sentence, verb, round.Last) ? "partially-closed" : sentence[verb].IsAny(FundingCues.Closed) ? "closed" : "announced";
        var draft = Begin(sentence, Raised, subject, round, status, sentence[verb], gate.Hedged, out var evidence);
        if (!gate.Hedged && RoundDates.In(sentence, verb, round.Last) is { } day)
        {
            draft.Put(evidence, "announcedOn", day.Value, day);
        }

        new RoundDetails(scene, draft, evidence).Read(sentence, round.Last + 1);
        return true;
    }

    private bool Talks(Sentence sentence)
    {
        if (Pattern.First(FundingCues.Talks, sentence) is not { } talks || Gate.At(sentence, talks.From) is { Denied: true } || scene.SubjectOf(sentence, talks.From) is not { } subject || !IsCompany(subject.Party))
        {
            return false;
        }

        return Vague(sentence, subject, talks, "in-talks");
    }

    private bool Raising(Sentence sentence)
    {
        if (Pattern.First(FundingCues.Raising, sentence) is not { } raising || Gate.At(sentence, raising.From) is not { Denied: false } gate || scene.SubjectOf(sentence, raising.From) is not { } subject || !IsCompany(subject.Party))
        {
            return false;
        }

        return Vague(sentence, subject, raising, gate.Hedged ? "rumored" : "in-progress");
    }

    /// <summary>A round that is not told as done.</summary>
    private bool Vague(Sentence sentence, Subject subject, Match cue, string status)
    {
        if (RoundObject.At(sentence, cue.To) is not { } round || (round.Amount is null && round.Stage is null) || IsTotal(sentence, cue.From, round.Last))
        {
            return false;
        }

        var hedged = status != "in-progress";
        var draft = Begin(sentence, InTalks, subject, round, status, sentence[cue.From], hedged, out var evidence);
        evidence.Cover(sentence[cue.To - 1]);
        new RoundDetails(scene, draft, evidence).Read(sentence, round.Last + 1);
        return true;
    }

    private Draft Begin(Sentence sentence, string rule, Subject subject, RoundObject round, string status, Item cue, bool hedged, out Evidence evidence)
    {
        subject.Party.Kind ??= PartyBook.Company;
        var draft = new Draft(RecordKind.FundingRound, rule, sentence.Index);
        evidence = draft.Begin(hedged, subject.Item, cue);
        draft.Put(evidence, "company", subject.Party, subject.Item);
        if (round.Stage is { } stage)
        {
            draft.Put(evidence, "stage", round.StageWord, stage);
            if (round.StageWord == "other" || round.AsAnnounced.Contains("extension", StringComparison.Ordinal) || round.AsAnnounced.Length == 9)
            {
                draft.Put(evidence, "stageAsAnnounced", round.AsAnnounced, stage);
            }
        }

        draft.Put(evidence, "status", status, cue);
        if (round.InstrumentItem is { } instrument)
        {
            draft.Put(evidence, "instrument", round.Instrument, instrument);
        }

        if (round.Amount is { } amount)
        {
            draft.Put(evidence, "amount", amount.Value, amount);
        }

        evidence.Cover(sentence[round.Last]);
        draft.Summary = $"{subject.Party.Name}: {(round.Amount is null ? "" : round.Amount.Value + " ")}{(round.AsAnnounced.Length > 0 ? round.AsAnnounced + " " : "")}round, {status.Replace('-', ' ')}";
        return drafts.Add(draft, sentence);
    }

    /// <summary>"five months after Beta raised": told only to compare.</summary>
    private static bool IsCompared(Sentence sentence, Subject subject) =>
        subject.From > 0 && sentence[subject.From - 1].Lower is "after" or "before" or "when" or "since" or "than" or "like" or "where" or "until" or "once";

    private static bool IsCompany(Party party) => party.MayBe(PartyBook.Company);

    /// <summary>"closed at $50m", "closed $5": a verb that also speaks of prices needs the word for a round.</summary>
    private static bool IsBare(Item verb, RoundObject round) => verb.Lower is "closed" or "closes" or "landed" or "lands" or "pulled" or "hauled" && round.Named is null && round.Stage is null;

    private static bool IsTotal(Sentence sentence, int verb, int last) =>
        Pattern.First(FundingCues.TotalMarks, sentence) is { } total && total.From > verb && total.From <= last + 6 || (verb + 1 < sentence.Count && sentence[verb + 1].Lower is "a" && verb + 2 < sentence.Count && sentence[verb + 2].Is("total"));

    private static bool IsEarlier(Sentence sentence, int verb)
    {
        var (from, to) = Gate.Clause(sentence, verb);
        return sentence.Items.Skip(from).Take(to - from).Any(item => item.Lower is "previous" or "previously" or "prior" or "earlier" or "formerly") || Pattern.Of("last year|month|spring|summer|autumn|fall|winter").In(sentence) is not null
            || Pattern.Of("MONEY a|one|two|three ~1 year|years|months ago|earlier").In(sentence) is not null || Pattern.Of("years|months|year ago|earlier|before").In(sentence) is not null;
    }

    private static bool IsFirstClose(Sentence sentence, int verb, int last) =>
        Pattern.Of("first|initial close|closing|tranche").In(sentence, verb) is { } close && close.From <= last + 4;
}
