using System.Globalization;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>
/// A notice of an exempt offering of securities (SEC Form D, or D/A that amends one), as EDGAR has it in XML. Names of elements follow the SEC's
/// “EDGAR Form D XML Technical Specification”.
/// </summary>
internal sealed class FormD
{
    private const int HashLength = 16;
    private const string Fund = "Pooled Investment Fund";
    private const string Signature = "offeringData/signatureBlock/signature/signatureDate";
    private const string Unlimited = "Indefinite";
    private const string Filing = "offeringData/typeOfFiling";
    private const string Amounts = "offeringData/offeringSalesAmounts";
    private const string Securities = "offeringData/typesOfSecuritiesOffered";

    private readonly List<FilingProblem> _problems;

    private FormD(FilingText file, XmlPieces pieces, List<FilingProblem> problems) => (File, Pieces, _problems) = (file, pieces, problems);

    public FilingText File { get; }

    public XmlPieces Pieces { get; }

    /// <summary>Its accession number; where the file does not tell it, it is known by its text.</summary>
    public string Number => File.Accession ?? SnapshotText.Sha256(File.Text)[..HashLength];

    /// <summary>The SEC's number of the issuer, ten digits.</summary>
    public string Cik { get; private set; } = "";

    public string Issuer { get; private set; } = "";

    public bool IsAmendment { get; private set; }

    /// <summary>Number of the filing that this one amends; null where it does not say.</summary>
    public string? Previous { get; private set; }

    /// <summary>The day on which it was signed: the filing's own date.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>US dollars; null is without limit.</summary>
    public decimal? Offering { get; private set; }

    /// <summary>US dollars.</summary>
    public decimal Sold { get; private set; }

    /// <summary>US dollars; null is without limit.</summary>
    public decimal? Remaining { get; private set; }

    /// <summary>Null is yet to occur.</summary>
    public DateOnly? FirstSaleOn { get; private set; }

    /// <summary>How far the offering has come by its figures.</summary>
    public FundingStatus Status => Sold == 0 ? FundingStatus.InProgress : Remaining == 0 ? FundingStatus.Closed : FundingStatus.PartiallyClosed;

    /// <summary>In the words of the form; null where the issuer did not fill it in.</summary>
    public string? Revenue { get; private set; }

    /// <summary>Where one sort of security alone is offered.</summary>
    public Instrument? Instrument { get; private set; }

    /// <summary>Element that each field of the round is read from.</summary>
    public Dictionary<string, XmlPiece> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Null after telling everything that is wrong.</summary>
    public static FormD? Read(FilingText file, List<FilingProblem> problems)
    {
        var before = problems.Count;
        if (XmlPieces.DocumentTypeIn(file.Text) is var (line, character))
        {
            problems.Add(new FilingProblem(file.Path, line, "", "", FormattableString.Invariant(
                $"declares a document type (<!DOCTYPE, from character {character}), and is not read: nothing that it declares is expanded or fetched")));
            return null;
        }

        if (XmlPieces.Read(file.Text, out var fault) is not { } pieces)
        {
            problems.Add(new FilingProblem(file.Path, fault!.Line, fault.Element, fault.Value, fault.Rule));
            return null;
        }

        var form = new FormD(file, pieces, problems);
        if (pieces.Root != "edgarSubmission")
        {
            form.Report(pieces.Find(""), "", "is no submission to EDGAR: its outermost element is not edgarSubmission", pieces.Root);
            return null;
        }

        if (form.ReadHead())
        {
            form.ReadOffering();
        }

        return problems.Count == before ? form : null;
    }

    /// <summary>False after reporting that it is another form, which need not have what a Form D has.</summary>
    private bool ReadHead()
    {
        var type = Text("submissionType", required: true);
        if (type is not (null or "D" or "D/A"))
        {
            Report("submissionType", "is none of D, D/A");
            return false;
        }

        if (Text("testOrLive") is { } live && !live.Equals("LIVE", StringComparison.OrdinalIgnoreCase))
        {
            Report("testOrLive", "is a test, and says nothing of the world");
        }

        if (Text("offeringData/industryGroup/industryGroupType") == Fund)
        {
            Report("offeringData/industryGroup/industryGroupType", "is a fund, which gathers money to put into companies and is not itself what the tracker follows");
        }
        else if (IsTrue($"{Securities}/isPooledInvestmentFundType"))
        {
            Report($"{Securities}/isPooledInvestmentFundType", "offers shares of a pooled investment fund, which gathers money to put into companies and is not itself what the tracker follows");
        }

        IsAmendment = type == "D/A" || IsTrue($"{Filing}/newOrAmendment/isAmendment");
        if (Text($"{Filing}/newOrAmendment/previousAccessionNumber") is { } previous && (Previous = FilingText.AccessionIn(previous)) is null)
        {
            Report($"{Filing}/newOrAmendment/previousAccessionNumber", "is no accession number such as 0001234567-26-000001");
        }

        var cik = Text("primaryIssuer/cik", required: true);
        if (cik is { Length: <= 10 } && cik.All(char.IsAsciiDigit) && cik.Any(digit => digit != '0'))
        {
            Cik = cik.PadLeft(10, '0');
        }
        else if (cik is not null)
        {
            Report("primaryIssuer/cik", "is no number of at most ten digits");
        }

        Issuer = Text("primaryIssuer/entityName", required: true) ?? "";
        Fields["company"] = Fields["name"] = Pieces.Find("primaryIssuer/entityName")!;
        SignedOn = Text(Signature, required: true) is null ? null : Day(Signature);
        Keep("reportedOn", Signature);
        return true;
    }

