using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.BrowserTests.Support;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Review;
using static Microsoft.Playwright.Assertions;

namespace PhysicalAiTracker.BrowserTests.Disclosures;

/// <summary>The pages of a review, for its author, its reviewer and an admin: wide and narrow, light and dark.</summary>
public sealed class ReviewAccessibilityTests(Site site) : IClassFixture<Site>
{
    [Theory, MemberData(nameof(Look.Crossed), MemberType = typeof(Look))]
    public async Task Each_page_of_a_review_is_accessible(Look look)
    {
        var (author, admin) = ($"author.{look}".Replace('-', '.'), $"admin.{look}".Replace('-', '.'));
        await site.App.AddUserAsync(author, EditorPage.Password, Roles.Contributor);
        await site.App.AddUserAsync(admin, EditorPage.Password, Roles.Admin);
        var reason = "Name the wire that it rewrites.\n\nAnd say what the amount is: the round, or all rounds together?";
        await SubmitAsync(author, Round());
        await SubmitAsync(author, Round());

        await site.VisitAsync("/disclosures/queue", look, async page =>
        {
            await new EditorPage(page).SignInAsync(admin, EditorPage.Password);
            await ShouldBeGoodAsync("queue");
            await page.Locator("tbody a[href$='/review']").First.ClickAsync();
            await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Accept and publish" })).ToBeVisibleAsync();
            await ShouldBeGoodAsync("review");
            await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
            await Expect(page.Locator(".errors")).ToBeVisibleAsync();
            await ShouldBeGoodAsync("review-without-reason");
            await page.GetByLabel("Reason, to reject it").FillAsync(reason);
            await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
            await Expect(page.Locator(".flash")).ToBeVisibleAsync();
            await page.Locator("tbody a[href$='/review']").First.ClickAsync();
            await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Accept and publish" }).ClickAsync();
            await Expect(page.Locator(".flash")).ToBeVisibleAsync();
            await page.GotoAsync("/admin/activity");
            await ShouldBeGoodAsync("activity");

            async Task ShouldBeGoodAsync(string state) => await GoodAsync(page, state, look);
        });
        await site.VisitAsync("/account/disclosures", look, async page =>
        {
            await new EditorPage(page).SignInAsync(author, EditorPage.Password);
            await GoodAsync(page, "own-disclosures", look);
            await page.GotoAsync("/account/notifications");
            await GoodAsync(page, "notifications", look);
        });
    }

    private static JsonObject Round() => JsonNode.Parse("""
        { "title": "Prometheus, June 2026",
          "source": { "title": "Prometheus raises again", "kind": "article", "snapshot": { "kind": "full-text", "text": "On 9 June 2026 Project Prometheus announced a round of $12 billion." } },
          "changes": [ { "record": "funding-round", "set": { "company": "project-prometheus", "amount": "$12 bn", "status": "announced" },
                         "assertions": [ { "passage": { "exact": "announced a round of $12 billion" } } ] } ] }
        """)!.AsObject();

    private static async Task GoodAsync(Microsoft.Playwright.IPage page, string state, Look look)
    {
        await Screenshots.KeepAsync(page, $"review-{state}-{look}");
        await page.ShouldBeAccessibleAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0, "the page {0} is no wider than the window", state);
    }

    private async Task SubmitAsync(string author, JsonObject document)
    {
        await using var scope = site.App.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<TrackerDbContext>().Users.Where(user => user.UserName == author).Select(user => user.Id).SingleAsync();
        var who = new Drafter(id, author, SeesAll: false);
        document["title"] = $"Prometheus raises, as {author} read it";
        document["source"]!["title"] = $"Prometheus raises again {Guid.NewGuid()}";
        var draft = await scope.ServiceProvider.GetRequiredService<DraftCommands>().CreateWholeAsync(document, who, CancellationToken.None);
        (await scope.ServiceProvider.GetRequiredService<ReviewCommands>().SubmitAsync(draft.Id, draft.Version, who, CancellationToken.None)).Should().BeOfType<ReviewOutcome.Done>();
    }
}
