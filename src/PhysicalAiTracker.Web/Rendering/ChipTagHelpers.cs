using Microsoft.AspNetCore.Razor.TagHelpers;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary><c>&lt;placement value="…" href="…" /&gt;</c>: a shape, a word and a colour; null is no claim.</summary>
[HtmlTargetElement("placement", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PlacementTagHelper : EvidencedTagHelper
{
    public Placement? Value { get; set; }

    /// <summary>Where the chip leads; null for one that leads nowhere.</summary>
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var word = Value is { } placement ? Words.Of(placement) : "no-claim";
        var label = Labels.Of(word);
        Show(output, Href is null
            ? Markup.Of($"<span class=\"placement {word}\">{label}</span>")
            : Markup.Of($"<a class=\"placement {word}\" href=\"{Href}\">{label}</a>"));
    }
}

/// <summary><c>&lt;status value="…" /&gt;</c>: how far a round, deal or question has come.</summary>
[HtmlTargetElement("status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagHelper : EvidencedTagHelper
{
    public Enum? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Show(output, Value is null ? null : Markup.By(Words.Of(Value.GetType(), Value), Add));
    }

    /// <param name="word">The status in the vocabulary's word.</param>
    internal static void Add(MarkupWriter html, string word) => html.Add($"<span class=\"status {word}\">{Labels.Of(word)}</span>");
}
