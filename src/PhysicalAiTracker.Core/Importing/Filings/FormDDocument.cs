using System.Globalization;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>The disclosure that a filing makes: its source is the filing, its text the XML, and each element the passage of what it says.</summary>
internal sealed class FormDDocument
{
    /// <summary>What slugs of such sources begin with.</summary>
    public const string SlugStart = "form-d-";

    private const int HashLength = 16;
    private const int ContextLength = 60;

    private readonly FormD _form;

    private FormDDocument(FormD form, JsonObject document) => (_form, Document) = (form, document);

    public JsonObject Document { get; }

    /// <summary>Key of all disclosures that an issuer's filings make, by which the issuer is found again.</summary>
    public static string KeyOf(string cik) => SlugStart + cik;

    /// <summary>Slug of the source that a filing of the issuer is.</summary>
    /// <param name="number">Its accession number, or what it is known by without.</param>
    public static string SlugOf(string cik, string number) => $"{KeyOf(cik)}-{number}";

    /// <inheritdoc cref="SlugOf(string, string)"/>
    public static string SlugOf(FormD form) => SlugOf(form.Cik, NumberOf(form));

    /// <param name="company">Slug of the issuer; null where nobody knows it yet.</param>
    /// <param name="isNamesake">Whether another issuer has the same name.</param>
    /// <param name="round">The round that the filing is about; null makes one.</param>
    /// <param name="mayCount">Whether a round that is made has the money sold as its amount; otherwise it may be the same money as an announced round's.</param>
    public static FormDDocument Of(FormD form, string? company, bool isNamesake, FundingRound? round, bool mayCount)
    {
        var kind = form.IsAmendment ? "D/A" : "D";
        var slug = SlugOf(form);
        var number = form.File.Accession is { } accession ? $"Accession number {accession}. " : "";
        var source = new JsonObject
        {
            ["slug"] = slug,
            ["title"] = Cut($"Form {kind} of {form.Issuer}{(form.SignedOn is { } day ? $", {Iso(day)}" : "")}", Source.TitleLength),
            ["kind"] = Words.Of(SourceKind.Filing),
            ["publisher"] = "SEC EDGAR",
            ["author"] = Cut(form.Issuer, Source.NameLength),
            ["note"] = $"{number}CIK {form.Cik}. Imported from the file {Cut(form.File.FileName, Source.NameLength)}, SHA-256 {form.File.Sha256}.",
            ["snapshot"] = new JsonObject { ["kind"] = Words.Of(SnapshotKind.FullText), ["text"] = form.File.Text },
        };
        if (form.SignedOn is { } signed)
        {
            source["publishedOn"] = Iso(signed);
        }

        if (form.File.Accession is { } at)
        {
            source["url"] = $"https://www.sec.gov/Archives/edgar/data/{form.Cik.TrimStart('0')}/{at.Replace("-", "", StringComparison.Ordinal)}/";
        }

        var changes = new JsonArray();
        var made = new FormDDocument(form, new JsonObject { ["key"] = KeyOf(form.Cik), ["title"] = $"Import of Form {kind}, {Cut(form.Issuer, Party.NameLength)}", ["source"] = source, ["changes"] = changes });
        if (company is null)
        {
            var set = new JsonObject { ["kind"] = Words.Of(PartyKind.Company), ["name"] = form.Issuer };
            if (isNamesake)
            {
                set["slug"] = $"{Slug.From(form.Issuer)}-{form.Cik}";
            }

            changes.Add(made.Change("party", "issuer", null, set));
        }

        changes.Add(made.Change("funding-round", $"round-{NumberOf(form)}", round?.Id, made.SetOf(company ?? "#issuer", round, mayCount)));
        return made;
    }

    /// <summary>A problem of the document in terms of the filing.</summary>
    public FilingProblem Locate(Problem problem)
    {
        var steps = problem.Pointer.Split('/');
        var field = steps.Length > 4 && steps[1] == "changes" && steps[3] == "set" ? steps[4] : "";
        var piece = _form.Fields.GetValueOrDefault(field);
        return new FilingProblem(_form.File.Path, piece?.Line ?? 0, piece?.Path ?? (field.Length > 0 ? field : problem.Pointer), piece?.Value ?? "", problem.Message);
    }

