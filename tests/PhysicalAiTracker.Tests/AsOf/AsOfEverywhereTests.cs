using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.AsOf;

namespace PhysicalAiTracker.Tests.AsOf;

/// <summary>Every page and endpoint that is read: those of the application, each by an address that a link leads to.</summary>
public sealed partial class AsOfEverywhereTests
{
    /// <summary>The last day that is left alone before the changes below, and the last day of all.</summary>
    private const string Then = Past.Today;
    private const string Now = "2026-05-07";

    [Theory, EachDatabase]
    public async Task As_of_today_all_is_as_now_and_as_of_an_earlier_day_as_it_was_at_its_end(DatabaseProvider provider)
    {
        await using var past = await Past.MakeAsync(provider, Past.CorrectTheRoundAsync);
        using var client = past.App.CreateClient(new() { AllowAutoRedirect = false });
        past.AdvanceToTheEndOfTheDay();
        var paths = await FindPathsAsync(past, client);
        var before = new Dictionary<string, string>();
        foreach (var path in paths)
        {
            var (status, body) = await GetAsync(client, path);
            status.Should().Be(HttpStatusCode.OK, path);
            before[path] = body;
        }

        past.Advance(TimeSpan.FromHours(12));
        await ChangeMuchAsync(past);
        past.Advance(TimeSpan.FromDays(1));

        foreach (var path in paths)
        {
            var now = await GetAsync(client, path);
            await ShouldBeAsync(client, path, Now, now.Status, now.Body);
            await ShouldBeAsync(client, path, Then, HttpStatusCode.OK, before[path]);
        }
    }

    private static async Task ShouldBeAsync(HttpClient client, string path, string day, HttpStatusCode status, string body)
    {
        var then = await GetAsync(client, $"{path}?asOf={day}");
        then.Status.Should().Be(status, "{0} as of {1} answers {2}", path, day, then.Body);
        if (status == HttpStatusCode.OK)
        {
            Difference(Plain(body, day), Plain(then.Body, day)).Should().BeNull("{0} as of {1}", path, day);
            (then.Body.Contains("See now", StringComparison.Ordinal) || path.StartsWith("/api", StringComparison.Ordinal)).Should().BeTrue("{0} says which day it shows", path);
        }
    }

    /// <summary>A change of each sort: a figure, a name, a source's reliability, a ruling, a merge, a removal, a new text.</summary>
    private static async Task ChangeMuchAsync(Past past)
    {
        using var db = past.App.Database.NewContext();
        var ana = new Submitter("ana", null, Imported: false);
        await Past.RenameAsync(past);
        var open = await db.Contradictions.AsNoTracking().Where(c => c.State == ContradictionState.Open).OrderBy(c => c.Id).FirstAsync();
        await past.WithAsync<RulingCommands>(async rulings => (await rulings.RuleAsync(
            open.Id, new RulingRequest("upheld", null, 1, "I looked.", $"{open.Fingerprint[..16]}-0"), ana, CancellationToken.None)).Accepted.Should().BeTrue());
        var people = await db.Parties.Where(p => p.Type == PartyKind.Person).OrderBy(p => p.Slug).Take(2).Select(p => new { p.Id, p.Version }).ToListAsync();
        await past.WithAsync<ActCommands>(async acts => (await acts.MergeAsync(
            new MergeRequest(people[0].Id, people[0].Version, people[1].Id, people[1].Version, "one person"), ana, CancellationToken.None)).Problems.Should().BeEmpty());
        var milestone = await db.Milestones.OrderBy(m => m.Id).Select(m => new { m.Id, m.Version }).FirstAsync();
        await past.WithAsync<ActCommands>(async acts => (await acts.RemoveAsync(new RemovalRequest(milestone.Id, milestone.Version, "never happened"), ana, CancellationToken.None)).Problems.Should().BeEmpty());
        var source = await db.Sources.AsNoTracking().Where(s => s.Snapshots.Any(x => x.Passages.Count > 0)).OrderBy(s => s.Slug).FirstAsync();
        await past.WithAsync<SnapshotCommands>(async texts => (await texts.AddAsync(source.Slug, "full-text", "All of it was rewritten.", new Actor(null, "ana"), CancellationToken.None)).Should().BeOfType<SnapshotOutcome.Added>());
        await past.JudgeAsync(source.Slug, source.Title, source.Reliability == Reliability.E ? "A" : "E");
    }

