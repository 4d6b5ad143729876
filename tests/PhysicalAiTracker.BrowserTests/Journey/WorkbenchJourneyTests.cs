using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Support;
using PhysicalAiTracker.Core.Accounts;
using static Microsoft.Playwright.Assertions;

namespace PhysicalAiTracker.BrowserTests.Journey;

/// <summary>
/// From an invitation to a published article: by mouse, by keys alone, without scripts, and by finger on a phone. One site serves all four, so
/// that each has its own names.
/// </summary>
public sealed class WorkbenchJourneyTests(Site site) : IClassFixture<Site>
{
    private const string Password = "river candle orbit mint";

    /// <summary>Controls under 24 pixels (WCAG 2.2, 2.5.8); a box is pressed by its label, and a mark of evidence stands in a line of text.</summary>
    private const string SmallTargets = """
        () => [...document.querySelectorAll('button, input:not([type="hidden"]), select, textarea, summary, a.button')]
          .filter(it => it.checkVisibility() && !it.matches('.ev, .sr, .sr *'))
          .map(it => [it.closest('label') ?? it, it])
          .filter(([target]) => { const box = target.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
          .map(([, it]) => it.outerHTML.slice(0, 120))
        """;

    private const string Reason = "Ask one thing only, and in a sentence of your own.";

    [Fact]
    public void The_article_is_long_enough()
    {
        Article("mouse").Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.Should().BeGreaterThanOrEqualTo(1500);
        Journey.Article.Facts.Should().BeGreaterThanOrEqualTo(10);
    }

    [Theory]
    [InlineData("mouse")]
    [InlineData("keys")]
    [InlineData("finger")]
    [InlineData("plain")]
    public async Task An_article_goes_from_an_invitation_to_the_profile(string form)
    {
        var article = Article(form);
        var (admin, author, reviewer) = ($"admin.{form}", $"carla.{form}", $"rita.{form}");
        await site.App.AddUserAsync(admin, Password, Roles.Admin);
        await site.App.AddUserAsync(reviewer, Password, Roles.Reviewer);

        var invitation = "";
        await VisitAsync("/admin/accounts", form, async hand =>
        {
            await hand.SignInAsync(admin, Password);
            invitation = await InviteAsync(hand);
        });
        await VisitAsync(invitation, form, async hand =>
        {
            await TakeInvitationAsync(hand, author);
            await WriteAsync(hand, article);
        });
        await VisitAsync("/disclosures/queue", form, async hand =>
        {
            await hand.SignInAsync(reviewer, Password);
            await RejectAsync(hand, article, author);
        });
        await VisitAsync("/account/notifications", form, async hand =>
        {
            await hand.SignInAsync(author, Password);
            await ReviseAsync(hand, article, reviewer);
        });
        await VisitAsync("/disclosures/queue", form, async hand =>
        {
            await hand.SignInAsync(reviewer, Password);
            await AcceptAsync(hand, article);
        });
        await VisitAsync($"/companies/{article.Slug}", form, hand => FindAsync(hand, article, author, reviewer));
    }

    private static async Task<string> InviteAsync(Hand hand)
    {
        await hand.ChooseAsync(hand.Page.GetByLabel("Role"), Roles.Contributor);
        await hand.PressAsync(hand.Button("Make invitation"));
        await LookAsync(hand, "01-invited");
        return new Uri((await hand.Page.Locator("code.secret").TextContentAsync())!).PathAndQuery;
    }

    private static async Task TakeInvitationAsync(Hand hand, string name)
    {
        await Expect(hand.Page.Locator(".lede")).ToContainTextAsync("invites you as contributor");
        await hand.WriteAsync(hand.Page.GetByLabel("User name"), name);
        await hand.WriteAsync(hand.Page.GetByLabel("Password", new() { Exact = true }), Password);
        await hand.WriteAsync(hand.Page.GetByLabel("Password again"), Password);
        await LookAsync(hand, "02-invitation");
        await hand.PressAsync(hand.Button("Make my account"));
        await Expect(hand.Page.Locator(".flash")).ToContainTextAsync("Your account is ready.");
        await LookAsync(hand, "03-account");
    }

