using System.Net;
using System.Text.RegularExpressions;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Support.Ledger;

namespace PhysicalAiTracker.Tests.Duplicates;

public sealed partial class DuplicatesPageTests
{
    [Fact]
    public async Task Shows_why_leads_to_the_merge_and_remembers_a_judgement()
    {
        await using var app = new TrackerApp();
        await using var ledger = new Ledger(app);
        var (one, other) = (await ledger.CompanyAsync("Figure"), await ledger.CompanyAsync("Figure AI"));
        await ledger.EnterAsync("Figure is a firm.", "2025-01-02", Change("{ 'record': 'party', 'set': { 'kind': 'investment-firm', 'name': 'Figure AI', 'slug': 'figure-firm' } }"));
        using var ana = await Visitor.SignedInAsync(app);

        var html = await ana.Client.GetStringAsync("/duplicates?kind=party");

        html.Should().Contain("differ in words that are often left out").And.Contain("+75").And.Contain("<strong>75 of 100</strong>");
        html.Should().Contain("correct the kind of one of them before they can be merged");
        html.Should().Contain("href=\"/duplicates\"").And.NotContain("/api/v1/duplicates", "programs have no such list");
        var merge = WebUtility.HtmlDecode(Merge().Match(html).Groups["href"].Value);
        merge.Should().BeOneOf($"/merge?from={one}&into={other}", $"/merge?from={other}&into={one}");
        (await ana.Client.GetStringAsync(merge)).Should().Contain("Merge them");

        var form = Form().Matches(html).Single(m => m.Value.Contains("Merge<"));
        (string, string)[] fields = [("pair", form.Groups["pair"].Value), ("version", form.Groups["version"].Value), ("note", "A magazine."), ("verdict", "different")];
        (await ana.PostFormAsync("/duplicates", fields)).Headers.Location!.OriginalString.Should().StartWith("/duplicates");
        (await ana.PostFormAsync("/duplicates?state=different", "/duplicates", fields)).StatusCode.Should().Be(HttpStatusCode.Conflict, "it is judged already");
        (await ana.Client.GetStringAsync("/duplicates")).Should().NotContain("<strong>75 of 100</strong>");
        var judged = await ana.Client.GetStringAsync("/duplicates?state=different");
        judged.Should().Contain("Judged different by ana").And.Contain("A magazine.");
        fields[3] = ("verdict", "withdrawn");
        (await ana.PostFormAsync("/duplicates?state=different", "/duplicates", fields)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await ana.Client.GetStringAsync("/duplicates")).Should().Contain("<strong>75 of 100</strong>");
    }

    [Fact]
    public async Task Is_for_analysts_and_says_what_it_does_not_know()
    {
        await using var app = new TrackerApp();
        using var stranger = new Visitor(app);
        (await stranger.GetAsync("/duplicates")).Headers.Location!.OriginalString.Should().StartWith("/account/sign-in");
        using var ana = await Visitor.SignedInAsync(app);

        (await ana.Client.GetStringAsync("/duplicates")).Should().Contain("No pair");
        (await ana.GetAsync("/duplicates?kind=deal")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await ana.PostFormAsync("/account", "/duplicates", ("pair", $"{Guid.Empty}"), ("verdict", "different"))).StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [GeneratedRegex("href=\"(?<href>/merge[^\"]+)\"")]
    private static partial Regex Merge();

    [GeneratedRegex("name=\"pair\" value=\"(?<pair>[^\"]+)\".*?name=\"version\" value=\"(?<version>[^\"]+)\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();
}
