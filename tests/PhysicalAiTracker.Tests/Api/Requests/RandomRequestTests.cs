using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api.Requests;

/// <summary>Whatever is sent to a described path: no error of ours, and no answer that the description does not have.</summary>
public sealed class RandomRequestTests
{
    private const int Seed = 20261126;

    /// <summary>Failures that are looked into; the same one comes often.</summary>
    private const int Listed = 25;

    private static readonly Dictionary<string, string> Unlimited = new()
    {
        ["Api:RateLimit"] = "1000000", ["Api:SignedInRateLimit"] = "1000000", ["Api:KeyRateLimit"] = "1000000",
    };

    /// <summary>10,000 in all; the fewer ones meet what PostgreSQL does otherwise.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 9_700)]
    [InlineData(DatabaseProvider.Postgres, 300)]
    public async Task Any_request_is_answered_as_described(DatabaseProvider provider, int count)
    {
        var operations = DescribedOperation.ReadAll(JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("docs", "openapi.json")))!);
        await using var app = new TrackerApp { Provider = provider, Seeded = true, Settings = Unlimited };
        using var callers = await Callers.OfAsync(app);
        var known = new KnownValues();
        await callers.ArrangeAsync(known);
        var generator = new RequestGenerator(operations, known, Seed + (int)provider);
        var failures = new Dictionary<string, string>();
        var met = new HashSet<(string Operation, int Status)>();

        for (var i = 0; i < count && failures.Count < Listed; i++)
        {
            var request = generator.Next(i < operations.Count ? operations[i] : null);
            var (problem, status) = await callers.SendAsync(request, known);
            met.Add(($"{request.Operation.Method} {request.Operation.Path}", status));
            if (problem is not null)
            {
                failures.TryAdd($"{request.Operation.Method} {request.Operation.Path}: {problem}", $"{await SmallestAsync(callers, request, problem)}");
            }
        }

        failures.Select(failure => $"{failure.Key}\n  {failure.Value}").Should().BeEmpty();
        met.Count(pair => pair.Status is 200 or 201).Should().BeGreaterThan(Math.Min(count / 10, operations.Count * 4 / 5), "nearly all were asked for rightly, where there is time to");
    }

    /// <summary>The request without whatever does not matter for what is wrong.</summary>
    private static async Task<RandomRequest> SmallestAsync(Callers callers, RandomRequest request, string problem)
    {
        foreach (var smaller in request.Smaller())
        {
            if ((await callers.SendAsync(smaller, null)).Problem == problem)
            {
                return await SmallestAsync(callers, smaller, problem);
            }
        }

        return request;
    }
}
