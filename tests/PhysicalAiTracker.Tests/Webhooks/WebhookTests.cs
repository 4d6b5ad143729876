using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Webhooks;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Hosting.Webhooks;

namespace PhysicalAiTracker.Tests.Webhooks;

/// <summary>From an admin's form to somebody's server and back, on a clock that the test moves.</summary>
public sealed partial class WebhookTests
{
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));

    [Theory, EachDatabase]
    public async Task What_is_published_is_told_signed_and_again_until_it_arrives(DatabaseProvider provider)
    {
        using var server = new WebhookServer();
        await using var app = App(provider);
        using var admin = await Visitor.SignedInAsync(app, Roles.Admin);
        var secret = await AddAsync(admin, server.Url);
        await using var ledger = new Ledger(app);
        var company = await ledger.CompanyAsync("Gripwell Robotics");

        server.Status = 503;
        await SendDueAsync(app);
        await SendDueAsync(app);

        var first = server.Requests.Should().ContainSingle("the next try waits").Subject;
        var body = JsonNode.Parse(first.Body)!;
        ((string)body["event"]!, (string)body["disclosure"]!["title"]!, (string)body["records"]![0]!["id"]!).Should().Be(("disclosure.accepted", "Gripwell Robotics is a company.", company.ToString()));
        (first.Headers["Content-Type"], first.Headers["Tracker-Event"], first.Headers["Tracker-Delivery"]).Should().Be(("application/json; charset=utf-8", "disclosure.accepted", (string)body["id"]!));
        var seconds = _clock.GetUtcNow().ToUnixTimeSeconds();
        first.Headers["Tracker-Signature"].Should().Be($"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{first.Body}")))}");
        (await PageAsync(app, admin)).Should().Contain("to be tried again").And.Contain(">26 Nov 2026, 09:01 UTC<").And.Contain("The other side answers 503.").And.NotContain(secret);
        (await admin.Client.GetStringAsync("/admin/webhooks")).Should().Contain("on, not arriving");

        server.Status = 204;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await SendDueAsync(app);
        await SendDueAsync(app);

        server.Requests.Should().HaveCount(2);
        server.Requests.Last().Body.Should().Be(first.Body, "the same delivery, with a signature of its own time");
        server.Requests.Last().Headers["Tracker-Signature"].Should().StartWith($"t={seconds + 60},");
        (await PageAsync(app, admin)).Should().Contain("delivered").And.NotContain("to be tried again");
        (await admin.Client.GetStringAsync("/admin/webhooks")).Should().NotContain("not arriving");
    }

    [Theory, EachDatabase]
    public async Task What_never_arrives_turns_the_webhook_off_and_admins_are_told(DatabaseProvider provider)
    {
        using var server = new WebhookServer { Status = 302 };
        await using var app = App(provider);
        using var admin = await Visitor.SignedInAsync(app, Roles.Admin);
        await AddAsync(admin, server.Url);
        await using var ledger = new Ledger(app);
        await ledger.CompanyAsync("Gripwell Robotics");
        await ledger.CompanyAsync("Handvoll Robotik");

        for (var attempt = 0; attempt < WebhookDispatch.MostTries; attempt++)
        {
            await SendDueAsync(app);
            _clock.Advance(TimeSpan.FromHours(6));
        }

        await SendDueAsync(app);
        server.Requests.Should().HaveCountGreaterThanOrEqualTo(WebhookDispatch.MostTries).And.OnlyContain(request => request.Path == "/hook", "no redirect is followed");
        var told = server.Requests.Count;
        await ledger.CompanyAsync("A third company");
        await SendDueAsync(app);
        server.Requests.Should().HaveCount(told, "it is off");
        // Sessions end sooner than that.
        (await admin.SignInAsync("ana")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await PageAsync(app, admin)).Should().Contain("Given up after 16 tries: The other side answers with a redirect (302), which is not followed.").And.Contain("Not sent: the webhook is off.");
        (await admin.Client.GetStringAsync("/account/notifications")).Should().MatchRegex("href=\"/admin/webhooks\"[^>]*>The webhook “warehouse” was turned off");
        await using var db = app.Database.NewContext();
        (await db.ActivityEntries.SingleAsync(entry => entry.Kind == ActivityKind.WebhookDisabled)).ActorName.Should().Be("tracker");

        var refused = await PostAsync(app, admin, "ping");
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).Should().Contain("Nothing was changed").And.Contain("That is not possible as the webhook stands").And.NotContain("Done.");

        (await PostAsync(app, admin, "enable")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        server.Status = 200;
        (await PostAsync(app, admin, "ping")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await SendDueAsync(app);
        server.Requests.Last().Headers["Tracker-Event"].Should().Be("ping");

        (await PostAsync(app, admin, "delete")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await db.Webhooks.AnyAsync() || await db.WebhookDeliveries.AnyAsync()).Should().BeFalse();
    }

    [Theory, EachDatabase]
    public async Task A_webhook_that_does_not_answer_holds_up_no_other(DatabaseProvider provider)
    {
        using var other = new WebhookServer();
        using var slow = new WebhookServer { Until = () => !other.Requests.IsEmpty };
        await using var app = App(provider);
        using var admin = await Visitor.SignedInAsync(app, Roles.Admin);
        await AddAsync(admin, slow.Url);
        await AddAsync(admin, other.Url);
        await using var ledger = new Ledger(app);
        await ledger.CompanyAsync("Gripwell Robotics");

        await SendDueAsync(app);

        await using var db = app.Database.NewContext();
        (await db.WebhookDeliveries.Select(d => d.Outcome).ToListAsync()).Should().Equal(["Delivered.", "Delivered."], "the first answers as soon as the second was told");
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", "What the other side answers is no HTTP.")]
    [InlineData("", "The other side ends the connection without an answer.")]
    public async Task Of_what_answers_at_an_address_nothing_is_told_but_its_status(string answer, string told)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = Task.Run(async () =>
        {
            using var connection = await listener.AcceptTcpClientAsync();
            var stream = connection.GetStream();
            (await stream.ReadAsync(new byte[16 * 1024])).Should().BePositive();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        });
        using var client = new WebhookClient(new WebhookOptions { Hosts = "localhost", AllowPrivate = true });

        var result = await client.SendAsync(new DueDelivery(Guid.NewGuid(), Guid.NewGuid(), $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/", "ping", "{}", "whs_x", 1), _clock.GetUtcNow(), CancellationToken.None);

        await answering;
        result.Should().Be(new DeliveryResult(Arrived: false, IsFinal: false, Status: null, told));
    }

    [Theory, EachDatabase]
    public async Task What_is_refused_is_told_to_nobody(DatabaseProvider provider)
    {
        await using var app = App(provider);
        using var admin = await Visitor.SignedInAsync(app, Roles.Admin);
        await AddAsync(admin, "http://localhost:9/hook");
        await using var ledger = new Ledger(app);

        (await ledger.PublishAsync("Nothing known is said.", "2026-01-02", null, Ledger.Change("{ 'record': 'party', 'set': { 'kind': 'unicorn', 'name': 'X' } }"))).Accepted.Should().BeFalse();

        await using var db = app.Database.NewContext();
        (await db.WebhookDeliveries.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Only_allowed_hosts_and_only_the_public_internet_unless_allowed()
    {
        using var server = new WebhookServer();
        await using var app = new TrackerApp { Clock = _clock, WithoutHosted = typeof(WebhookSender), Settings = new Dictionary<string, string> { ["Webhooks:Hosts"] = "localhost, *.example.org, 10.0.0.1" } };
        using var admin = await Visitor.SignedInAsync(app, Roles.Admin);

        foreach (var (url, problem) in new[]
        {
            ("http://hooks.example.org/", "begins with https://"),
            ("https://example.org/", "not one that the configuration allows"),
            ("https://hooks.example.org.evil.test/", "not one that the configuration allows"),
            ("https://user:secret@hooks.example.org/", "no user name, password"),
            ("https://10.0.0.1/", "of a private network"),
            ("javascript:alert(1)", "begins with https://"),
        })
        {
            var page = await (await admin.PostFormAsync("/admin/webhooks", ("name", "warehouse"), ("url", url))).Content.ReadAsStringAsync();
            WebUtility.HtmlDecode(page).Should().Contain(problem, url).And.NotContain("whs_");
        }

        // The name is allowed, and leads to this machine: found out when it is looked up, each time.
        await AddAsync(admin, $"https://localhost:{server.Port}/hook");
        await using var ledger = new Ledger(app);
        await ledger.CompanyAsync("Gripwell Robotics");
        await SendDueAsync(app);
        server.Requests.Should().BeEmpty();
        (await PageAsync(app, admin)).Should().Contain("leads to this machine or a private network");
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("224.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("::ffff:8.8.8.8", false)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("64:ff9b::7f00:1", true)]
    [InlineData("2002:7f00:1::", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("172.32.0.1", false)]
    [InlineData("2606:4700::1111", false)]
    public void Addresses_that_are_not_of_the_public_internet(string address, bool isPrivate) => WebhookTarget.IsPrivate(IPAddress.Parse(address)).Should().Be(isPrivate);

    private static async Task<string> AddAsync(Visitor admin, string url)
    {
        var page = await (await admin.PostFormAsync("/admin/webhooks", ("name", "warehouse"), ("url", url))).Content.ReadAsStringAsync();
        return Secret().Match(page).Value.Should().NotBeEmpty("the secret is shown this once").And.Subject;
    }

    private static async Task<Guid> IdAsync(TrackerApp app)
    {
        await using var db = app.Database.NewContext();
        return (await db.Webhooks.SingleAsync()).Id;
    }

    private static async Task<string> PageAsync(TrackerApp app, Visitor admin) => WebUtility.HtmlDecode(await admin.Client.GetStringAsync($"/admin/webhooks/{await IdAsync(app)}"));

    private static async Task<HttpResponseMessage> PostAsync(TrackerApp app, Visitor admin, string act) => await admin.PostFormAsync($"/admin/webhooks/{await IdAsync(app)}", ("do", act));

    /// <summary>As the sender does every other second.</summary>
    private static async Task SendDueAsync(TrackerApp app)
    {
        using var sender = new WebhookSender(
            app.Services.GetRequiredService<IServiceScopeFactory>(), app.Services.GetRequiredService<WebhookClient>(), app.Services.GetRequiredService<TimeProvider>(), NullLogger<WebhookSender>.Instance);
        await sender.SendDueAsync(CancellationToken.None);
    }

    private TrackerApp App(DatabaseProvider provider) => new()
    {
        Provider = provider,
        Clock = _clock,
        WithoutHosted = typeof(WebhookSender),
        Settings = new Dictionary<string, string> { ["Webhooks:Hosts"] = "localhost", ["Webhooks:AllowPrivate"] = "true" },
    };

    [GeneratedRegex("whs_[a-z0-9]+")]
    private static partial Regex Secret();
}