    /// <summary>A path for each route that the application says can be read as of a day.</summary>
    private static async Task<IReadOnlyCollection<string>> FindPathsAsync(Past past, HttpClient client)
    {
        var read = past.App.Services.GetRequiredService<ReadRoutes>();
        await read.LoadAsync();
        var routes = past.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => read.IsRead(ExampleOf(e.RoutePattern))
                && (e.Metadata.GetMetadata<PageActionDescriptor>() is not null || e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true))
            // Wants words; SearchApiTests asks it as of a day. Names are matched with what is known now.
            .Where(e => !e.RoutePattern.RawText!.Contains("/search", StringComparison.Ordinal) || e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Where(e => !e.RoutePattern.RawText!.Contains("/reconcile", StringComparison.Ordinal))
            .OrderBy(e => e.RoutePattern.InboundPrecedence).Select(e => e.RoutePattern).DistinctBy(r => r.RawText).ToList();
        var found = routes.Where(r => r.Parameters.Count == 0).ToDictionary(r => r.RawText!, r => "/" + r.RawText!.TrimStart('/'));
        var waiting = new Queue<string>(found.Values);
        while (waiting.TryDequeue(out var path))
        {
            foreach (Match link in Links().Matches((await GetAsync(client, path)).Body))
            {
                // What a record was stands below it; a program knows without a link.
                foreach (var target in new[] { link.Groups["path"].Value, link.Groups["path"].Value + "/history" })
                {
                    if (routes.Find(r => new TemplateMatcher(new RouteTemplate(r), []).TryMatch(target, [])) is { } route
                        && target.EndsWith("/history", StringComparison.Ordinal) == route.RawText!.EndsWith("/history", StringComparison.Ordinal) && found.TryAdd(route.RawText!, target))
                    {
                        waiting.Enqueue(target);
                    }
                }
            }
        }

        routes.Select(r => r.RawText).Except(found.Keys).Should().BeEmpty("links lead to a page of each sort");
        found.Keys.Should().Contain(["", "history/{id:guid}", "insights", "insights/stale", "/api/v1/insights/capital", "/api/v1/changes"]);
        return found.Values;
    }

    private static string ExampleOf(RoutePattern route) =>
        "/" + string.Join('/', route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : Guid.Empty.ToString()))));

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Where two texts begin to differ; null where they do not.</summary>
    private static string? Difference(string now, string then)
    {
        var same = now.Zip(then).TakeWhile(pair => pair.First == pair.Second).Count();
        return now == then ? null : $"now: {From(now)} – then: {From(then)}";

        string From(string text) => text[Math.Max(0, same - 80)..Math.Min(text.Length, same + 160)];
    }

    /// <summary>Without the banner, the choice of a day, and the day in the links.</summary>
    private static string Plain(string body, string day) =>
        Blanks().Replace(Extras().Replace(WebUtility.HtmlDecode(body), ""), " ").Replace($"?asOf={day}&", "?", StringComparison.Ordinal)
            .Replace($"?asOf={day}", "", StringComparison.Ordinal).Replace($"&asOf={day}", "", StringComparison.Ordinal);

    [GeneratedRegex("\"(?<path>/[a-z][^\"?#]*)[\"?#]")]
    private static partial Regex Links();

    [GeneratedRegex("<aside class=\"as-of\".*?</aside>|<form class=\"as-of-day\".*?</form>|<input type=\"hidden\" name=\"asOf\"[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Extras();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
