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

    public static IHtmlContent Markup(MoneyItem money) => Rendering.Markup.By(money, Add);

    internal static void Add(MarkupWriter html, MoneyItem money)
    {
        html.Add($"<data value=\"{money.Value:0.##}\" title=\"{money.Currency} {money.Value:#,##0.##}");
        if (money is { Currency: not "USD", Usd: { } usd })
        {
            html.Add($"; USD {usd:#,##0} on ");
            if (money.UsdRateOn is { } on)
            {
                html.Add($"{on:yyyy-MM-dd}");
            }
        }

        html.Add($"\">{money.Text}</data>");
    }

    /// <summary>Of a superseded round.</summary>
    internal static void AddStruck(MarkupWriter html, MoneyItem money)
    {
        html.AddMarkup("<span class=\"struck\">");
        Add(html, money);
        html.AddMarkup("</span>");
    }

    /// <summary>A valuation without its kind.</summary>
    public static MoneyItem? Of(ValuationItem? valuation) =>
        valuation is null ? null : new MoneyItem(valuation.Value, valuation.Currency, valuation.Usd, valuation.Qualifier, valuation.UsdRateOn, valuation.Text);

    public override void Process(TagHelperContext context, TagHelperOutput output) => Show(output, Value is null ? null : Rendering.Markup.By(Value, Struck ? AddStruck : Add));
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
