using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web;
using PhysicalAiTracker.Web.Hosting.Cache;

namespace PhysicalAiTracker.Tests.Hosting;

/// <summary>Answers to readers without an account are kept until something is committed.</summary>
public sealed class AnswerCacheTests
{
    private static readonly string[] Reads =
    [
        "/", "/companies", "/companies/project-prometheus", "/funding-rounds?sort=-amount", "/insights/capital", "/api/v1/companies", "/api/v1/companies/project-prometheus",
        "/api/v1/funding-rounds?facet=stage,year&aggregate=sum", "/api/v1/companies.atom", "/companies?asOf=2026-01-01",
    ];

    [Theory, EachDatabase]
    public async Task What_is_asked_again_comes_from_memory_as_it_was(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var client = app.CreateClient();
        var cache = app.Services.GetRequiredService<AnswerCache>();
        foreach (var path in Reads)
        {
            var unknown = await SendAsync(client, path, request => request.Method = HttpMethod.Head);
            var first = await SendAsync(client, path);
            unknown.Headers.Should().BeEquivalentTo(first.Headers, path);
            first.Status.Should().Be(HttpStatusCode.OK, path);
            var served = cache.Served;

            var again = await SendAsync(client, path);

            (again.Status, again.Text).Should().Be((first.Status, first.Text), path);
            again.Headers.Should().BeEquivalentTo(first.Headers, path);
            var head = await SendAsync(client, path, request => request.Method = HttpMethod.Head);
            head.Headers.Should().BeEquivalentTo(first.Headers, path);
            head.Text.Should().BeEmpty(path);
            if (first.ETag is { } tag)
            {
                var known = await SendAsync(client, path, request => request.Headers.Add("If-None-Match", tag));
                known.Status.Should().Be(HttpStatusCode.NotModified, path);
                known.ETag.Should().Be(tag, path);
                known.Text.Should().BeEmpty(path);
            }

            // The server of PostgreSQL is shared with other tests, whose commits count too.
            if (provider == DatabaseProvider.Sqlite)
            {
                cache.Served.Should().Be(served + (first.ETag is null ? 2 : 3), path);
            }
        }

        cache.Served.Should().BePositive();
    }

