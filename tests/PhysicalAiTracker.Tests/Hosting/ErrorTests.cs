using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Hosting;

public sealed class ErrorTests
{
    [Fact]
    public async Task A_person_who_is_lost_gets_a_search()
    {
        await using var app = new TrackerApp();
        using var visitor = new Visitor(app);

        var answer = await visitor.GetAsync("/companies/project-promethus");

        var page = await PageAsync(answer, HttpStatusCode.NotFound);
        page.Should().Contain("There is no page here").And.Contain("action=\"/search\"").And.Contain("value=\"project promethus\"");
    }

    [Fact]
    public async Task A_form_without_its_token_gets_a_page_that_says_what_to_do()
    {
        await using var app = new TrackerApp();
        using var visitor = new Visitor(app);

        (await PageAsync(await visitor.PostAsync("/account/sign-in"), HttpStatusCode.BadRequest)).Should().Contain("load the page again");
    }

    [Fact]
    public async Task Without_the_role_or_a_session_a_program_gets_a_problem()
    {
        await using var app = new TrackerApp();
        using var visitor = await Visitor.SignedInAsync(app);
        await using (var db = app.Database.NewContext())
        {
            await db.UserRoles.ExecuteDeleteAsync();
        }

        using var without = new Visitor(app);
        await without.SignInAsync("ana");

        await ProblemAsync(await PostJsonAsync(without, "{}"), HttpStatusCode.Forbidden);
        await ProblemAsync(await PostJsonAsync(new Visitor(app), "{}"), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_program_gets_problems_whatever_it_accepts()
    {
        await using var app = new TrackerApp();
        using var visitor = await Visitor.SignedInAsync(app);
        visitor.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        await ProblemAsync(await visitor.GetAsync("/api/nowhere"), HttpStatusCode.NotFound);
        await ProblemAsync(await visitor.GetAsync("/api/v1/funding-rounds/nowhere"), HttpStatusCode.NotFound);
        await ProblemAsync(await visitor.GetAsync("/api/v1/insights/capital?colour=red"), HttpStatusCode.BadRequest);
        await ProblemAsync(await visitor.GetAsync("/api/v1/funding-rounds"), HttpStatusCode.NotAcceptable);
        await ProblemAsync(await visitor.Client.DeleteAsync("/api/v1/funding-rounds"), HttpStatusCode.MethodNotAllowed);
        await ProblemAsync(await PostJsonAsync(visitor, "{"), HttpStatusCode.BadRequest);
        await ProblemAsync(await PostJsonAsync(visitor, "{}", "text/plain"), HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Too_many_requests_get_a_problem_with_a_wait()
    {
        await using var app = new TrackerApp { Settings = new Dictionary<string, string> { ["Api:RateLimit"] = "1" } };
        using var visitor = new Visitor(app);
        await visitor.GetAsync("/api/v1/funding-rounds");

        var answer = await visitor.GetAsync("/api/v1/funding-rounds");

        (await ProblemAsync(answer, HttpStatusCode.TooManyRequests))["detail"]!.ToString().Should().Contain("Wait the seconds of Retry-After");
        answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.Should().BeInRange(1, 60);
    }

    [Fact]
    public async Task What_breaks_on_our_side_is_told_without_details()
    {
        await using var app = new TrackerApp();
        using var visitor = new Visitor(app);
        await visitor.GetAsync("/");
        await using (var db = app.Database.NewContext())
        {
            await db.Database.ExecuteSqlAsync($"""ALTER TABLE "Parties" RENAME TO "Gone" """);
        }

        var page = await PageAsync(await visitor.GetAsync("/companies"), HttpStatusCode.InternalServerError);
        var answer = await visitor.GetAsync("/api/v1/companies");
        var problem = await ProblemAsync(answer, HttpStatusCode.InternalServerError);

        page.Should().Contain("Something broke on our side").And.NotContain("SQLite");
        problem.ToJsonString().Should().NotContain("SQLite");
        answer.Headers.GetValues("RateLimit-Remaining").Should().Equal(["599"], "it was counted all the same");
        (answer.Headers.GetValues("RateLimit-Limit").Single(), answer.Headers.GetValues("RateLimit-Policy").Single()).Should().Be(("600", "600;w=60"));
    }

    [Fact]
    public async Task A_body_that_is_too_large_gets_a_page_or_a_problem()
    {
        await using var app = new TrackerApp();
        using var visitor = await Visitor.SignedInAsync(app);
        var large = new string('x', 9_000_000);

        var page = await visitor.Client.PostAsync("/account/password", new StringContent($"new={large}", Encoding.UTF8, "application/x-www-form-urlencoded"));
        (await PageAsync(page, HttpStatusCode.RequestEntityTooLarge)).Should().Contain("At most 8 MB");
        var problem = await ProblemAsync(await PostJsonAsync(visitor, $"\"{large}\""), HttpStatusCode.RequestEntityTooLarge);
        problem["title"]!.GetValue<string>().Should().NotBeEmpty();
    }

    private static Task<HttpResponseMessage> PostJsonAsync(Visitor visitor, string json, string type = "application/json") =>
        visitor.Client.PostAsync("/api/v1/disclosures", new StringContent(json, Encoding.UTF8, type));

    private static async Task<string> PageAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        var page = await answer.Content.ReadAsStringAsync();
        page.Should().Contain("class=\"site-head\"").And.MatchRegex("Trace <code>[0-9a-f]{32}</code>");
        return page;
    }

    private static async Task<JsonNode> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        problem["status"]!.GetValue<int>().Should().Be((int)status);
        problem["traceId"]!.GetValue<string>().Should().MatchRegex("^[0-9a-f]{32}$");
        return problem;
    }
}