    private static async Task WriteAsync(Hand hand, Article article)
    {
        var page = hand.Page;
        await page.GotoAsync("/disclosures/new");
        await hand.WriteAsync(hand.At("/source/snapshot/text"), article.Text);
        await hand.WriteAsync(hand.At("/source/title"), article.Title);
        await hand.ChooseAsync(hand.At("/source/kind"), "article");
        await hand.WriteAsync(hand.At("/source/publisher"), "The Servo Review");
        await hand.WriteAsync(hand.At("/source/publishedOn"), "2026-09-16");
        await hand.TickAsync(hand.At("/source/textIsPublic"));
        await LookAsync(hand, "04-source");
        await hand.PressAsync(hand.Button("Go on to the changes"));
        await LookAsync(hand, "05-empty");

        await hand.SuggestAsync();
        await Expect(page.Locator("#proposals")).ToContainTextAsync("$240 m");
        foreach (var trap in new[] { "$500", "SoftBank", "Vantis", "$310", "closed" })
        {
            await Expect(page.Locator("#proposals .entries > li > p strong, #proposals .entries > li > p:first-child").Filter(new() { HasText = trap })).ToHaveCountAsync(0);
        }

        await LookAsync(hand, "06-proposals");
        await hand.PressAsync(page.Locator("#proposals button[value^='take:']").First);
        await LookAsync(hand, "07-one-taken");
        await hand.PressAsync(hand.Button("Take all"));
        await Expect(page.Locator("#proposals")).ToContainTextAsync("There is nothing more to suggest.");
        await LookAsync(hand, "08-all-taken");
        await hand.ConfirmAllAsync();
        await Expect(page.Locator(".change-card.suggestion")).ToHaveCountAsync(0);
        await LookAsync(hand, "09-confirmed");
        var last = await page.Locator(".change-card").CountAsync();
        await hand.MakeOfWordsAsync(Journey.Article.Unsaid, "Question");
        var card = $"/changes/{last}";
        await Expect(hand.At(card)).ToContainTextAsync("Suggestion.");
        await Expect(hand.At($"{card}/assertions/0/passage/exact")).ToHaveValueAsync(Journey.Article.Unsaid);
        await LookAsync(hand, "10-of-words");
        await hand.WriteAsync(hand.At($"{card}/set/text"), "What do the cameras see, and how long is it kept, and who may look at it?");
        await hand.WriteAsync(hand.At($"{card}/set/company"), article.Name);
        await hand.ConfirmNextAsync();
        await Expect(page.Locator(".change-card.suggestion")).ToHaveCountAsync(0);

        await hand.CheckAsync();
        await LookAsync(hand, "11-check");
        await Expect(page.Locator("#check")).ToContainTextAsync("Nothing is wrong");
        await Expect(page.Locator("#check")).ToContainTextAsync("No suggestion waits to be confirmed");
        await hand.PressAsync(page.Locator("#check").GetByRole(AriaRole.Button, new() { Name = "Submit for review" }));
        await Expect(page.Locator(".flash")).ToContainTextAsync("It is submitted.");
        await LookAsync(hand, "12-submitted");
    }

    private static async Task RejectAsync(Hand hand, Article article, string author)
    {
        var page = hand.Page;
        var row = page.Locator("tbody tr", new() { HasText = article.Title });
        await Expect(row).ToContainTextAsync(author);
        await LookAsync(hand, "13-queue");
        await hand.PressAsync(row.GetByRole(AriaRole.Link).First);
        await LookAsync(hand, "14-review");
        await hand.JumpAsync(page.GetByRole(AriaRole.Link, new() { Name = "Decide" }));
        await hand.WriteAsync(page.GetByLabel("Reason, to reject it"), Reason);
        await hand.PressAsync(hand.Button("Reject"));
        await Expect(page.Locator(".flash")).ToContainTextAsync("It is rejected");
    }

