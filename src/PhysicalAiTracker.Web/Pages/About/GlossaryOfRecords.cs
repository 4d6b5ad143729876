using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Web.Pages.About;

/// <summary>What the tracker keeps, and what happens to it.</summary>
internal static class GlossaryOfRecords
{
    public static IReadOnlyList<Vocabulary> All { get; } =
    [
        Vocabulary.Of<RecordKind>("record-kinds", "Kinds of record", "What the tracker knows about.", kind => kind switch
        {
            RecordKind.Party => "A company, a person, an investment firm or a public body.",
            RecordKind.FundingRound => "Money raised, or said to be raised, by a company in one go.",
            RecordKind.Deal => "One party takes over another, or hires its people and licenses its work.",
            RecordKind.Affiliation => "What ties a person or a party to a party: founder, executive, parent. Interests are read off these.",
            RecordKind.Claim => "One proposition about where some AI runs, at one scope.",
            RecordKind.Observation => "A dated measurement. Values at different dates are a series, not a conflict.",
            RecordKind.Milestone => "A dated event in a party’s work.",
            RecordKind.Question => "What nobody has answered, with what would settle it.",
        }),
        Vocabulary.Of<RevisionReason>("revision-reasons", "Why a record changed", "Each revision says which of the two it was.", reason => reason switch
        {
            RevisionReason.WorldChanged => "The fact changed out there: a round closed, a person left.",
            RevisionReason.WeCorrected => "The fact was the same; the tracker had it wrong.",
        }),
        Vocabulary.Of<DisclosureState>("disclosure-states", "States of a disclosure", "Everything enters as a disclosure: one source and the changes it supports.", state => state switch
        {
            DisclosureState.Draft => "Being written; seen by its author.",
            DisclosureState.Submitted => "Handed in, waiting for a decision.",
            DisclosureState.Accepted => "Part of the record; its changes are made.",
            DisclosureState.Rejected => "Refused, with the reason; it changed nothing.",
        }),
        Vocabulary.Of<DisclosureAct>("acts", "Acts on the history", "What an analyst does to the record itself, on no source but with a note that says why.", act => act switch
        {
            DisclosureAct.Revert => "A record is taken back to a state it had before, or brought back.",
            DisclosureAct.Merge => "Two records of one thing become one.",
            DisclosureAct.UndoMerge => "A merge is taken back.",
            DisclosureAct.Remove => "A record that nothing refers to is taken away.",
        }),
        Vocabulary.Of<ChangeKind>("changes", "Changes in the feed", "What happened to a record, for whoever keeps a copy.", kind => kind switch
        {
            ChangeKind.Created => "It is there for the first time.",
            ChangeKind.Changed => "Its values or its evidence changed.",
            ChangeKind.Merged => "It was made one with another record, which goes on.",
            ChangeKind.Removed => "It was taken away.",
            ChangeKind.Restored => "It is there again, after it was merged or removed.",
        }),
    ];
}
