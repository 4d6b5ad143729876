using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Likeness;

namespace PhysicalAiTracker.Web.Pages.About;

/// <summary>Who says so, how, and what that is worth.</summary>
public static class GlossaryOfEvidence
{
    public static IReadOnlyList<Vocabulary> All { get; } =
    [
        Vocabulary.Of<SourceKind>("source-kinds", "Kinds of source", "What sort of document it is.", kind => kind switch
        {
            SourceKind.Article => "Written by a press that is not the party written about.",
            SourceKind.PressRelease => "A party’s own announcement to the press.",
            SourceKind.Filing => "Handed to a regulator, a registry or a court.",
            SourceKind.Documentation => "A product’s manual, reference or specification.",
            SourceKind.Repository => "Published code, models or their cards.",
            SourceKind.BlogPost => "A post on the author’s or a company’s own site.",
            SourceKind.Paper => "A scientific paper or preprint.",
            SourceKind.SocialPost => "A post on a social network.",
            SourceKind.Transcript => "A written record of what was said: an interview, an earnings call.",
            SourceKind.Dataset => "A table of figures.",
            SourceKind.Other => "None of these.",
        }),
        Vocabulary.Of<SnapshotKind>("snapshot-kinds", "What the stored text is", "A source’s text as it stood on a day, never changed afterwards.", kind => kind switch
        {
            SnapshotKind.FullText => "The document’s own text.",
            SnapshotKind.Brief => "The document in our own words, paragraph by paragraph: all its facts and hedges, none of its sentences.",
            SnapshotKind.Excerpt => "Parts of the document’s own text.",
        }),
        Vocabulary.Of<PassageState>("passages", "State of a passage", "Whether the quoted words stand in the source’s newest stored text.", state => state switch
        {
            PassageState.Intact => "They stand there once.",
            PassageState.Ambiguous => "They stand there more than once, and the words around them do not tell which is meant.",
            PassageState.Missing => "They do not stand there any more.",
            PassageState.NotCaptured => "Only the place in the document is kept: its text may not or could not be stored.",
        }),
        Vocabulary.Of<LikenessState>("likeness", "Texts that are alike", "Two sources whose texts have much in common may be one origin.", state => state switch
        {
            LikenessState.Suggested => "Nobody has looked yet.",
            LikenessState.Confirmed => "One rewrites the other.",
            LikenessState.Refused => "They are two origins; it is not suggested again.",
        }),
        Vocabulary.Of<Reliability>("reliability", "Reliability of a source", "The first half of the Admiralty code (STANAG 2511): how far the source is to be trusted, whatever it says.", MeaningOf),
        new Vocabulary("credibility", "Credibility of what is said", "The second half of the Admiralty code: how likely this statement is, whoever makes it.",
            [.. Enumerable.Range(1, 6).Select(number => new Term($"{number}", MeaningOf(number)))]),
        Vocabulary.Of<Grade>("grades-of-values", "Grade of a value", "How well a shown value is borne out, by one rule: a value is as good as its second origin. Each grade prints how it came about.", grade => grade switch
        {
            Grade.Confirmed => "Two independent origins or more, the second of them solid: usually reliable, outright, without an interest.",
            Grade.WellSupported => "Two independent origins or more, the second of them fair.",
            Grade.Reported => "Two independent origins, the second of them weak; or one that is beyond doubt.",
            Grade.SingleSource => "One origin, however many pages repeat it.",
            Grade.Contested => "Denied by a passage, or in an open contradiction.",
            Grade.Unsupported => "No proved passage says so.",
        }, "graded"),
        Vocabulary.Of<AssertionModality>("wording", "Wording of an assertion", "How the passage says it. Certainty of wording never raises a status.", modality => modality switch
        {
            AssertionModality.Stated => "Said outright.",
            AssertionModality.Hedged => "Said with a reservation: reportedly, about to, could.",
            AssertionModality.Inferred => "Not said in so many words; it follows from what is said.",
        }),
        Vocabulary.Of<Polarity>("polarity", "Affirmed or denied", "A denial is evidence too and stands beside what it denies.", polarity => polarity switch
        {
            Polarity.Affirms => "The passage says that it is so.",
            Polarity.Denies => "The passage says that it is not so.",
        }),
        Vocabulary.Of<ContradictionState>("contradictions", "State of a contradiction", "Sources that differ at equal scope.", state => state switch
        {
            ContradictionState.Open => "Nothing explains it, and nobody has ruled on the evidence as it is.",
            ContradictionState.Explained => "The sides agree after all: arithmetic or an analyst says why.",
            ContradictionState.Resolved => "An analyst upheld one side.",
        }, "status"),
        Vocabulary.Of<ContradictionKind>("contradiction-kinds", "Kinds of contradiction", "What is compared with what.", kind => kind switch
        {
            ContradictionKind.Field => "What passages say of one field of one record.",
            ContradictionKind.Claims => "Claims of one company about one plane.",
            ContradictionKind.Measurements => "Measurements of one party by one metric.",
            ContradictionKind.Rounds => "Rounds of one company, with each other and with a stated total.",
        }),
        Vocabulary.Of<RulingKind>("rulings", "Rulings", "What an analyst decides about a contradiction; it holds until new evidence comes.", kind => kind switch
        {
            RulingKind.Explained => "The sides agree after all.",
            RulingKind.Upheld => "One side is right.",
            RulingKind.Withdrawn => "The ruling before was withdrawn.",
        }),
        Vocabulary.Of<Explanation>("explanations", "Why values that differ agree", "What explains a contradiction away.", explanation => explanation switch
        {
            Explanation.Rounding => "One figure is the other, rounded.",
            Explanation.Precision => "One statement is vaguer and leaves room for the other.",
            Explanation.Currency => "One amount in two currencies.",
            Explanation.PrePostMoney => "A valuation before the new money and one after it.",
            Explanation.Superseded => "The same money told again: later figures replace the earlier.",
            Explanation.DifferentScope => "They are not about the same thing.",
            Explanation.TimeSeries => "It changed between the two dates.",
            Explanation.SourceInError => "A source is wrong; only an analyst can say so.",
        }),
    ];

    /// <summary>What a letter of the Admiralty code says.</summary>
    public static string MeaningOf(Reliability reliability) => reliability switch
    {
        Reliability.A => "Completely reliable: no doubt of authenticity, competence or honesty.",
        Reliability.B => "Usually reliable: minor doubts; nearly always right before.",
        Reliability.C => "Fairly reliable: some doubts; right before, not always.",
        Reliability.D => "Not usually reliable: considerable doubts; right at times.",
        Reliability.E => "Unreliable: wrong before, or known to invent.",
        Reliability.F => "Cannot be judged: too little is known of it.",
    };

    /// <summary>What a number of the Admiralty code says.</summary>
    /// <param name="credibility">1 to 6.</param>
    public static string MeaningOf(int credibility) => credibility switch
    {
        1 => "Confirmed by other, independent sources.",
        2 => "Probably true: not confirmed, but logical and in line with the rest.",
        3 => "Possibly true: not confirmed, reasonable, in line with some of the rest.",
        4 => "Doubtful: possible but not logical, and nothing else says so.",
        5 => "Improbable: contradicted by the rest.",
        6 => "Cannot be judged.",
        _ => throw new ArgumentOutOfRangeException(nameof(credibility)),
    };
}
