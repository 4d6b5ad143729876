using System.Text.RegularExpressions;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Disclosures;

/// <summary>The first steps of a draft.</summary>
public static class Drafting
{
    /// <summary>The editor of a new draft whose source is new too.</summary>
    public static async Task<FormPage> StartAsync(Visitor visitor, string text = Analyst.Text, string path = "/disclosures/new")
    {
        var step = await FormPage.OpenAsync(visitor, path);
        step["/source/title"] = "Prometheus raises again";
        step["/source/kind"] = "press-release";
        step["/source/textIsPublic"] = "true";
        step["/source/snapshot/text"] = text;
        return await step.PressAsync("create");
    }

    /// <summary>The editor of a new draft that begins with an edit of a party.</summary>
    public static Task<FormPage> EditAsync(Visitor visitor, string party, string text = Analyst.Text) =>
        StartAsync(visitor, text, $"/disclosures/new?record=party&id={party}");

    /// <summary>The value of the option of “Supersedes” whose label has this text.</summary>
    public static string RoundOffered(FormPage form, string label) =>
        Regex.Match(form.Html, $"<option value=\"([^\"]+)\">[^<]*{Regex.Escape(label)}").Groups[1].Value;
}
