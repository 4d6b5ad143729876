using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Importing.Filings;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Filings;

/// <summary>Made-up filings in files, and their import.</summary>
internal sealed class FilingFolder : IDisposable
{
    private const string Form = """
        <?xml version="1.0"?>
        <edgarSubmission>
          <submissionType>{type}</submissionType>
          <testOrLive>LIVE</testOrLive>
          <primaryIssuer><cik>{cik}</cik><entityName>Gripwell Robotics, Inc.</entityName></primaryIssuer>
          <offeringData>
            <industryGroup><industryGroupType>Other Technology</industryGroupType></industryGroup>
            <issuerSize><revenueRange>{revenue}</revenueRange></issuerSize>
            <typeOfFiling>
              <newOrAmendment><isAmendment>{isAmendment}</isAmendment><previousAccessionNumber>{previous}</previousAccessionNumber></newOrAmendment>
              <dateOfFirstSale>{sale}</dateOfFirstSale>
            </typeOfFiling>
            <typesOfSecuritiesOffered><isEquityType>true</isEquityType></typesOfSecuritiesOffered>
            <offeringSalesAmounts>
              <totalOfferingAmount>{offering}</totalOfferingAmount>
              <totalAmountSold>{sold}</totalAmountSold>
              <totalRemaining>{remaining}</totalRemaining>
            </offeringSalesAmounts>
            <signatureBlock><signature><signatureDate>{day}</signatureDate></signature></signatureBlock>
          </offeringData>
        </edgarSubmission>
        """;

    private readonly TemporaryDirectory _folder = new();

    public string Path => _folder.Path;

    /// <summary>Path of a file in it.</summary>
    public string FileOf(string name) => _folder.File(name);

    public void Dispose() => _folder.Dispose();

    public static async Task<FilingReport> ImportAsync(TestDatabase database, string path, bool skip = false, bool dryRun = false, int? batch = null)
    {
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FormDImporter>().ImportAsync(new FilingImport(path, dryRun, skip, batch, 100), null, CancellationToken.None);
    }

    /// <summary>Takes in rows of NDJSON, which all have to be taken.</summary>
    public async Task ImportRowsAsync(TestDatabase database, string rows)
    {
        var file = Write("rows.ndjson", rows);
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<TableImporter>().ImportAsync(new(file, null, false, false, null, 9, null), null, CancellationToken.None)).Problems.Should().BeEmpty();
    }

    public static string NumberOf(int number, string cik) => string.Create(CultureInfo.InvariantCulture, $"{cik}-26-{number:000000}");

    public string Write(string name, string text)
    {
        var file = _folder.File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Writes the file of a filing, and answers its path.</summary>
    public string Write(Filing filing) => Write(NumberOf(filing.Number, filing.Cik) + ".xml", TextOf(filing));

    public static string TextOf(Filing filing)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = filing.IsAmendment ? "D/A" : "D", ["isAmendment"] = filing.IsAmendment ? "true" : "false", ["cik"] = filing.Cik, ["day"] = filing.Day,
            ["previous"] = filing.Amends is { } previous ? NumberOf(previous, filing.Cik) : "", ["revenue"] = filing.Revenue, ["offering"] = filing.Offering,
            ["sale"] = filing.FirstSale is { } sale ? $"<value>{sale}</value>" : "<yetToOccur>true</yetToOccur>",
            ["sold"] = filing.Sold.ToString(CultureInfo.InvariantCulture), ["remaining"] = filing.Remaining,
        };
        return values.Aggregate(Form, (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
    }
}

/// <summary>What a made-up filing says.</summary>
/// <param name="Number">The last digits of its accession number.</param>
/// <param name="Day">Of its signature.</param>
/// <param name="Sold">US dollars.</param>
internal sealed record Filing(int Number, string Day, long Sold, string Remaining)
{
    public string Cik { get; init; } = "0000900001";

    public bool IsAmendment { get; init; }

    /// <summary>Number of the filing that it amends; null where it does not say.</summary>
    public int? Amends { get; init; }

    /// <summary>Null is yet to occur.</summary>
    public string? FirstSale { get; init; } = "2026-01-10";

    public string Offering { get; init; } = "30000000";

    /// <summary>Empty where it is not filled in.</summary>
    public string Revenue { get; init; } = "Decline to Disclose";
}