    private static async Task ReviseAsync(Hand hand, Article article, string reviewer)
    {
        var page = hand.Page;
        await Expect(page.Locator("main")).ToContainTextAsync($"{reviewer} rejected “{article.Title}”.");
        await Expect(page.Locator("main")).ToContainTextAsync(Reason);
        await LookAsync(hand, "15-told");
        await page.GotoAsync("/account/disclosures");
        await Expect(page.Locator("main li", new() { HasText = article.Title })).ToContainTextAsync("rejected");
        await Expect(page.Locator("main li", new() { HasText = article.Title })).ToContainTextAsync(Reason);
        await LookAsync(hand, "16-own");
        await hand.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = $"Revise {article.Title}" }));
        await Expect(page.Locator("main")).ToContainTextAsync(Reason);
        await LookAsync(hand, "17-revise");
        var last = await page.Locator(".change-card").CountAsync() - 1;
        await hand.GoToLastAsync();
        await hand.WriteAsync(hand.At($"/changes/{last}/set/text"), Question(article));
        await hand.CheckAsync();
        await hand.PressAsync(page.Locator("#check").GetByRole(AriaRole.Button, new() { Name = "Submit for review" }));
        await Expect(page.Locator(".flash")).ToContainTextAsync("It is submitted.");
    }

    private static async Task AcceptAsync(Hand hand, Article article)
    {
        var page = hand.Page;
        await hand.PressAsync(page.Locator("tbody tr", new() { HasText = article.Title }).GetByRole(AriaRole.Link).First);
        await Expect(page.Locator("main")).ToContainTextAsync(Question(article));
        await hand.JumpAsync(page.GetByRole(AriaRole.Link, new() { Name = "Decide" }));
        await hand.PressAsync(hand.Button("Accept and publish"));
        await Expect(page.Locator(".flash")).ToContainTextAsync("It is accepted and published");
        await LookAsync(hand, "18-accepted");
        await page.GotoAsync("/disclosures");
        await Expect(page.Locator("main")).ToContainTextAsync(article.Title);
        await LookAsync(hand, "19-disclosures");
    }

    /// <summary>Somebody without an account: profile, history, feed.</summary>
    private static async Task FindAsync(Hand hand, Article article, string author, string reviewer)
    {
        var page = hand.Page;
        await LookAsync(hand, "20-profile");
        var profile = page.Locator("main");
        foreach (var fact in new[]
        {
            "$240 m", "Series C", "$1.6 bn", $"{article.Lead} Growth Partners", $"{article.With} Ventures", "Bosch", "320", "Google Cloud", "400 Hz",
            $"Maria {article.Founders.Maria}", $"Thomas {article.Founders.Thomas}", $"Julia {article.Officer}", Question(article),
        })
        {
            await Expect(profile).ToContainTextAsync(fact);
        }

        foreach (var trap in new[] { "$500", "SoftBank", "Vantis", "$310" })
        {
            await Expect(profile).Not.ToContainTextAsync(trap);
        }

        await Expect(page.Locator("#rounds tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("#rounds tbody")).Not.ToContainTextAsync("closed");

        var feed = await page.APIRequest.GetAsync($"/api/v1/companies/{article.Slug}.atom");
        (await feed.TextAsync()).Should().Contain("<entry>").And.Contain(article.Name).And.Contain("$240 m").And.NotContain("$500").And.NotContain("Vantis");

        await hand.JumpAsync(page.GetByRole(AriaRole.Link, new() { Name = "Revisions" }));
        await hand.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Full history" }));
        await Expect(page.Locator(".history")).ToContainTextAsync(author);
        await Expect(page.Locator(".history")).ToContainTextAsync(reviewer);
        await Expect(page.Locator(".history")).ToContainTextAsync(article.Title);
        await LookAsync(hand, "21-history");
    }

    private static string Question(Article article) => $"How long does {article.Name} keep what the cameras of its arms see?";

    private static Article Article(string form) => form switch
    {
        "mouse" => new("Harrow", ("Visser", "Okoye"), "Brandt", "Meridian", "Polder"),
        "keys" => new("Tindle", ("Bakker", "Adeyemi"), "Keller", "Solstice", "Dyke"),
        "finger" => new("Quarley", ("Smit", "Balogun"), "Winter", "Equator", "Harbour"),
        _ => new("Osmund", ("Kuiper", "Eze"), "Sommer", "Zenith", "Delta"),
    };

    private Task VisitAsync(string path, string form, Func<Hand, Task> visit)
    {
        var look = form switch
        {
            "mouse" => Look.Desktop,
            "keys" => Look.Desktop with { Dark = true },
            "finger" => Look.Phone with { Touch = true },
            _ => Look.NoScript with { Dark = true },
        };
        return site.VisitAsync(path, look, page => visit(form switch
        {
            "mouse" => new MouseHand(page),
            "keys" => new KeyHand(page),
            "finger" => new FingerHand(page),
            _ => new PlainHand(page),
        }));
    }

    private static async Task LookAsync(Hand hand, string state)
    {
        (await hand.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0, "the page {0} is no wider than the window", state);
        if (hand is FingerHand)
        {
            (await hand.Page.EvaluateAsync<string[]>(SmallTargets)).Should().BeEmpty("{0} is pressed with a finger", state);
        }

        await Screenshots.KeepAsync(hand.Page, $"journey-{hand.GetType().Name}-{state}", wholePage: false);
    }
}
