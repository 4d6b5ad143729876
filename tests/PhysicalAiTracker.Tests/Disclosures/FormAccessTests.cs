using System.Net;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Disclosures;

/// <summary>Who may open a draft.</summary>
public sealed class FormAccessTests
{
    [Theory]
    [InlineData("/disclosures/new")]
    [InlineData("/disclosures/01a20975-fb37-76a8-883b-d4542e3147eb/edit")]
    [InlineData("/disclosures/01a20975-fb37-76a8-883b-d4542e3147eb/source")]
    [InlineData("/disclosures/01a20975-fb37-76a8-883b-d4542e3147eb/discard")]
    public async Task Drafts_ask_for_a_session(string path)
    {
        await using var app = new TrackerApp();
        using var reader = new Visitor(app);

        var answer = await reader.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.Should().Contain("/account/sign-in");
    }

    [Fact]
    public async Task A_draft_is_nobody_elses()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        using var bob = await Visitor.SignedInAsync(app, name: "bob");
        using var admin = await Visitor.SignedInAsync(app, "admin", "eve");
        var draft = await Drafting.StartAsync(ana);
        var form = await Drafting.StartAsync(bob);

        foreach (var page in new[] { draft.Path, draft.Path.Replace("/edit", "/source", StringComparison.Ordinal), draft.Path.Replace("/edit", "/discard", StringComparison.Ordinal), draft.Path.Replace("/edit", "", StringComparison.Ordinal) })
        {
            (await bob.GetAsync(page)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        (await bob.PostFormAsync(form.Path, draft.Path, ("/title", "Bob's"), ("draft", "1"), ("do", "save"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await admin.GetAsync(draft.Path)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await FormPage.OpenAsync(bob, "/disclosures")).Html.Should().NotContain(draft.Path);
        (await FormPage.OpenAsync(ana, "/disclosures")).Html.Should().Contain(draft.Path);
    }

    [Fact]
    public async Task A_post_without_the_forms_token_is_refused()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        var draft = await Drafting.StartAsync(ana);

        (await ana.PostAsync(draft.Path, ("/title", "x"), ("draft", "1"), ("do", "save"))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }
}
