using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Benchmarks;

/// <summary>An SQLite database of made-up companies and rounds, the same for the same size.</summary>
internal sealed class GeneratedDatabase : IDisposable
{
    private const int Seed = 20261123;
    private const int BatchSize = 2000;

    private readonly string _directory = Directory.CreateTempSubdirectory("tracker-bench-").FullName;
    private readonly DbContextOptions<SqliteTrackerDbContext> _options;

    /// <param name="companies">Number of companies; each raises two rounds on average.</param>
    public GeneratedDatabase(int companies)
    {
        var builder = new DbContextOptionsBuilder<SqliteTrackerDbContext>();
        builder.UseTrackerSqlite(Path.Combine(_directory, DatabaseRegistration.SqliteFile));
        _options = builder.Options;
        using var context = NewContext();
        context.Database.Migrate();
        var random = new Random(Seed);
        var now = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var batch in Enumerable.Range(0, companies).Chunk(BatchSize))
        {
            using var writer = NewContext();
            foreach (var number in batch)
            {
                var company = new Party { Slug = string.Create(CultureInfo.InvariantCulture, $"company-{number}"), Version = 1, CreatedAt = now, UpdatedAt = now };
                company.Rename(string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (number % 26))}{number} Robotics"), []);
                Add(writer, company);
                for (var round = random.Next(0, 5); round > 0; round--)
                {
                    Add(writer, RoundOf(company, random, now.AddMinutes(number)));
                }
            }

            writer.SaveChanges();
        }
    }

    public SqliteTrackerDbContext NewContext() => new(_options);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private static void Add<T>(TrackerDbContext context, T record)
        where T : Record
    {
        context.Records.Add(new RecordIdentity { Id = record.Id, Kind = record.Kind });
        context.Set<T>().Add(record);
    }

    private static FundingRound RoundOf(Party company, Random random, DateTime at) => new()
    {
        CompanyId = company.Id,
        Version = 1,
        CreatedAt = at,
        UpdatedAt = at,
        Stage = (FundingStage)random.Next(0, 10),
        Status = (FundingStatus)random.Next(0, 7),
        Amount = random.Next(0, 5) == 0 ? null : Money.Of(random.Next(1, 20_000) * 100_000m, "USD"),
        AnnouncedOn = random.Next(0, 5) == 0 ? null : PartialDate.Of(new DateOnly(2015, 1, 1).AddDays(random.Next(0, 4000))),
    };
}