    /// <summary>By its text where the file does not tell its number.</summary>
    private static string NumberOf(FormD form) => form.File.Accession ?? SnapshotText.Sha256(form.File.Text)[..HashLength];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject Usd(decimal dollars) => new() { ["value"] = dollars, ["currency"] = "USD" };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private JsonObject SetOf(string company, FundingRound? round, bool mayCount)
    {
        var set = new JsonObject();
        if (round is null)
        {
            set["company"] = company;
            if (_form.Fields.ContainsKey("reportedOn") && _form.SignedOn is { } signed)
            {
                set["reportedOn"] = Iso(signed);
            }

            if (_form.Instrument is { } instrument)
            {
                set["instrument"] = Words.Of(instrument);
            }
        }

        // Figures that came from an earlier filing of this offering go on with it; what was announced, or mended by somebody, stays.
        if (round is null || (round.FiledSold is not null && round.AnnouncedOn is null && (round.Amount is null ? round.FiledSold.Minor == 0 : round.Amount == round.FiledSold)))
        {
            set["status"] = Words.Of(_form.Sold == 0 ? FundingStatus.InProgress : _form.Remaining == 0 ? FundingStatus.Closed : FundingStatus.PartiallyClosed);
            if (_form.Sold > 0 && (round is not null || mayCount))
            {
                set["amount"] = Usd(_form.Sold);
            }
        }

        set["filedSold"] = Usd(_form.Sold);
        Either(set, "filedOffering", "filedIndefinite", _form.Offering is { } offering ? Usd(offering) : null, round?.FiledOffering is not null, round?.FiledIndefinite == true);
        Either(set, "filedFirstSaleOn", "filedYetToOccur", _form.FirstSaleOn is { } day ? Iso(day) : null, round?.FiledFirstSaleOn is not null, round?.FiledYetToOccur == true);
        if (_form.Remaining is { } remaining)
        {
            set["filedRemaining"] = Usd(remaining);
        }
        else if (round?.FiledRemaining is not null)
        {
            set["filedRemaining"] = null;
        }

        if (_form.Revenue is { } revenue)
        {
            set["filedRevenue"] = revenue;
        }

        return set;
    }

    /// <summary>Of a value and the word that stands in its place, sets the one and takes back the other.</summary>
    private static void Either(JsonObject set, string field, string flag, JsonNode? value, bool hadValue, bool hadFlag)
    {
        if (value is not null)
        {
            set[field] = value;
            if (hadFlag)
            {
                set[flag] = false;
            }
        }
        else
        {
            set[flag] = true;
            if (hadValue)
            {
                set[field] = null;
            }
        }
    }

    private JsonObject Change(string record, string name, Guid? id, JsonObject set)
    {
        var change = new JsonObject { ["record"] = record, ["set"] = set };
        if (id is { } known)
        {
            change["id"] = known.ToString();
            change["reason"] = Words.Of(RevisionReason.WorldChanged);
            change["note"] = _form.IsAmendment ? "As the amendment (Form D/A) has it." : "As filed (Form D).";
        }
        else
        {
            change["ref"] = name;
        }

        var assertions = new JsonArray();
        foreach (var piece in set.Select(member => (Field: member.Key, Piece: PieceOf(member.Key))).Where(pair => pair.Piece is not null).GroupBy(pair => pair.Piece!, pair => pair.Field))
        {
            var assertion = new JsonObject { ["passage"] = Passage(piece.Key), ["fields"] = new JsonArray([.. piece.Select(field => JsonValue.Create(field))]) };
            if (_form.SignedOn is { } signed)
            {
                assertion["asOf"] = Iso(signed);
            }

            assertions.Add(assertion);
        }

        change["assertions"] = assertions;
        return change;
    }

    /// <summary>What is taken back stands in the same element as what takes its place.</summary>
    private XmlPiece? PieceOf(string field) => _form.Fields.GetValueOrDefault(field) ?? field switch
    {
        "filedOffering" => _form.Fields.GetValueOrDefault("filedIndefinite"),
        "filedIndefinite" => _form.Fields.GetValueOrDefault("filedOffering"),
        "filedFirstSaleOn" => _form.Fields.GetValueOrDefault("filedYetToOccur"),
        "filedYetToOccur" => _form.Fields.GetValueOrDefault("filedFirstSaleOn"),
        _ => null,
    };

    /// <summary>The element as it stands, with what is before it where the same stands elsewhere too.</summary>
    private JsonObject Passage(XmlPiece piece)
    {
        var text = _form.File.Text;
        var exact = text[piece.Start..piece.End];
        var passage = new JsonObject { ["exact"] = exact };
        if (text.IndexOf(exact, StringComparison.Ordinal) != text.LastIndexOf(exact, StringComparison.Ordinal))
        {
            passage["prefix"] = text[Math.Max(0, piece.Start - ContextLength)..piece.Start];
        }

        return passage;
    }
}
