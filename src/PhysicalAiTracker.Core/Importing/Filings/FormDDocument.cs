using System.Text.Json;
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

    private const int ContextLength = 60;
    private const string RoundStart = "round-";

    private readonly FormD _form;

    private FormDDocument(FormD form, JsonObject document) => (_form, Document) = (form, document);

    public JsonObject Document { get; }

    /// <summary>Key of all disclosures that an issuer's filings make, by which the issuer is found again; slug of the source that all of them credit.</summary>
    public static string KeyOf(string cik) => SlugStart + cik;

    /// <summary>What names of the rounds begin with that an issuer's filings made.</summary>
    public static string RoundsOf(string cik) => $"{KeyOf(cik)}#{RoundStart}";

    /// <summary>Slug of the source that a filing of the issuer is.</summary>
    /// <param name="number">Its accession number, or what it is known by without.</param>
    public static string SlugOf(string cik, string number) => $"{KeyOf(cik)}-{number}";

    /// <inheritdoc cref="SlugOf(string, string)"/>
    public static string SlugOf(FormD form) => SlugOf(form.Cik, form.Number);

    /// <param name="company">Slug of the issuer; null where nobody knows it yet.</param>
    /// <param name="isNamesake">Whether another issuer has the same name.</param>
    /// <param name="place">The round that the filing is about.</param>
    /// <param name="uncredited">Slugs of sources of the issuer's filings that do not credit the issuer yet.</param>
    public static FormDDocument Of(FormD form, string? company, bool isNamesake, FilingPlace place, IReadOnlyList<string> uncredited)
    {
        var kind = form.IsAmendment ? "D/A" : "D";
        var slug = SlugOf(form);
        var number = form.File.Accession is { } accession ? $"Accession number {accession}. " : "";
        var source = new JsonObject
        {
            ["slug"] = slug,
            ["title"] = ShortText.Cut($"Form {kind} of {form.Issuer}{(form.SignedOn is { } day ? $", {FiledOffering.Iso(day)}" : "")}", Source.TitleLength),
            ["kind"] = Words.Of(SourceKind.Filing),
            ["publisher"] = "SEC EDGAR",
            ["author"] = ShortText.Cut(form.Issuer, Source.NameLength),
            ["origin"] = KeyOf(form.Cik),
            ["note"] = $"{number}CIK {form.Cik}. Imported from the file {ShortText.Cut(form.File.FileName, Source.NameLength)}, SHA-256 {form.File.Sha256}.",
            ["snapshot"] = new JsonObject { ["kind"] = Words.Of(SnapshotKind.FullText), ["text"] = form.File.Text },
        };
        if (form.SignedOn is { } signed)
        {
            source["publishedOn"] = FiledOffering.Iso(signed);
        }

        if (form.File.Accession is { } at)
        {
            source["url"] = $"https://www.sec.gov/Archives/edgar/data/{form.Cik.TrimStart('0')}/{at.Replace("-", "", StringComparison.Ordinal)}/";
        }

        var changes = new JsonArray();
        var made = new FormDDocument(form, new JsonObject { ["key"] = KeyOf(form.Cik), ["title"] = $"Import of Form {kind}, {ShortText.Cut(form.Issuer, Party.NameLength)}", ["source"] = source, ["origins"] = Origins(form, uncredited), ["changes"] = changes });
        if (company is null)
        {
            var set = new JsonObject { ["kind"] = Words.Of(PartyKind.Company), ["name"] = form.Issuer };
            if (isNamesake)
            {
                set["slug"] = $"{Slug.From(form.Issuer)}-{form.Cik}";
            }

            changes.Add(made.Change("party", "issuer", null, set));
        }

        changes.Add(made.Change("funding-round", $"{RoundStart}{form.Number}", place.Round?.Id, made.SetOf(company ?? "#issuer", place), made.SaidOf(place)));
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

    /// <summary>What the issuer says with the SEC, however often: one origin for all of its filings.</summary>
    private static JsonArray Origins(FormD form, IReadOnlyList<string> uncredited) =>
    [
        new JsonObject
        {
            ["slug"] = KeyOf(form.Cik),
            ["title"] = ShortText.Cut($"What {form.Issuer} files with the SEC", Source.TitleLength),
            ["kind"] = Words.Of(SourceKind.Filing),
            ["publisher"] = "SEC EDGAR",
            ["author"] = ShortText.Cut(form.Issuer, Source.NameLength),
            ["seen"] = false,
            ["note"] = $"CIK {form.Cik}. All notices of this issuer credit it: they are one voice, and none bears out another.",
        },
        .. uncredited.Select(slug => new JsonObject { ["slug"] = slug, ["origin"] = KeyOf(form.Cik) }),
    ];

    private JsonObject SetOf(string company, FilingPlace place)
    {
        var set = new JsonObject();
        if (place.Round is null)
        {
            set["company"] = company;
        }

        foreach (var field in FiledOffering.Following.Where(place.Following.Contains).Concat(FiledOffering.Filed))
        {
            // What a newer filing says is not undone by an older one; money that may count twice is taken out whoever tells.
            var isDoubtful = field == "amount" && !place.MayCount;
            if (place.Offering.Decides(field) != _form && !isDoubtful)
            {
                continue;
            }

            var value = isDoubtful ? null : FiledOffering.Said(_form, field);
            if (value is not null)
            {
                set[field] = value;
            }
            else if (place.Round is { } round && FundingRoundChanges.Schema.Show(round, field) is not null)
            {
                set[field] = FiledOffering.Nothing(field);
            }
        }

        return set;
    }

    /// <summary>Everything that the filing says of the round; what it says and the round does not show is evidence beside it.</summary>
    private JsonObject SaidOf(FilingPlace place)
    {
        // The day and the kind of security are told by the filing that they are taken from: each has a day of its own.
        var told = FiledOffering.Following.Where(field => place.Following.Contains(field) && (field is "status" || (field == "amount" && place.MayCount) || place.Offering.Decides(field) == _form));
        return new JsonObject(told.Concat(FiledOffering.Filed).Select(field => KeyValuePair.Create(field, FiledOffering.Said(_form, field))).Where(pair => pair.Value is not null));
    }

    /// <param name="set">What the record is to show.</param>
    /// <param name="said">What the filing says beside it.</param>
    private JsonObject Change(string record, string name, Guid? id, JsonObject set, JsonObject? said = null)
    {
        var change = new JsonObject { ["record"] = record, ["set"] = set };
        if (id is { } known)
        {
            change["id"] = known.ToString();
            change["reason"] = Words.Of(RevisionReason.WorldChanged);
            change["note"] = (set.ContainsKey("filedSold") ? "" : "Older than what is shown. ") + (_form.IsAmendment ? "As the amendment (Form D/A) has it." : "As filed (Form D).");
        }
        else
        {
            change["ref"] = name;
        }

        var values = new JsonObject(set.Where(member => member.Value is JsonValue value && value.GetValueKind() != JsonValueKind.False || member.Value is JsonObject)
            .Concat(said ?? []).DistinctBy(member => member.Key).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        var assertions = new JsonArray();
        foreach (var piece in values.Where(member => _form.Fields.ContainsKey(member.Key)).GroupBy(member => _form.Fields[member.Key]))
        {
            var assertion = new JsonObject
            {
                ["passage"] = Passage(piece.Key),
                ["fields"] = new JsonArray([.. piece.Where(member => set.ContainsKey(member.Key)).Select(member => JsonValue.Create(member.Key))]),
                ["values"] = new JsonObject(piece.Where(member => !set.ContainsKey(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))),
            };
            if (_form.SignedOn is { } signed)
            {
                assertion["asOf"] = FiledOffering.Iso(signed);
            }

            assertions.Add(assertion);
        }

        change["assertions"] = assertions;
        return change;
    }

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