    [Theory, EachDatabase]
    public async Task What_anybody_commits_shows_at_once(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var client = app.CreateClient();
        await using var ledger = new Ledger(app);
        foreach (var round in Enumerable.Range(1, 3))
        {
            var before = await client.GetStringAsync("/companies");
            (await client.GetStringAsync("/companies")).Should().Be(before);
            await client.GetStringAsync("/api/v1/companies");

            await ledger.EnterAsync("They build arms.", "2026-05-01", Ledger.Change($"{{ 'record': 'party', 'set': {{ 'kind': 'company', 'name': 'Arm Number {round}' }} }}"));

            (await client.GetStringAsync("/companies")).Should().NotBe(before).And.Contain($"Arm Number {round}");
            (await client.GetStringAsync("/api/v1/companies")).Should().Contain($"Arm Number {round}");
        }

        // Another process, of which this one is told nothing.
        await using var other = app.Database.NewContext();
        await client.GetStringAsync("/companies");
        await other.Parties.Where(p => p.Name == "Arm Number 1").ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, "Leg Number 1"));
        (await client.GetStringAsync("/companies")).Should().Contain("Leg Number 1").And.NotContain("Arm Number 1");
        // What is taken back was never there.
        await using (await other.Database.BeginTransactionAsync())
        {
            await other.Parties.Where(p => p.Name == "Leg Number 1").ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, "Nobody"));
            (await client.GetStringAsync("/companies")).Should().Contain("Leg Number 1");
        }

        (await client.GetStringAsync("/companies")).Should().Contain("Leg Number 1").And.NotContain("Nobody");
    }

    [Theory, EachDatabase]
    public async Task Who_is_signed_in_and_who_is_not_never_share_an_answer(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var client = app.CreateClient();
        using var ana = await Visitor.SignedInAsync(app);
        var cache = app.Services.GetRequiredService<AnswerCache>();
        foreach (var path in new[] { "/companies", "/companies/project-prometheus", "/contradictions" })
        {
            (await ana.Client.GetStringAsync(path)).Should().Contain("Sign out");
            var tag = (await SendAsync(client, path)).ETag!;
            (await client.GetStringAsync(path)).Should().Contain("Sign in").And.NotContain("Sign out").And.NotContain("__RequestVerificationToken");
            var served = cache.Served;

            using var known = new HttpRequestMessage(HttpMethod.Get, path);
            known.Headers.Add("If-None-Match", tag);
            var hers = await ana.Client.SendAsync(known);

            hers.StatusCode.Should().Be(HttpStatusCode.OK);
            (await hers.Content.ReadAsStringAsync()).Should().Contain("Sign out");
            hers.Headers.ETag.Should().BeNull();
            cache.Served.Should().Be(served);
        }

        // Somebody else's cookie, whatever it is, neither gets an answer from memory nor leaves one there.
        await SendAsync(client, "/people", request => request.Headers.Add("Cookie", "theme=dark"));
        var counted = cache.Served;
        await SendAsync(client, "/people", request => request.Headers.Add("Cookie", "theme=dark"));
        await SendAsync(client, "/people");
        cache.Served.Should().Be(counted);
    }

    [Fact]
    public async Task A_page_with_a_form_to_send_is_made_for_each_reader()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var one = new Visitor(app);
        using var other = new Visitor(app);

        var token = await one.TokenAsync("/account/sign-in");

        (await other.TokenAsync("/account/sign-in")).Value.Should().NotBeEmpty().And.NotBe(token.Value);
        app.Services.GetRequiredService<AnswerCache>().Served.Should().Be(0);
    }

    [Fact]
    public async Task An_answer_is_kept_for_what_was_accepted_and_for_pages_of_others()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var client = app.CreateClient();
        const string Path = "/api/v1/companies";
        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await SendAsync(client, Path, request => request.Headers.Add("Accept-Encoding", "br"))).Header("Content-Encoding").Should().Be("br");
            (await SendAsync(client, Path, request => request.Headers.Add("Accept-Encoding", "gzip"))).Header("Content-Encoding").Should().Be("gzip");
            (await SendAsync(client, Path)).Header("Content-Encoding").Should().BeNull();
            (await SendAsync(client, Path, request => request.Headers.Add("Accept", "application/atom+xml"))).Header("Content-Type").Should().StartWith("application/atom+xml");
            (await SendAsync(client, Path, request => request.Headers.Add("Accept", "text/csv"))).Header("Content-Type").Should().StartWith("text/csv");
            (await SendAsync(client, Path, request => request.Headers.Add("Accept", "image/png"))).Status.Should().Be(HttpStatusCode.NotAcceptable);
            (await SendAsync(client, Path, request => request.Headers.Add("Origin", "https://example.org"))).Header("Access-Control-Allow-Origin").Should().Be("*");
            (await SendAsync(client, Path)).Header("Access-Control-Allow-Origin").Should().BeNull();
            (await SendAsync(client, Path, request => request.Headers.Add("Authorization", "Bearer pat_wrong"))).Status.Should().Be(HttpStatusCode.Unauthorized);
            (await SendAsync(client, "/companies", request => request.Headers.Host = "other.example")).Header("Content-Security-Policy").Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task Answers_from_memory_count_as_requests()
    {
        await using var app = new TrackerApp { Settings = new Dictionary<string, string> { ["Api:RateLimit"] = "3" } };
        using var client = app.CreateClient();
        var left = new List<string?>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            left.Add((await SendAsync(client, "/api/v1/companies")).Header("RateLimit-Remaining"));
        }

        var refused = await SendAsync(client, "/api/v1/companies");

        left.Should().Equal("2", "1", "0");
        refused.Status.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Header("Retry-After").Should().NotBeNull();
        (await SendAsync(client, "/companies")).Header("RateLimit-Remaining").Should().BeNull();
        (await SendAsync(client, "/companies")).Header("RateLimit-Remaining").Should().BeNull();
    }

    [Fact]
    public async Task The_server_itself_answers_what_it_knows()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite, Seeds.Article);
        await using var app = Program.Build(
        [
            "--applicationName=PhysicalAiTracker.Web", "--urls=http://127.0.0.1:0", $"--Data:Directory={database.DataDirectory}", "--Seeds:Import=false", "--Api:RateLimit=3", "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:PhysicalAiTracker.Web.Hosting.RequestLog=Information", "--AllowedHosts=127.0.0.1", "--Logs:File=true",
        ]);
        await app.StartAsync();
        app.Services.GetRequiredService<IServer>().Should().BeOfType<KeptAnswerServer>();
        var cache = app.Services.GetRequiredService<AnswerCache>();
        // One connection, on which the application and the memory take turns.
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 }) { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var path in new[] { "/", "/companies", "/companies/project-prometheus" })
        {
            var first = await SendAsync(client, path);
            var again = await SendAsync(client, path);
            (again.Status, again.Text).Should().Be((HttpStatusCode.OK, first.Text));
            again.Headers.Should().BeEquivalentTo(first.Headers, path);
            (await SendAsync(client, path, request => request.Headers.Add("If-None-Match", first.ETag))).Status.Should().Be(HttpStatusCode.NotModified);
            (await SendAsync(client, $"{path}no-such-page")).Status.Should().Be(HttpStatusCode.NotFound);
            (await SendAsync(client, path, request => request.Headers.Host = "elsewhere.example")).Status.Should().Be(HttpStatusCode.BadRequest, "it is kept for the host that it was made for");
        }

        cache.Served.Should().Be(6);
        var left = new List<string?>();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            left.Add((await SendAsync(client, "/api/v1/companies")).Remaining);
        }

        left.Should().Equal("2", "1", "0", "0");
        (await SendAsync(client, "/api/v1/companies")).Status.Should().Be(HttpStatusCode.TooManyRequests);

        await using var other = database.NewContext();
        await other.Parties.Where(p => p.Slug == "project-prometheus").ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, "Project Leg"));
        (await SendAsync(client, "/companies")).Text.Should().Contain("Project Leg");
        (await SendAsync(client, "/companies", request => request.Headers.Add("traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01"))).Status.Should().Be(HttpStatusCode.OK);
        cache.Served.Should().Be(9);
        await app.StopAsync();
        await app.DisposeAsync();
        var lines = Directory.GetFiles(Path.Combine(database.DataDirectory, "logs")).SelectMany(File.ReadAllLines).Where(line => line.Contains("GET /companies 200", StringComparison.Ordinal)).ToList();
        lines.Should().HaveCount(4).And.OnlyContain(line => Regex.IsMatch(line, "trace=[0-9a-f]{32}"), "what comes from memory has a line and a trace as well");
        lines[^1].Should().Contain("trace=0123456789abcdef0123456789abcdef");
    }

    [Fact]
    public async Task With_no_memory_nothing_is_kept_and_pages_have_no_tag()
    {
        await using var app = new TrackerApp { Seeded = true, Settings = new Dictionary<string, string> { ["Cache:Megabytes"] = "0" } };
        using var client = app.CreateClient();

        (await SendAsync(client, "/companies")).ETag.Should().BeNull();
        await SendAsync(client, "/companies");

        app.Services.GetRequiredService<AnswerCache>().Served.Should().Be(0);
    }

    [Fact]
    public void What_is_full_lets_go_of_what_nobody_asked_for()
    {
        var shelf = new Shelf<AnswerKey, KeptAnswer>(100_000, (key, answer) => answer.SizeWith(key));
        foreach (var number in Enumerable.Range(0, 100))
        {
            shelf.Add(Key(number), new KeptAnswer(IsCounted: false, "\"tag\"", new AnswerBody(new(new byte[9_000])), []));
            shelf.Find(Key(0)).Should().NotBeNull("it was asked for all the time");
            shelf.Size.Should().BeLessThanOrEqualTo(100_000);
        }

        shelf.Find(Key(50)).Should().BeNull();
        shelf.Find(Key(99)).Should().NotBeNull();
        shelf.Add(Key(1000), new KeptAnswer(IsCounted: false, "\"tag\"", new AnswerBody(new(new byte[200_000])), []));
        shelf.Find(Key(1000)).Should().BeNull("it is larger than all there is");

        static AnswerKey Key(int number) => new("http", "localhost", "", number.ToString(CultureInfo.InvariantCulture), "", "", "", CrossOrigin: false);
    }

    private static async Task<Answer> SendAsync(HttpClient client, string path, Action<HttpRequestMessage>? set = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        set?.Invoke(request);
        using var answer = await client.SendAsync(request);
        var own = new[] { "Date", "RateLimit-Remaining", "RateLimit-Reset" };
        return new Answer(
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers.Concat(answer.Content.Headers).Where(header => !own.Contains(header.Key)).ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
            answer.Headers.TryGetValues("RateLimit-Remaining", out var left) ? left.Single() : null);
    }

    private sealed record Answer(HttpStatusCode Status, string Text, Dictionary<string, string> Headers, string? Remaining)
    {
        public string? ETag => Header("ETag");

        public string? Header(string name) => name == "RateLimit-Remaining" ? Remaining : Headers.GetValueOrDefault(name);
    }
}
