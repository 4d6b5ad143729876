using System.Text.Json;
using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>The evidence mark and the card it opens, as docs/design-system.md draws them.</summary>
internal static class EvidenceCard
{
    private static readonly string[] Credibilities =
        ["confirmed", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged"];

    /// <summary>Writes the mark, and the card where the words of the passages are at hand.</summary>
    public static void Write(MarkupWriter html, PageMarks marks, Evidence evidence, string? about)
    {
        if (evidence.Count == 0)
        {
            html.AddMarkup(" <span class=\"not-stated\">no evidence</span>");
            return;
        }

        // In pieces: a list has hundreds of marks.
        var (label, comma) = (evidence.Label, evidence.Label.Length > 0 && !string.IsNullOrEmpty(about) ? ", " : "");
        var variant = evidence.IsDenied || evidence.IsContested ? "contested" : evidence.Wording switch
        {
            AssertionModality.Hedged => "hedged",
            AssertionModality.Inferred => "inferred",
            _ => "",
        };
        var (before, between) = variant.Length == 0 ? ("", "") : (" ", ", ");
        if (!evidence.IsWhole)
        {
            html.Add($"<a class=\"ev{before}{variant}\" href=\"").AddEvidence(evidence)
                .Add($"\" aria-label=\"Evidence {evidence.Count} for {label}{comma}{about}{between}{variant}\">{evidence.Count}</a>");
            return;
        }

        var id = marks.NextId();
        html.Add($"<button type=\"button\" class=\"ev{before}{variant}\" popovertarget=\"{id}\" aria-label=\"Evidence {evidence.Count} for {label}{comma}{about}{between}{variant}\">{evidence.Count}</button>")
            .Add($"<div class=\"evidence\" id=\"{id}\" popover role=\"dialog\" aria-labelledby=\"{id}-t\"><header><p id=\"{id}-t\">Evidence for {label}{comma}{about}</p>")
            .Add($"<button type=\"button\" class=\"close\" popovertarget=\"{id}\" popovertargetaction=\"hide\" aria-label=\"Close\">×</button></header>{Inside(evidence)}</div>");
    }

    /// <summary>What stands in the card: grades, assertions, and the way to what the record was before.</summary>
    internal static IHtmlContent Inside(Evidence evidence)
    {
        var assertions = evidence.Assertions;
        return Markup.Of($"{Grading.Lines(evidence)}{Markup.Each(assertions, said => Assertion(said))}{History(assertions)}");
    }

    /// <param name="from">The contradiction whose own page this is, which need not lead to itself.</param>
    internal static IHtmlContent Assertion(AssertionItem said, Guid? from = null) => Markup.Of(
        $"""
        <section class="{Class(said)}">{Quoted.Of(said.Passage)}
        <p class="says"><span class="verb">{Verb(said)}</span> {Values(said)}</p>
        <dl class="apparatus-facts"><dt>Publisher</dt><dd>{Publisher(said)}</dd>
        <dt>Origin</dt><dd>{Origin(said.Origin)}</dd>
        <dt>Claimant</dt><dd>{Claimant(said.Claimant)}</dd>
        <dt>Wording</dt><dd>{Labels.Of(said.Modality)}</dd>
        {Fact("As of", said.AsOf is { } asOf ? Dates.Of(asOf) : null)}{Fact("Credibility", Credibility(said.Credibility))}{Fact("Note", Note(said.Note))}</dl>
        {Otherwise(said, from)}<a class="read" href="{Addresses.OfPassage(said.Source.Slug, said.Passage.Id)}">Read in source</a></section>
        """);

    /// <summary>What the record was before; affiliations, measurements and milestones have no page of their own to tell it. Nothing where the mark is about several records.</summary>
    private static IHtmlContent History(IReadOnlyList<AssertionItem> assertions) => assertions.Select(said => said.RecordId).Distinct().ToList() is [var record]
        ? Markup.Of($"<footer><a href=\"{Addresses.OfHistory(record)}\">History of this record</a></footer>")
        : HtmlString.Empty;

    /// <summary>Where the field of the record stands in an open contradiction.</summary>
    private static IHtmlContent Otherwise(AssertionItem said, Guid? from) => Markup.Each(
        said.Values.Where(value => value.Contradiction is { } other && other != from).DistinctBy(value => value.Contradiction),
        value => Markup.Of($"<p class=\"sub\"><a href=\"{Addresses.OfContradiction(value.Contradiction!.Value)}\">Others say otherwise: {value.Label.ToLowerInvariant()}</a></p>"));

    private static string Class(AssertionItem said) => said.Polarity == Polarity.Denies ? "assertion denies"
        : said.Modality == AssertionModality.Hedged ? "assertion hedged" : "assertion";

    private static string Verb(AssertionItem said) => (said.Polarity, said.Modality) switch
    {
        (Polarity.Denies, AssertionModality.Stated) => "denies:",
        (Polarity.Denies, _) => $"denies, {Labels.Of(said.Modality)}:",
        (_, AssertionModality.Stated) => "states",
        (_, AssertionModality.Hedged) => "states, hedged:",
        _ => "implies:",
    };

    internal static IHtmlContent Values(AssertionItem said) => Markup.Each(said.Values.Index(), at => Markup.Of(
        $"{(at.Index == 0 ? "" : ", ")}{at.Item.Label.ToLowerInvariant()} {Weighed(at.Item)}{Shown(said, at.Item)}"));

    /// <summary>A value stands out; a remark is a sentence, and would drown the values beside it.</summary>
    private static IHtmlContent Weighed(AssertedItem value) => value.Field == "note" ? Markup.Of($"“{Text(value)}”") : Markup.Of($"<b>{Text(value)}</b>");

    private static string Text(AssertedItem value) => value.Value.ValueKind == JsonValueKind.Null ? "not disclosed" : value.Text;

    private static string Shown(AssertionItem said, AssertedItem value) =>
        value.Adopted || said.Polarity == Polarity.Denies ? "" : " (not what is shown)";

    private static IHtmlContent Publisher(AssertionItem said)
    {
        var published = said.PublishedOn is { } on ? Markup.Of($", {Dates.Of(on)}") : HtmlString.Empty;
        var grade = said.Reliability is { } reliability
            ? Markup.Of($" <span class=\"grade\" title=\"Reliability, Admiralty scale A–F\">{Labels.Of(reliability)}</span>")
            : HtmlString.Empty;
        return Markup.Of($"{Link(said.Source)}{published}{grade}");
    }

    private static IHtmlContent Origin(SourceLink? origin) => origin is null ? new HtmlString("the source itself") : Link(origin);

    private static IHtmlContent Link(SourceLink source) =>
        Markup.Of($"<a href=\"{Addresses.OfSource(source.Slug)}\">{source.Publisher ?? source.Title}</a>");

    private static IHtmlContent Claimant(ClaimantItem? claimant) => claimant is null
        ? new HtmlString("not named")
        : Markup.Of($"{claimant.Name}{(claimant.Interest is { } interest ? $"; interest: {interest}" : "")}");

    private static IHtmlContent? Credibility(int? grade) => grade is >= 1 and <= 6 ? Markup.Of($"{grade}, {Credibilities[grade.Value - 1]}") : null;

    private static IHtmlContent? Note(string? note) => note is null ? null : Markup.Of($"{note} {Absent.OurWords}");

    private static IHtmlContent Fact(string name, IHtmlContent? value) => value is null ? HtmlString.Empty : Markup.Of($"<dt>{name}</dt><dd>{value}</dd>");
}
