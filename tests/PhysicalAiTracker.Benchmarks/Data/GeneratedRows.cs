using System.Globalization;

namespace PhysicalAiTracker.Benchmarks.Data;

/// <summary>A made-up table of funding rounds, as a data vendor delivers it, and the mapping that reads it: the same for the same number of rows.</summary>
internal static class GeneratedRows
{
    private const int Seed = 20261127;

    public const string Mapping = """
        {
          "record": "funding-round",
          "name": "made-up-rounds",
          "source": { "title": "Made-up rounds", "publisher": "Nobody", "publishedOn": "2026-05", "reliability": "C" },
          "key": ["Deal"],
          "fields": {
            "company": { "column": "Company", "add": "company" },
            "stage": { "column": "Stage" },
            "status": { "column": "Status" },
            "amount": { "column": "Amount", "currency": "USD" },
            "announcedOn": { "column": "Announced" },
            "participations": { "column": "Investors", "split": ";", "add": "investment-firm" }
          }
        }
        """;

    private static readonly string[] Stages = ["pre-seed", "seed", "series-a", "series-b", "series-c", ""];
    private static readonly string[] Statuses = ["announced", "closed", "in-progress"];

    /// <summary>Two rounds a company and four an investor.</summary>
    public static async Task WriteAsync(string file, int rows)
    {
        var random = new Random(Seed);
        var (companies, investors) = (Math.Max(1, rows / 2), Math.Max(1, rows / 4));
        await using var text = new StreamWriter(file);
        await text.WriteLineAsync("Deal,Company,Stage,Status,Amount,Announced,Investors");
        for (var row = 0; row < rows; row++)
        {
            var names = Enumerable.Range(0, random.Next(0, 4)).Select(_ => GeneratedNames.OfInvestor(random.Next(investors))).Distinct();
            await text.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{row},{GeneratedNames.OfCompany(row % companies)},{Stages[random.Next(Stages.Length)]},{Statuses[random.Next(Statuses.Length)]},{(random.Next(5) == 0 ? "" : $"{random.Next(1, 900)}00000")},{new DateOnly(2012, 1, 1).AddDays(random.Next(5000)):yyyy-MM-dd},{string.Join("; ", names)}"));
        }
    }
}
