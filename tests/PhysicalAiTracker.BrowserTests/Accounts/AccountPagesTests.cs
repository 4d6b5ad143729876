using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Disclosures;
using PhysicalAiTracker.BrowserTests.Support;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PhysicalAiTracker.BrowserTests.Accounts;

/// <summary>Every page of accounts, in its states, for everybody: wide and narrow, light and dark.</summary>
public sealed class AccountPagesTests(Site site) : IClassFixture<Site>
{
    [Theory, MemberData(nameof(Look.Crossed), MemberType = typeof(Look))]
    public async Task Each_page_is_accessible_and_fits(Look look)
    {
        var name = $"admin-{look}".Replace('-', '.');
        await site.App.AddUserAsync(name, EditorPage.Password, Roles.Admin);
        await site.VisitAsync("/account/sign-in?returnUrl=/account", look, async page =>
        {
            await page.GetByLabel("User name").FillAsync(name);
            await page.GetByLabel("Password").FillAsync(EditorPage.Password);
            await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
            await ShouldBeGoodAsync("account");

            await page.GotoAsync("/account/second-factor");
            await Expect(page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
            await ShouldBeGoodAsync("second-factor");
            await page.GetByLabel("Code", new() { Exact = true }).FillAsync("000000");
            await page.GetByRole(AriaRole.Button, new() { Name = "Switch it on" }).ClickAsync();
            await Expect(page.Locator(".errors")).ToBeVisibleAsync();
            await ShouldBeGoodAsync("second-factor-wrong");

            await page.GotoAsync("/account/keys");
            await page.GetByLabel("Name").FillAsync("nightly import");
            await page.GetByLabel("Your password").FillAsync(EditorPage.Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Make key" }).ClickAsync();
            await Expect(page.Locator("code.secret")).ToBeVisibleAsync();
            await ShouldBeGoodAsync("key-made");

            await page.GotoAsync("/account/sessions");
            await ShouldBeGoodAsync("sessions");

            await page.GotoAsync("/admin/accounts");
            await page.GetByRole(AriaRole.Button, new() { Name = "Make invitation" }).ClickAsync();
            var link = await page.Locator("code.secret").TextContentAsync();
            await ShouldBeGoodAsync("invited");
            await page.GotoAsync($"/admin/accounts/{name}");
            await ShouldBeGoodAsync("one-account");
            await page.GotoAsync(new Uri(link!).PathAndQuery);
            await ShouldBeGoodAsync("invitation");

            await page.GotoAsync("/admin/webhooks");
            await page.GetByLabel("Name").FillAsync($"warehouse {look}");
            await page.GetByLabel("Address").FillAsync("https://elsewhere.example.net/told");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add webhook" }).ClickAsync();
            await Expect(page.Locator("#url-error")).ToBeVisibleAsync();
            await ShouldBeGoodAsync("webhook-wrong");
            await page.GetByLabel("Address").FillAsync("https://hooks.example.org/told");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add webhook" }).ClickAsync();
            await Expect(page.Locator("code.secret")).ToBeVisibleAsync();
            await ShouldBeGoodAsync("webhook-made");
            await page.GetByRole(AriaRole.Link, new() { Name = $"warehouse {look}" }).ClickAsync();
            await ShouldBeGoodAsync("webhook");
            var delete = page.GetByRole(AriaRole.Button, new() { Name = "Delete for good" });
            await Expect(delete).ToBeHiddenAsync();
            await page.GetByText("Delete this webhook").ClickAsync();
            await ShouldBeGoodAsync("webhook-delete");
            await delete.ClickAsync();
            await Expect(page.GetByText("The webhook was deleted.")).ToBeVisibleAsync();

            async Task ShouldBeGoodAsync(string state)
            {
                await page.ShouldBeAccessibleAsync();
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0, "the page {0} is no wider than the window", state);
                await Screenshots.KeepAsync(page, $"accounts-{state}-{look}");
            }
        });
    }
}
