using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Accounts.Mail;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Reviewing;

/// <summary>The e-mail that a decision sends to its author, and what happens where none can be sent.</summary>
public sealed class DecisionMailTests
{
    private const string Address = "cara@example.org";

    [Theory, EachDatabase]
    public async Task The_author_gets_the_decision_the_reason_and_the_way_to_it(DatabaseProvider provider)
    {
        using var server = new MailServer();
        await using var desk = await Desk.OpenAsync(provider, [.. server.Settings.Select(setting => (setting.Key, setting.Value))]);
        using var author = await AuthorAsync(desk, Address);
        var sent = await Desk.SendAsync(author, Desk.Round(), "submitted");
        var url = (string)sent.Body["url"]!;

        var rejected = await Desk.StepAsync(desk.Reviewer, url, "reject", $"{sent.Body["version"]}", new JsonObject { ["reason"] = "Who says so, and “when”?" });
        rejected.Status.Should().Be(HttpStatusCode.OK, rejected.Text);
        var told = Read(await server.NextAsync());
        told.To.ToString().Should().Be(Address);
        told.Subject.Should().StartWith("Rejected: ").And.Contain((string)Desk.Round()["title"]!);
        told.TextBody.Should().Contain("rita rejected").And.Contain("Who says so, and “when”?").And.Contain("https://tracker.example.org/account/notifications");

        var revised = await Desk.SendAsync(author, Desk.Round(), "submitted");
        (await Desk.StepAsync(desk.Reviewer, (string)revised.Body["url"]!, "accept", $"{revised.Body["version"]}")).Status.Should().Be(HttpStatusCode.OK);
        told = Read(await server.NextAsync());
        told.Subject.Should().StartWith("Accepted: ");
        told.TextBody.Should().Contain("rita accepted");
        server.Waiting.Should().Be(0, "a decision is told once");
    }

    [Theory, EachDatabase]
    public async Task Without_a_mail_server_the_page_tells_and_nothing_waits_to_be_sent(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        using var author = await AuthorAsync(desk, Address);
        var sent = await Desk.SendAsync(author, Desk.Round(), "submitted");

        (await Desk.StepAsync(desk.Reviewer, (string)sent.Body["url"]!, "accept", $"{sent.Body["version"]}")).Status.Should().Be(HttpStatusCode.OK);

        (await author.Client.GetStringAsync("/account/notifications")).Should().Contain("rita accepted");
        await using var db = desk.App.Database.NewContext();
        (await db.OutgoingMails.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task An_author_without_an_address_is_told_on_the_page_alone()
    {
        using var server = new MailServer { Hangs = true };
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite, [.. server.Settings.Select(setting => (setting.Key, setting.Value))]);
        var (url, version) = await desk.SubmitAsync(Desk.Round());

        (await Desk.StepAsync(desk.Reviewer, url, "accept", $"{version}")).Status.Should().Be(HttpStatusCode.OK);

        await using var db = desk.App.Database.NewContext();
        (await db.Notifications.CountAsync()).Should().Be(1);
        (await db.OutgoingMails.CountAsync()).Should().Be(0);
    }

    private static async Task<Visitor> AuthorAsync(Desk desk, string email)
    {
        await using (var scope = desk.App.Services.CreateAsyncScope())
        {
            (await scope.ServiceProvider.GetRequiredService<AccountCommands>().AddAsync("cara", Roles.Contributor, email, Visitor.Password, CancellationToken.None)).Problems.Should().BeEmpty();
        }

        var visitor = new Visitor(desk.App);
        await visitor.SignInAsync("cara");
        return visitor;
    }

    private static MimeMessage Read(string message) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(message)));
}
