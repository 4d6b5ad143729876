using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Api;
using PhysicalAiTracker.Web.Api.Writing;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>Answers are the bytes that the serializer would have written by the contract that describes them.</summary>
[Collection(FullApi.Name)]
public sealed class JsonWritingTests(FullApi api)
{
    [Theory, EachDatabase]
    public async Task Every_list_is_written_as_the_serializer_writes_it(DatabaseProvider provider)
    {
        await using var scope = api.App(provider).Services.CreateAsyncScope();
        var lists = typeof(ListDefinition).Assembly.GetTypes().SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(property => typeof(ListDefinition).IsAssignableFrom(property.PropertyType)).Select(property => property.GetValue(null)!).ToList();

        lists.Should().HaveCountGreaterThan(14, "every collection has one");
        var written = 0;
        foreach (var list in lists)
        {
            written += await (Task<int>)GetType().GetMethod(nameof(CompareAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(list.GetType().GetGenericArguments()).Invoke(null, [scope.ServiceProvider, list])!;
        }

        written.Should().BeGreaterThan(150, "there is something in nearly all of them");
    }

    [Fact]
    public void Whatever_a_value_holds_is_written_as_the_serializer_writes_it()
    {
        object[] bodies =
        [
            new Every("“quoted” \"and\" <b>&amp;</b> \u0001\u2028 😀 \ud800 é", null, 1.500m, 30000.0m, -0.10m, 0m, decimal.MaxValue, 1.5, [1, 2], ["a", null], new() { ["b"] = [1m] }, null, Guid.Empty, true)
            {
                Time = new DateTime(2026, 5, 1, 10, 15, 0, DateTimeKind.Utc).AddTicks(1_234_500),
                Day = new DateOnly(2026, 5, 1),
                Date = PartialDate.Parse("2025-11~"),
                Word = Qualifier.AtLeast,
            },
            new Every("", new Every("inner", null, 1, null, 2, 3, 4, double.MaxValue, [], [], [], DateTime.MinValue, Guid.AllBitsSet, false), 1, null, 2, 3, 4, 0.1, [], [], [], DateTime.MaxValue, Guid.Empty, false),
            new Page<string>(["a"], 1, null),
            new[] { 1, 2 },
            "text",
        ];

        foreach (var body in bodies)
        {
            Compare(body);
        }
    }

    private static async Task<int> CompareAsync<T, TItem>(IServiceProvider services, ListDefinition<T, TItem> list)
        where T : class
        where TItem : class
    {
        var request = new ListRequest(new Dictionary<string, IReadOnlyList<string>> { [ListDefinition.Limit] = ["200"], [ListDefinition.FacetBy] = [.. list.FacetNames] });
        var page = (await list.ListAsync(services.GetRequiredService<TrackerDbContext>(), request, CancellationToken.None)).Page!;
        Compare(page);
        if (page.Items is IReadOnlyList<RecordItem> records)
        {
            await services.GetRequiredService<EvidenceQueries>().AddToAsync(records, CancellationToken.None);
            Compare(page);
        }

        return page.Items.Count;
    }

    private static void Compare(object body)
    {
        using var written = JsonBuffer.Of(body);

        Encoding.UTF8.GetString(written.Written.Span).Should().Be(Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ApiJson.Options)));
    }

    private sealed record Every(
        string Text, Every? Inner, decimal One, decimal? Two, decimal Three, decimal Four, decimal Five, double Share, IReadOnlyList<int> Numbers, string?[] Names,
        Dictionary<string, List<decimal>> Map, DateTime? Maybe, Guid Id, bool IsSo)
    {
        public DateTime Time { get; init; }

        public DateOnly Day { get; init; }

        public PartialDate? Date { get; init; }

        public Qualifier Word { get; init; }

        public object Any { get; init; } = "any";
    }
}