    private void ReadOffering()
    {
        Offering = Dollars($"{Amounts}/totalOfferingAmount", mayBeUnlimited: true);
        Sold = Dollars($"{Amounts}/totalAmountSold", mayBeUnlimited: false) ?? 0;
        Remaining = Dollars($"{Amounts}/totalRemaining", mayBeUnlimited: true);
        Keep(Offering is null ? "filedIndefinite" : "filedOffering", $"{Amounts}/totalOfferingAmount");
        Keep("filedSold", $"{Amounts}/totalAmountSold");
        Keep("amount", $"{Amounts}/totalAmountSold");
        Keep("filedRemaining", $"{Amounts}/totalRemaining");
        Keep("status", Status == FundingStatus.Closed ? $"{Amounts}/totalRemaining" : $"{Amounts}/totalAmountSold");
        if (IsTrue($"{Filing}/dateOfFirstSale/yetToOccur"))
        {
            Keep("filedYetToOccur", $"{Filing}/dateOfFirstSale/yetToOccur");
            if (Text($"{Filing}/dateOfFirstSale/value") is not null)
            {
                Report($"{Filing}/dateOfFirstSale/value", "is a day of the first sale, which is yet to occur by the same filing");
            }
        }
        else if (Text($"{Filing}/dateOfFirstSale/value", required: true) is not null)
        {
            FirstSaleOn = Day($"{Filing}/dateOfFirstSale/value");
            Keep("filedFirstSaleOn", $"{Filing}/dateOfFirstSale/value");
        }

        Revenue = Text("offeringData/issuerSize/revenueRange");
        Keep("filedRevenue", "offeringData/issuerSize/revenueRange");
        if (Revenue is { Length: > FundingRound.RevenueLength })
        {
            Report("offeringData/issuerSize/revenueRange", $"is longer than {FundingRound.RevenueLength} characters");
        }

        string[] kinds = ["isEquityType", "isDebtType", "isOptionToAcquireType", "isSecurityToBeAcquiredType", "isTenantInCommonType", "isMineralPropertyType", "isOtherType"];
        if (kinds.Where(kind => IsTrue($"{Securities}/{kind}")).ToList() is [var only] && only is "isEquityType" or "isDebtType")
        {
            Instrument = only == "isDebtType" ? Funding.Instrument.Debt : Funding.Instrument.Equity;
            Keep("instrument", $"{Securities}/{only}");
        }
    }

    private void Keep(string field, string path)
    {
        if (Pieces.Find(path) is { } piece)
        {
            Fields[field] = piece;
        }
    }

    private string? Text(string path, bool required = false)
    {
        if (Pieces.Find(path)?.Value is { Length: > 0 } value)
        {
            return value;
        }

        if (required)
        {
            Report(Pieces.Find(path), path, "is required");
        }

        return null;
    }

    private bool IsTrue(string path) => Text(path) is "true" or "1";

    private DateOnly? Day(string path)
    {
        if (Text(path) is not { } text)
        {
            return null;
        }

        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        if (isDay && PartialDate.TryParse(text, out _, out _))
        {
            return day;
        }

        Report(path, isDay ? "is no day of the years 1900 to 2199" : "is no day such as 2026-03-10");
        return null;
    }

    /// <summary>Null where it is without limit, or where it was reported.</summary>
    private decimal? Dollars(string path, bool mayBeUnlimited)
    {
        if (Text(path, required: true) is not { } text || (mayBeUnlimited && text == Unlimited))
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) && dollars <= Most && decimal.Round(dollars, 2) == dollars)
        {
            return dollars;
        }

        Report(path, mayBeUnlimited ? $"is neither an amount in dollars nor {Unlimited}" : "is no amount in dollars");
        return null;
    }

    /// <summary>More than any company was ever worth, and within what is stored.</summary>
    private const decimal Most = 10_000_000_000_000m;

    private void Report(string path, string rule) => Report(Pieces.Find(path), path, rule, Pieces.Find(path)?.Value);

    private void Report(XmlPiece? piece, string path, string rule, string? value = null) => _problems.Add(new FilingProblem(File.Path, piece?.Line ?? 0, path, value ?? "", rule));
}
