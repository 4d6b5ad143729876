using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Insights;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Search;

/// <summary>A walk forward and back, while others write, meets each row that does not move once each way, in order.</summary>
public sealed class CursorTests
{
    private const int Rounds = 14;

    private static readonly string[] Sorts = ["-announced", "announced", "amount", "-amount", "valuation,-amount", "-valuation,announced,amount", "created", "-grade,amount", "grade"];
    private static readonly string?[] Dates = [null, "2024", "2025-03", "2025-03", "2026-01-02"];

    /// <summary>What somebody else does between two pages: adds rounds, or gives some another amount, valuation and date.</summary>
    private static readonly Gen<(string Sort, int Limit, int Seed)> Walks =
        from sort in Gen.Elements(Sorts)
        from limit in Gen.Choose(2, 6)
        from seed in Gen.Choose(0, 100_000)
        select (sort, limit, seed);

    [Theory, EachDatabase]
    public async Task Rows_that_do_not_move_are_neither_repeated_nor_skipped(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync([World.Company("maker"), .. Enumerable.Range(0, Rounds).Select(i => World.Round("#maker", More(i)))]);

        Prop.ForAll(Walks.ToArbitrary(), walk => WalkAsync(world, walk.Sort, walk.Limit, new Random(walk.Seed)).GetAwaiter().GetResult())
            // Each sort, each way, is a statement to be compiled; on PostgreSQL that takes long.
            .Check(Config.QuickThrowOnFailure.WithMaxTest(provider == DatabaseProvider.Sqlite ? 10 : 4));
    }

    [Theory, EachDatabase]
    public async Task A_page_that_became_empty_leads_back_to_the_row_it_came_from(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync([World.Company("maker"), .. Enumerable.Range(0, 4).Select(i => World.Round("#maker", $", 'amount': 'USD {i + 1} m'"))]);
        var first = await PageAsync(world, "amount", 3, null);
        await using (var db = world.Database.NewContext())
        {
            (await db.FundingRounds.OrderBy(r => r.AmountUsdMinor).LastAsync()).Amount = Money.Of(1, "USD");
            await db.SaveChangesAsync();
        }

        var empty = await PageAsync(world, "amount", 3, first.Next);
        var back = await PageAsync(world, "amount", 3, empty.Prev);

        empty.Items.Should().BeEmpty();
        empty.Next.Should().BeNull();
        back.Items.Select(round => round.Id).Should().Equal(first.Items.Select(round => round.Id));
    }

    private static string More(int i) =>
        (i % 3 == 0 ? "" : $", 'amount': 'USD {(i % 4) + 1} m'") + (i % 2 == 0 ? "" : $", 'valuation': 'USD {(i % 5) + 10} m'") + (Dates[i % Dates.Length] is { } date ? $", 'announcedOn': '{date}'" : "");

    private static async Task WalkAsync(World world, string sort, int limit, Random random)
    {
        var expected = (await PageAsync(world, sort, 200, null)).Items.Select(round => round.Id).ToList();
        var moved = new HashSet<Guid>();
        var forward = new List<Guid>();
        var page = await PageAsync(world, sort, limit, null);
        page.Prev.Should().BeNull("nothing is before the first page");
        forward.AddRange(page.Items.Select(round => round.Id));
        while (page.Next is { } next)
        {
            moved.UnionWith(await WriteAsync(world, random));
            page = await PageAsync(world, sort, limit, next);
            forward.AddRange(page.Items.Select(round => round.Id));
        }

        forward.Where(id => expected.Contains(id) && !moved.Contains(id)).Should().Equal(expected.Where(id => !moved.Contains(id)), $"forward by {sort} in pages of {limit}");
        var backward = page.Items.Select(round => round.Id).Reverse().ToList();
        while (page.Prev is { } prev)
        {
            moved.UnionWith(await WriteAsync(world, random));
            page = await PageAsync(world, sort, limit, prev);
            page.Next.Should().NotBeNull("it was come from there");
            backward.AddRange(page.Items.Select(round => round.Id).Reverse());
        }

        backward.Where(id => expected.Contains(id) && !moved.Contains(id)).Should().Equal(expected.AsEnumerable().Reverse().Where(id => !moved.Contains(id)), $"backward by {sort} in pages of {limit}");
    }

    /// <summary>The rounds that moved.</summary>
    private static async Task<IReadOnlyList<Guid>> WriteAsync(World world, Random random)
    {
        await using var db = world.Database.NewContext();
        var all = await db.FundingRounds.OrderBy(r => r.Id).ToListAsync();
        var moved = all.Where(_ => random.Next(12) == 0).ToList();
        foreach (var round in moved)
        {
            Set(round, random);
        }

        if (random.Next(3) == 0 && all.Count < 3 * Rounds)
        {
            var round = new FundingRound { CompanyId = all[0].CompanyId, Version = 1, CreatedAt = DateTime.UtcNow, UpdatedAt = DateTime.UtcNow };
            Set(round, random);
            db.Add(new RecordIdentity { Id = round.Id, Kind = RecordKind.FundingRound });
            db.FundingRounds.Add(round);
        }

        await db.SaveChangesAsync();
        return [.. moved.Select(round => round.Id)];
    }

    private static void Set(FundingRound round, Random random)
    {
        round.Amount = random.Next(3) == 0 ? null : Money.Of(random.Next(1, 5) * 1_000_000, "USD");
        round.Valuation = random.Next(2) == 0 ? null : Money.Of(random.Next(10, 15) * 1_000_000, "USD");
        round.AnnouncedOn = Dates[random.Next(Dates.Length)] is { } date ? PartialDate.Parse(date) : null;
    }

    private static async Task<Page<FundingRoundItem>> PageAsync(World world, string sort, int limit, string? cursor)
    {
        var asked = new Dictionary<string, IReadOnlyList<string>> { [ListDefinition.SortBy] = [sort], [ListDefinition.Limit] = [$"{limit}"] };
        if (cursor is not null)
        {
            asked[ListDefinition.Cursor] = [cursor];
        }

        var result = await world.ReadAsync<FundingRoundQueries, ListResult<FundingRoundItem>>(rounds => rounds.ListAsync(new ListRequest(asked), CancellationToken.None));
        result.Problems.Should().BeEmpty();
        return result.Page!;
    }
}
