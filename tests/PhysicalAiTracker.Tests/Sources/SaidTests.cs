using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Tests.Sources;

/// <summary>What a list's marks tell is what the evidence itself would.</summary>
public sealed class SaidTests
{
    [Theory, EachDatabase]
    public async Task Marks_tell_the_same_with_the_words_of_the_passages_and_without(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider, seeded: true);
        await using var core = database.BuildCore();
        foreach (var isKept in new[] { true, true, false })
        {
            await using var scope = core.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TrackerDbContext>();
            await using var transaction = isKept ? null : await db.Database.BeginTransactionAsync();
            var evidence = scope.ServiceProvider.GetRequiredService<EvidenceQueries>();
            var records = await db.Records.Select(record => record.Id).ToListAsync();

            var (whole, said) = (await evidence.OfAsync(records, CancellationToken.None), await evidence.SaidAsync(records, CancellationToken.None));

            whole.Count.Should().BeGreaterThan(20);
            foreach (var group in whole)
            {
                foreach (var field in group.SelectMany(item => item.Values).Select(value => value.Field).Distinct().Append(null).Append("amount,status"))
                {
                    Told(Evidence.Of(said[group.Key], field)).Should().Be(Told(Evidence.Of(group, field)), "{0} of {1}", field, group.Key);
                }
            }
        }
    }

    private static string Told(Evidence evidence) =>
        $"{evidence.Count} {evidence.Label} {evidence.Wording} {evidence.SaysNothing} {evidence.IsContested} {evidence.IsDenied} {string.Join(' ', evidence.Records)}";
}
