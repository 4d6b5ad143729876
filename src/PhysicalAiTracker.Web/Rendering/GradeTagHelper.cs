using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary><c>&lt;grade value="round.Grade" /&gt;</c> or, of one field, <c>&lt;grade assertions="…" field="amount" /&gt;</c>: bars and a word.</summary>
[HtmlTargetElement("grade", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GradeTagHelper : TagHelper
{
    public Grade? Value { get; set; }

    /// <summary>The assertions about the record whose field is meant; they know its grades.</summary>
    public IEnumerable<AssertionItem>? Assertions { get; set; }

    public string? Field { get; set; }

    /// <summary>The chip with its meaning on hover.</summary>
    internal static IHtmlContent Chip(Grade grade, string? trace = null) => Markup.By((grade, trace), static (html, of) => Add(html, of.grade, of.trace));

    internal static void Add(MarkupWriter html, Grade grade, string? trace = null) =>
        html.Add($"<span class=\"graded {Words.Of(grade)}\" title=\"{trace ?? "How well it is borne out"}\">{Labels.Of(grade)}</span>");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var found = Field is null || Assertions is null ? null : Grading.Lowest(Evidence.Of(Assertions, Field).Assertions, Field);
        if ((Value ?? found?.Grade) is { } grade)
        {
            output.Content.SetHtmlContent(Chip(grade, found?.Trace));
        }
    }
}

/// <summary>Finds the grades of what assertions speak of.</summary>
internal static class Grading
{
    /// <summary>The lowest grade of a field among the records that the assertions are about; null where none was derived.</summary>
    public static GradeItem? Lowest(IReadOnlyList<AssertionItem> assertions, string field) =>
        assertions.DistinctBy(a => a.RecordId).Select(a => a.Grades.Of(field)).OfType<GradeItem>().MinBy(grade => grade.Grade);

    /// <summary>Grade and trace of each field, as lines for the evidence card; of the whole record where no field is asked for.</summary>
    public static IHtmlContent Lines(Evidence evidence)
    {
        var fields = evidence.Fields;
        if (fields is null)
        {
            return Markup.Each(evidence.Assertions.Select(a => a.Grades.Whole).OfType<GradeItem>().Take(1), grade => Line("", grade));
        }

        var graded = fields.Select(field => Lowest(evidence.Assertions, field)).OfType<GradeItem>().ToList();
        return Markup.Each(graded, grade => Line(graded.Count > 1 ? $"{LabelOf(evidence, grade.Field)}: " : "", grade));
    }

    private static IHtmlContent Line(string label, GradeItem grade) =>
        Markup.Of($"<p class=\"grade-line\">{label}{GradeTagHelper.Chip(grade.Grade)} <span class=\"trace\">{grade.Trace}</span></p>");

    private static string LabelOf(Evidence evidence, string field) =>
        evidence.Assertions.SelectMany(a => a.Values).FirstOrDefault(v => v.Field == field)?.Label ?? Labels.OfName(field);
}
