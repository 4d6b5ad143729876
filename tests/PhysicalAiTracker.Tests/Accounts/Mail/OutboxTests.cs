using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Accounts.Mail;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Cli;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts.Mail;

public sealed class OutboxTests
{
    [Theory, EachDatabase]
    public async Task A_message_is_sent_once_and_nothing_of_it_stays(DatabaseProvider provider)
    {
        using var server = new MailServer();
        await using var app = new TrackerApp { Provider = provider, Settings = server.Settings };

        await AddAsync(app, outbox => outbox.Add("ana@example.org", "Hello\r\nBcc: all@example.org", "Text of Ana.\nSecond line."));
        var message = await server.NextAsync();
        await AddAsync(app, outbox => outbox.Add("ben@example.org", "Next", "Text of Ben."));
        (await server.NextAsync()).Should().Contain("Text of Ben.");
        await UntilAsync(app, waiting => waiting.Count == 0);

        message.Should().Contain("To: ana@example.org").And.Contain("From: Tracker <tracker@example.org>").And.Contain("Auto-Submitted: auto-generated")
            .And.Contain("Text of Ana.\nSecond line.").And.NotContain("\nBcc:");
        server.Waiting.Should().Be(0);
    }

    [Theory, EachDatabase]
    public async Task What_is_rolled_back_is_not_sent(DatabaseProvider provider)
    {
        using var server = new MailServer();
        await using var app = new TrackerApp { Provider = provider, Settings = server.Settings };
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TrackerDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            scope.ServiceProvider.GetRequiredService<Outbox>().Add("ana@example.org", "Never", "Never.").Should().BeTrue();
            await db.SaveChangesAsync();
        }

        await AddAsync(app, outbox => outbox.Add("ana@example.org", "Later", "Later."));

        (await server.NextAsync()).Should().Contain("Subject: Later");
        server.Waiting.Should().Be(0);
    }

    [Theory, EachDatabase]
    public async Task A_server_that_is_busy_is_asked_again_later_and_later(DatabaseProvider provider)
    {
        using var server = new MailServer { ToRecipient = "451 busy" };
        var clock = new TestClock(DateTimeOffset.UtcNow);
        await using var app = new TrackerApp { Provider = provider, Settings = server.Settings, Clock = clock };
        await AddAsync(app, outbox => outbox.Add("ana@example.org", "Hello", "Text."));

        await server.NextRefusedAsync();
        var first = await UntilAsync(app, waiting => waiting is [{ Tries: 1 } mail] && Wait(mail, clock) == TimeSpan.FromMinutes(1));
        clock.Advance(TimeSpan.FromMinutes(1));
        await server.NextRefusedAsync();
        await UntilAsync(app, waiting => waiting is [{ Tries: 2 } mail] && Wait(mail, clock) == TimeSpan.FromMinutes(2));
        server.ToRecipient = "250 fine";
        clock.Advance(TimeSpan.FromMinutes(2));

        (await server.NextAsync()).Should().Contain($"Message-Id: <{first[0].Id}@example.org>");
    }

    [Fact]
    public async Task What_the_server_refuses_for_good_is_given_up()
    {
        using var server = new MailServer { ToRecipient = "550 nobody of that name" };
        await using var app = new TrackerApp { Settings = server.Settings };
        await AddAsync(app, outbox => outbox.Add("nobody@example.org", "Hello", "Text."));

        await server.NextRefusedAsync();

        await UntilAsync(app, waiting => waiting.Count == 0);
    }

    [Fact]
    public async Task A_message_of_a_process_that_stops_is_given_back()
    {
        using var server = new MailServer { Hangs = true };
        await using var app = new TrackerApp { Settings = server.Settings };
        await AddAsync(app, outbox => outbox.Add("ana@example.org", "Hello", "Text."));
        await server.NextRefusedAsync();

        await app.Services.GetRequiredService<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>()
            .Single(service => service.GetType().Name == "MailSender").StopAsync(CancellationToken.None);

        await using var db = app.Database.NewContext();
        (await db.OutgoingMails.SingleAsync()).NotBefore.Should().BeOnOrBefore(DateTime.UtcNow);
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_is_kept()
    {
        await using var app = new TrackerApp();

        await AddAsync(app, outbox => outbox.Add("ana@example.org", "Hello", "Text.").Should().BeFalse());

        await using var db = app.Database.NewContext();
        (await db.OutgoingMails.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Somebody_without_an_address_gets_nothing()
    {
        using var server = new MailServer { Hangs = true };
        await using var app = new TrackerApp { Settings = server.Settings };

        await AddAsync(app, outbox => outbox.Add(null, "Hello", "Text.").Should().BeFalse());
    }

    [Fact]
    public async Task The_text_cannot_be_read_in_the_database()
    {
        using var server = new MailServer { Hangs = true };
        await using var app = new TrackerApp { Settings = server.Settings };

        await AddAsync(app, outbox => outbox.Add("ana@example.org", "Hello", "the secret link"));

        await using var db = app.Database.NewContext();
        (await db.OutgoingMails.SingleAsync()).ProtectedText.Should().NotContain("secret");
    }

    [Theory]
    [InlineData("Smtp:From", "nobody", "the sender's address")]
    [InlineData("Smtp:Host", "mail.example.org", "StartTls, Tls")]
    [InlineData("Accounts:Address", "", "links in e-mails begin with it")]
    [InlineData("Accounts:Address", "tracker.example.org", "https://")]
    public async Task Half_a_configuration_stops_the_start(string setting, string value, string reason)
    {
        using var server = new MailServer();
        using var terminal = new TestTerminal();
        var settings = new Dictionary<string, string>(server.Settings) { [setting] = value };

        var answer = await terminal.RunAsync(["users", "list", .. settings.Select(pair => $"--{pair.Key}={pair.Value}")]);

        answer.Code.Should().Be(1);
        answer.Error.Should().Contain(reason);
    }

    private static async Task AddAsync(TrackerApp app, Action<Outbox> add)
    {
        await using var scope = app.Services.CreateAsyncScope();
        add(scope.ServiceProvider.GetRequiredService<Outbox>());
        await scope.ServiceProvider.GetRequiredService<TrackerDbContext>().SaveChangesAsync();
    }

    private static TimeSpan Wait(OutgoingMail mail, TestClock clock) =>
        TimeSpan.FromSeconds(Math.Round((mail.NotBefore - clock.GetUtcNow().UtcDateTime).TotalSeconds));

    /// <summary>Looks into the outbox until it is as it should be.</summary>
    private static async Task<List<OutgoingMail>> UntilAsync(TrackerApp app, Predicate<List<OutgoingMail>> asItShould)
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            await using var db = app.Database.NewContext();
            var waiting = await db.OutgoingMails.AsNoTracking().ToListAsync();
            if (asItShould(waiting))
            {
                return waiting;
            }

            patience.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(2), "the outbox holds {0}", string.Join(", ", waiting.Select(m => m.Tries.ToString(CultureInfo.InvariantCulture))));
            await Task.Yield();
        }
    }
}
