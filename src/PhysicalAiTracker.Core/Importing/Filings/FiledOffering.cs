using System.Globalization;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>
/// An offering as its filings tell it. What it shows follows from the days of the filings, and not from the order in which they were taken in.
/// </summary>
/// <param name="filings">In any order.</param>
internal sealed class FiledOffering(IEnumerable<FormD> filings)
{
    /// <summary>Fields of a round that hold what a filing says.</summary>
    public static readonly string[] Filed = ["filedSold", "filedOffering", "filedIndefinite", "filedFirstSaleOn", "filedYetToOccur", "filedRemaining", "filedRevenue"];

    /// <summary>Fields of a round of its own that follow from its filings, until somebody says otherwise.</summary>
    public static readonly string[] Following = ["status", "amount", "reportedOn", "instrument"];

    private static readonly string[] Flags = ["filedIndefinite", "filedYetToOccur"];

    /// <summary>From the oldest to the newest.</summary>
    public IReadOnlyList<FormD> Filings { get; } = [.. filings.Order(Comparer<FormD>.Create(Compare))];

    /// <summary>Whether the filing that began it is among them; there is one at most.</summary>
    public bool HasOriginal => Filings.Any(filing => !filing.IsAmendment);

    /// <summary>By the days of signature; of one day, amendments come last.</summary>
    public static int Compare(FormD one, FormD other) =>
        (one.SignedOn, one.IsAmendment).CompareTo((other.SignedOn, other.IsAmendment)) is var order and not 0 ? order : string.CompareOrdinal(one.Number, other.Number);

    public FiledOffering With(params IEnumerable<FormD> more) => new(Filings.Concat(more));

    /// <summary>The filing that a field shows: the first of when and for what the offering began, else the newest, of those that fill it in.</summary>
    public FormD Decides(string field) => field switch
    {
        "reportedOn" or "instrument" => Filings[0],
        "filedRevenue" => Filings.LastOrDefault(filing => filing.Revenue is not null) ?? Filings[^1],
        _ => Filings[^1],
    };

    /// <summary>What a field shows; null for nothing.</summary>
    public JsonNode? Shown(string field) => Said(Decides(field), field);

    /// <summary>What a filing says of a field; null for nothing.</summary>
    public static JsonNode? Said(FormD filing, string field) => field switch
    {
        "filedSold" => Usd(filing.Sold),
        "filedOffering" => filing.Offering is { } offering ? Usd(offering) : null,
        "filedIndefinite" => filing.Offering is null ? true : null,
        "filedFirstSaleOn" => filing.FirstSaleOn is { } day ? Iso(day) : null,
        "filedYetToOccur" => filing.FirstSaleOn is null ? true : null,
        "filedRemaining" => filing.Remaining is { } remaining ? Usd(remaining) : null,
        "filedRevenue" => filing.Revenue,
        "status" => Words.Of(filing.Status),
        "amount" => filing.Sold > 0 ? Usd(filing.Sold) : null,
        "reportedOn" => filing.SignedOn is { } signed ? Iso(signed) : null,
        "instrument" => filing.Instrument is { } instrument ? Words.Of(instrument) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field of a filing"),
    };

    /// <summary>What takes a field back.</summary>
    public static JsonNode? Nothing(string field) => Flags.Contains(field) ? false : null;

    /// <summary>How sure an amendment that names no known filing is one of this offering, by the day of the first sale: 0 for not at all.</summary>
    /// <param name="round">The round that the offering is on; null for none yet.</param>
    public int Tie(FormD amendment, FundingRound? round)
    {
        var before = Filings.LastOrDefault(filing => Compare(filing, amendment) < 0);
        if (before is null && HasOriginal)
        {
            return 0;
        }

        var wasYetToOccur = before is not null ? before.FirstSaleOn is null : Filings.Count == 0 && round?.FiledYetToOccur == true;
        if (amendment.FirstSaleOn is { } day)
        {
            return Filings.Any(filing => filing.FirstSaleOn == day) || round?.FiledFirstSaleOn?.Earliest == day ? 2 : wasYetToOccur ? 1 : 0;
        }

        // Where only later ones are known, a sale that was yet to occur may have occurred by then.
        return wasYetToOccur ? 2 : before is not null || Filings.Count == 0 ? 0 : Filings[0].FirstSaleOn is null ? 2 : 1;
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject Usd(decimal dollars) => new() { ["value"] = dollars, ["currency"] = "USD" };
}
