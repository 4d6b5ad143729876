using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Reviewing;

/// <summary>The application with a contributor and a reviewer, who speak REST to it.</summary>
public sealed class Desk : IAsyncDisposable
{
    private Desk(TrackerApp app) => App = app;

    public TrackerApp App { get; }

    public Visitor Contributor { get; private set; } = null!;

    public Visitor Reviewer { get; private set; } = null!;

    public static async Task<Desk> OpenAsync(DatabaseProvider provider, params (string Name, string Value)[] settings)
    {
        var all = settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        all["SignIn:RateLimit"] = "1000000";
        var desk = new Desk(new TrackerApp { Provider = provider, Seeded = true, Settings = all });
        desk.Contributor = await Visitor.SignedInAsync(desk.App, Roles.Contributor, "carl");
        desk.Reviewer = await Visitor.SignedInAsync(desk.App, Roles.Reviewer, "rita");
        return desk;
    }

    /// <summary>A round of Project Prometheus that the article of the tests announces.</summary>
    public static JsonObject Round() => Analyst.Document(Analyst.Round("project-prometheus"));

    /// <summary>An edit of a party from one of its versions.</summary>
    public static JsonObject Edit(Guid party, int version, string summary) => Analyst.Document(Analyst.Json($$"""
        { 'record': 'party', 'id': '{{party}}', 'version': {{version}}, 'reason': 'we-corrected', 'note': 'better words', 'set': { 'summary': '{{summary}}' },
          'assertions': [{ 'fields': [], 'passage': { 'exact': 'Jeff Bezos put in two billion' } }] }
        """));

    public static async Task<RestAnswer> SendAsync(Visitor visitor, JsonObject document, string state) =>
        await RestAnswer.OfAsync(await visitor.Client.PostAsync($"/api/v1/disclosures?state={state}", JsonContent.Create(document)));

    /// <summary>Submits a document as the contributor; its address and version.</summary>
    public async Task<(string Url, int Version)> SubmitAsync(JsonObject document)
    {
        var answer = await SendAsync(Contributor, document, "submitted");
        answer.Status.Should().Be(HttpStatusCode.Created, answer.Text);
        return ((string)answer.Body["url"]!, (int)answer.Body["version"]!);
    }

    /// <param name="ifMatch">Without quotation marks; null sends none.</param>
    public static async Task<RestAnswer> StepAsync(Visitor visitor, string url, string step, string? ifMatch, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{url}/{step}") { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch == "*" ? "*" : $"\"{ifMatch}\"");
        }

        return await RestAnswer.OfAsync(await visitor.Client.SendAsync(request));
    }

    public static async Task<RestAnswer> MergeAsync(Visitor visitor, JsonObject body) =>
        await RestAnswer.OfAsync(await visitor.Client.PostAsync("/api/v1/merges", JsonContent.Create(body)));

    public static async Task<RestAnswer> GetAsync(Visitor visitor, string path) => await RestAnswer.OfAsync(await visitor.GetAsync(path));

    public async Task<(Guid Id, int Version)> PartyAsync(string slug)
    {
        await using var db = App.Database.NewContext();
        var party = await db.Parties.AsNoTracking().SingleAsync(p => p.Slug == slug);
        return (party.Id, party.Version);
    }

    public async ValueTask DisposeAsync()
    {
        Contributor.Dispose();
        Reviewer.Dispose();
        await App.DisposeAsync();
    }
}
