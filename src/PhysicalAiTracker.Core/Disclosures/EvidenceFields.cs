using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>The fields of a source, its snapshot and an assertion, described like those of a record.</summary>
public static class EvidenceFields
{
    /// <summary>Members of a source that its fields do not cover.</summary>
    internal static readonly string[] SourceExtras = ["snapshot", "origins", "$schema"];

    /// <summary>Members of an assertion that its fields do not cover.</summary>
    internal static readonly string[] AssertionExtras = ["fields", "values", "passage", "claimant"];

    public static FieldSet<Source> Source { get; } = new(fields =>
    {
        fields.Text("title", "Title", s => s.Title, (s, text) => (s.Title, s.TitleKey) = (text!, NameKey.Of(text!)), Sources.Source.TitleLength).Required();
        fields.Word<SourceKind>("kind", "Kind", s => s.Kind, (s, kind) => s.Kind = kind!.Value).Required();
        fields.Slug("slug", "Slug", s => s.Slug, (s, slug) => s.Slug = slug ?? "").Says("The name in the address. Left empty, it is made from publisher and title.");
        fields.Text("publisher", "Publisher", s => s.Publisher, (s, text) => s.Publisher = text, Sources.Source.NameLength);
        fields.Text("author", "Author", s => s.Author, (s, text) => s.Author = text, Sources.Source.NameLength);
        fields.Url("url", "URL", s => s.Url, (s, url) => (s.Url, s.UrlKey) = (url, url is null ? null : NormalisedUrl.Of(url, out _)), Sources.Source.UrlLength);
        fields.Date("publishedOn", "Published", s => s.PublishedOn, (s, date) => s.PublishedOn = date);
        fields.Day("retrievedOn", "Retrieved", s => s.RetrievedOn, (s, day) => s.RetrievedOn = day).Says("The day it was read, 2026-11-22.");
        fields.Word<Reliability>("reliability", "Reliability", s => s.Reliability, (s, grade) => s.Reliability = grade)
            .Says("Admiralty: A completely reliable … E unreliable, F cannot be judged.");
        fields.Source("origin", "Rewrites", s => s.OriginId, (s, id) => s.OriginId = id).Says("The source it retells; empty when it speaks for itself.");
        fields.Flag("textIsPublic", "Text may be shown to everybody", s => s.TextIsPublic, (s, flag) => s.TextIsPublic = flag);
        fields.Text("language", "Language", s => s.Language, (s, text) => s.Language = text, Sources.Source.LanguageLength).Says("en, de, pt-BR.");
        fields.Flag("seen", "Read by us", s => s.Seen, (s, flag) => s.Seen = flag, fallback: true);
        fields.Text("note", "Note", s => s.Note, (s, text) => s.Note = text, Sources.Source.NoteLength, multiline: true);
    });

    /// <summary>The fields that a snapshot has beside its text.</summary>
    public static FieldSet<Snapshot> Snapshot { get; } = new(fields =>
        fields.Word<SnapshotKind>("kind", "The text is", s => s.Kind, (s, kind) => s.Kind = kind!.Value).Required());

    public static FieldSet<Assertion> Assertion { get; } = new(fields =>
    {
        fields.Source("origin", "Credited to", a => a.OriginId, (a, id) => a.OriginId = id).Says("The source that the passage credits; empty when it speaks for itself.");
        fields.Text("claimantInterest", "Claimant's interest", a => a.ClaimantInterest, (a, text) => a.ClaimantInterest = text, Sources.Assertion.InterestLength);
        fields.Word<Polarity>("polarity", "Polarity", a => a.Polarity, (a, word) => a.Polarity = word ?? Polarity.Affirms);
        fields.Word<AssertionModality>("modality", "Wording", a => a.Modality, (a, word) => a.Modality = word ?? AssertionModality.Stated)
            .Says("Stated, hedged (“likely”, “in talks”), or inferred by us or by the source.");
        fields.Integer("credibility", "Credibility", a => a.Credibility, (a, number) => a.Credibility = number, 1, 6).Says("Admiralty: 1 confirmed … 5 improbable, 6 cannot be judged.");
        fields.Date("asOf", "True as of", a => a.AsOf, (a, date) => a.AsOf = date);
        fields.Text("note", "Note", a => a.Note, (a, text) => a.Note = text, Sources.Assertion.NoteLength, multiline: true);
    });
}
