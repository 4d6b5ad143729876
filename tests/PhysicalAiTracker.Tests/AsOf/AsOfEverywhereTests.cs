using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.AsOf;

/// <summary>Every page and endpoint that is read, found by following links from the pages that have fixed addresses.</summary>
public sealed partial class AsOfEverywhereTests
{
    /// <summary>Routes that are not read as of a day, or that nothing in the seeds leads to.</summary>
    private static readonly string[] Others =
    [
        "account", "error/", "disclosures/new", "/edit", "/discard", "}/source",
        // Told from the revisions themselves, which an earlier day's file has; AsOfActsTests looks at what they make.
        "history/{id:guid}",
        // Wants words; SearchApiTests asks it as of a day.
        "v1/search",
        // Of analysts.
        "merge", "/revert", "/remove", "/snapshots/new", "/passages", "/likeness",
    ];

    [Theory, EachDatabase]
    public async Task As_of_today_or_the_day_of_the_last_change_everything_is_as_it_is_now(DatabaseProvider provider)
    {
        await using var past = await Past.MakeAsync(provider, Past.CorrectTheRoundAsync);
        using var client = past.App.CreateClient(new() { AllowAutoRedirect = false });

        foreach (var path in await FindPathsAsync(past, client))
        {
            var now = await GetAsync(client, path);
            now.Status.Should().Be(HttpStatusCode.OK, path);
            foreach (var day in new[] { Past.Today, Past.Yesterday })
            {
                var then = await GetAsync(client, $"{path}?asOf={day}");
                then.Status.Should().Be(HttpStatusCode.OK, "{0} as of {1} answers {2}", path, day, then.Body);
                if (IsComparable(path, day, provider))
                {
                    Difference(Plain(now.Body, day), Plain(then.Body, day)).Should().BeNull("{0} as of {1}", path, day);
                }

                (then.Body.Contains("See now", StringComparison.Ordinal) || path.StartsWith("/api", StringComparison.Ordinal)).Should().BeTrue("{0} says which day it shows", path);
            }
        }
    }

    /// <summary>An earlier day is an SQLite file, which sorts names otherwise than PostgreSQL; and insights tell of ages, which were another then.</summary>
    private static bool IsComparable(string path, string day, DatabaseProvider provider) =>
        day == Past.Today || (provider == DatabaseProvider.Sqlite && path != "/" && !path.Contains("insights", StringComparison.Ordinal));

    /// <summary>A path for each route.</summary>
    private static async Task<IReadOnlyCollection<string>> FindPathsAsync(Past past, HttpClient client)
    {
        var routes = past.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText is { } text && !Others.Any(text.Contains)
                && (e.Metadata.GetMetadata<PageActionDescriptor>() is not null
                    || (text.Contains("api/v1", StringComparison.Ordinal) && e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("GET"))))
            .OrderBy(e => e.RoutePattern.InboundPrecedence).Select(e => e.RoutePattern).ToList();
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
        return found.Values;
    }

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

    /// <summary>Without the banner, the choice of a day, and the day in the links; yesterday everything was a day younger.</summary>
    private static string Plain(string body, string day)
    {
        var plain = Blanks().Replace(Extras().Replace(WebUtility.HtmlDecode(body), ""), " ").Replace($"?asOf={day}&", "?", StringComparison.Ordinal)
            .Replace($"?asOf={day}", "", StringComparison.Ordinal).Replace($"&asOf={day}", "", StringComparison.Ordinal);
        // Reports tell their day.
        return day == Past.Today ? plain : Ages().Replace(plain, "some days").Replace(Past.Yesterday, Past.Today, StringComparison.Ordinal).Replace("4 May 2026", "5 May 2026", StringComparison.Ordinal);
    }

    [GeneratedRegex("\"(?<path>/[a-z][^\"?#]*)[\"?#]")]
    private static partial Regex Links();

    [GeneratedRegex("<aside class=\"as-of\".*?</aside>|<form class=\"as-of-day\".*?</form>|<input type=\"hidden\" name=\"asOf\"[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Extras();

    [GeneratedRegex(@"\b\d+ days?\b")]
    private static partial Regex Ages();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
