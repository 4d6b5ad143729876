using System.Net.Http.Json;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Tests.Accounts;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api.Requests;

/// <summary>Everybody who sends requests: nobody in particular, somebody with a session, and programs with keys.</summary>
internal sealed class Callers : IDisposable
{
    private static readonly string[] Collections =
        ["companies", "people", "investors", "funding-rounds", "deals", "affiliations", "claims", "observations", "milestones", "questions", "sources", "contradictions", "disclosures"];

    private readonly Visitor _session;
    private readonly Dictionary<Caller, HttpClient> _clients;

    private Callers(Visitor session, Dictionary<Caller, HttpClient> clients) => (_session, _clients) = (session, clients);

    public static async Task<Callers> OfAsync(TrackerApp app)
    {
        var session = await Visitor.SignedInAsync(app, Roles.Reviewer);
        return new(session, new()
        {
            [Caller.Stranger] = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }),
            [Caller.Session] = session.Client,
            [Caller.Key] = app.Program(await session.MakeKeyAsync("all", 30, "read", "submit", "publish")),
            [Caller.ReadingKey] = app.Program(await session.MakeKeyAsync("reading", 30, "read")),
            [Caller.SubmittingKey] = app.Program(await session.MakeKeyAsync("submitting", 30, "submit")),
        });
    }

    /// <summary>Gives a company another slug, merges one into another, hands in two drafts, and learns what there is.</summary>
    public async Task ArrangeAsync(KnownValues known)
    {
        var ids = new List<(string Id, int Version)>();
        foreach (var name in new[] { "First", "Second" })
        {
            var answer = await PostAsync("disclosures", Analyst.Document(Analyst.Json($"{{ 'record': 'party', 'ref': 'company', 'set': {{ 'kind': 'company', 'name': '{name} Company' }}, 'assertions': [{{ 'passage': {{ 'exact': 'Project Prometheus' }} }}] }}")));
            ids.Add(((string)answer.Body["changes"]![0]!["id"]!, 1));
            known.Add("companies", (string)answer.Body["changes"]![0]!["slug"]!);
        }

        var merge = await PostAsync("merges", Analyst.Json($"{{ 'from': '{ids[0].Id}', 'fromVersion': 1, 'into': '{ids[1].Id}', 'intoVersion': 1, 'note': 'twice' }}"));
        merge.Status.Should().Be(System.Net.HttpStatusCode.Created, merge.Text);
        known.Add("companies", ids[0].Id);
        var ami = (await RestAnswer.OfAsync(await _session.GetAsync("/api/v1/companies/ami-labs"))).Body["version"];
        (await PostAsync("disclosures", Analyst.Document(Analyst.Json($"{{ 'record': 'party', 'id': 'ami-labs', 'version': {ami}, 'reason': 'we-corrected', 'set': {{ 'slug': 'ami' }} }}"))))
            .Status.Should().Be(System.Net.HttpStatusCode.Created);
        known.Add("companies", "ami-labs");
        for (var i = 0; i < 6; i++)
        {
            var draft = await PostAsync($"disclosures?state={(i % 2 == 0 ? "draft" : "submitted")}", Analyst.Document(Analyst.Company($"Draft {i}")));
            draft.Status.Should().Be(System.Net.HttpStatusCode.Created, draft.Text);
            known.Add("disclosures", (string)draft.Body["id"]!);
        }

        foreach (var collection in Collections)
        {
            var list = await RestAnswer.OfAsync(await _session.GetAsync($"/api/v1/{collection}?limit=4"));
            foreach (var item in list.Items)
            {
                known.Add(collection, (string)item["id"]!);
                known.Add(collection, (string?)item["slug"]);
            }

            known.Add("cursor", (string?)list.Body["next"]);
        }
    }

    /// <param name="known">Learns from the answer; null where it is only tried again.</param>
    public async Task<(string? Problem, int Status)> SendAsync(RandomRequest request, KnownValues? known)
    {
        using var message = request.Message();
        using var answer = await _clients[request.Caller].SendAsync(message);
        var length = answer.Content.Headers.ContentLength ?? (await answer.Content.ReadAsByteArrayAsync()).LongLength;
        known?.Add("If-None-Match", answer.Headers.ETag?.ToString());
        return (request.Operation.Problem(request.Method, (int)answer.StatusCode, answer.Content.Headers.ContentType, request.Method == HttpMethod.Head ? 0 : length), (int)answer.StatusCode);
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        _session.Dispose();
    }

    private async Task<RestAnswer> PostAsync(string path, System.Text.Json.Nodes.JsonObject body)
    {
        using var content = JsonContent.Create(body);
        using var message = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = content };
        return await RestAnswer.OfAsync(await _session.Client.SendAsync(message));
    }
}
