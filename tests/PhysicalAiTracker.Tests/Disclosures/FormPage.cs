using System.Net;
using System.Text.RegularExpressions;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Disclosures;

/// <summary>A page with a form, as a browser without scripts has it: every input sends what it holds, and buttons lead on.</summary>
public sealed partial class FormPage
{
    private readonly Visitor _visitor;
    private readonly List<(string Name, string Value)> _inputs = [];

    private FormPage(Visitor visitor, string path, HttpStatusCode status, string html)
    {
        (_visitor, Path, Status, Html) = (visitor, path, status, html);
        // The page's own form is the last and longest one; search and signing out come before it.
        var form = Form().Matches(html).OrderBy(match => match.Length).LastOrDefault()?.Value ?? "";
        foreach (Match control in Control().Matches(form))
        {
            Read(control);
        }
    }

    /// <summary>With its query, without the host.</summary>
    public string Path { get; }

    public HttpStatusCode Status { get; }

    public string Html { get; }

    /// <summary>What a reader sees, with single blanks.</summary>
    public string Text => Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(Html, " ")), " ");

    /// <summary>What the page says on top is wrong, with what each line leads to.</summary>
    public IReadOnlyList<(string Href, string Text)> Complaints =>
    [
        .. Regex.Matches(Section("errors"), "<li><a href=\"([^\"]*)\">(.*?)</a>", RegexOptions.Singleline)
            .Select(match => (WebUtility.HtmlDecode(match.Groups[1].Value), WebUtility.HtmlDecode(match.Groups[2].Value))),
    ];

    public IEnumerable<string> Names => _inputs.Select(input => input.Name);

    public string this[string name]
    {
        get => _inputs.Last(input => input.Name == name).Value;
        set
        {
            var at = _inputs.FindIndex(input => input.Name == name);
            at.Should().BeGreaterThanOrEqualTo(0, $"the form has an input {name}");
            _inputs.RemoveAll(input => input.Name == name);
            _inputs.Insert(at, (name, value));
        }
    }

    public static async Task<FormPage> OpenAsync(Visitor visitor, string path) => await FollowAsync(visitor, path, await visitor.GetAsync(path));

    /// <summary>Ticks nothing off: adds a value of a box.</summary>
    public void Tick(string name, string value) => _inputs.Add((name, value));

    public void Untick(string name, string value) => _inputs.Remove((name, value));

    /// <summary>Sends an input that the form does not have.</summary>
    public void Smuggle(string name, string value) => _inputs.Add((name, value));

    /// <summary>Presses a button, and follows where that leads.</summary>
    public async Task<FormPage> PressAsync(string value, string name = "do")
    {
        Html.Should().Contain($"name=\"{name}\" value=\"{WebUtility.HtmlEncode(value)}\"", "only what is on the page can be pressed");
        return await FollowAsync(_visitor, Path, await _visitor.PostAsync(Path, [.. _inputs, (name, value)]));
    }

    /// <summary>The same without following.</summary>
    public Task<HttpResponseMessage> SendAsync(string value) => _visitor.PostAsync(Path, [.. _inputs, ("do", value)]);

    private static async Task<FormPage> FollowAsync(Visitor visitor, string path, HttpResponseMessage answer)
    {
        for (var hop = 0; answer.Headers.Location is { } next && hop < 3; hop++)
        {
            path = next.OriginalString.Split('#')[0];
            answer = await visitor.GetAsync(path);
        }

        return new FormPage(visitor, path, answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private void Read(Match control)
    {
        var tag = control.Value;
        var name = Attribute(tag, "name");
        if (name is null || tag.StartsWith("<button", StringComparison.Ordinal))
        {
            return;
        }

        if (tag.StartsWith("<textarea", StringComparison.Ordinal))
        {
            var text = WebUtility.HtmlDecode(tag[(tag.IndexOf('>', StringComparison.Ordinal) + 1)..^"</textarea>".Length]);
            _inputs.Add((name, text.StartsWith('\n') ? text[1..] : text));
        }
        else if (tag.StartsWith("<select", StringComparison.Ordinal))
        {
            var options = Option().Matches(tag).Select(match => match.Value).ToList();
            var chosen = options.Find(option => option.Contains(" selected", StringComparison.Ordinal)) ?? options[0];
            _inputs.Add((name, Attribute(chosen, "value") ?? ""));
        }
        else if (Attribute(tag, "type") is not ("checkbox" or "radio") || tag.Contains(" checked", StringComparison.Ordinal))
        {
            _inputs.Add((name, Attribute(tag, "value") ?? ""));
        }
    }

    private string Section(string id) => Regex.Match(Html, $"id=\"{id}\".*?</div>", RegexOptions.Singleline).Value;

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $" {name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<form [^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<textarea.*?</textarea>|<select.*?</select>|<input[^>]*>|<button[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Control();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Option();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
