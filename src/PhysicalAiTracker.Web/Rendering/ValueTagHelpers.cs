using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary><c>&lt;money value="…" assertions="…" field="amount" /&gt;</c>: "$10 bn", with all digits on hover.</summary>
[HtmlTargetElement("money", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper : EvidencedTagHelper
{
    /// <summary>Null is not disclosed or not stated, as the assertions say.</summary>
    public MoneyItem? Value { get; set; }

    /// <summary>Of a superseded round.</summary>
    public bool Struck { get; set; }

    public static IHtmlContent Markup(MoneyItem money, bool struck = false)
    {
        var exact = $"{money.Currency} {money.Value:#,##0.##}";
        var worth = money is { Currency: not "USD", Usd: { } usd } ? $"; USD {usd:#,##0} on {money.UsdRateOn:yyyy-MM-dd}" : "";
        var data = Rendering.Markup.Of($"<data value=\"{money.Value:0.##}\" title=\"{exact}{worth}\">{money.Text}</data>");
        return struck ? Rendering.Markup.Of($"<span class=\"struck\">{data}</span>") : data;
    }

    /// <summary>A valuation without its kind.</summary>
    public static MoneyItem? Of(ValuationItem? valuation) =>
        valuation is null ? null : new MoneyItem(valuation.Value, valuation.Currency, valuation.Usd, valuation.Qualifier, valuation.UsdRateOn, valuation.Text);

    public override void Process(TagHelperContext context, TagHelperOutput output) => Show(output, Value is null ? null : Markup(Value, Struck));
}

/// <summary><c>&lt;partial-date value="…" /&gt;</c>: "Nov 2025", with the EDTF text on hover.</summary>
[HtmlTargetElement("partial-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PartialDateTagHelper : EvidencedTagHelper
{
    public PartialDate? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Show(output, Value is null ? null : Dates.Of(Value));
}

/// <summary><c>&lt;instant at="…" /&gt;</c>: a UTC time as its day.</summary>
[HtmlTargetElement("instant", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InstantTagHelper : TagHelper
{
    public DateTime At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Dates.Of(At));
    }
}

/// <summary><c>&lt;word value="…" /&gt;</c>: a word of the vocabulary as prose has it.</summary>
[HtmlTargetElement("word", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WordTagHelper : EvidencedTagHelper
{
    public Enum? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Show(output, Value is null ? null : Rendering.Markup.Of($"{Labels.Of(Words.Of(Value.GetType(), Value))}"));
}

/// <summary><c>&lt;stated assertions="…" field="places"&gt;San Francisco&lt;/stated&gt;</c>: any content that the sources state.</summary>
public sealed class StatedTagHelper : EvidencedTagHelper
{
    /// <summary>False where there is no value.</summary>
    public bool When { get; set; } = true;

    /// <summary>False where the mark stands further on: of a list, the last item carries it.</summary>
    public bool Marked { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Assertions = Marked ? Assertions : null;
        var content = await output.GetChildContentAsync();
        Show(output, When ? content : null, oneLine: false);
    }
}
