using System.Globalization;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Benchmarks;

/// <summary>
/// Made-up records with all that a disclosure writes beside them: identity, revision, a quote from a text, an assertion with each value. A tenth are
/// companies, and each company has three rounds, three claims and three headcounts of its own. Twenty records come from one source.
/// </summary>
internal sealed class GeneratedLedger(Func<TrackerDbContext> open)
{
    private const int PerCompany = 10;
    private const int PerSource = 20;
    private const int Batch = 100;
    private const int Seed = 20261126;
    private const string Words = "robot arm plans its way on a device in the cell while a cloud far away learns from what the fleet has seen and nobody says who pays for that";

    private static readonly DateTime At = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    private readonly Random _random = new(Seed);

    /// <summary>The day on which all of it came.</summary>
    public static DateOnly Day => DateOnly.FromDateTime(At);

    /// <param name="records">In all.</param>
    public void Fill(int records)
    {
        foreach (var batch in Enumerable.Range(0, records / PerSource).Chunk(Batch))
        {
            using var db = open();
            foreach (var number in batch)
            {
                AddSource(db, number);
            }

            db.SaveChanges();
        }
    }

    private void AddSource(TrackerDbContext db, int number)
    {
        var text = string.Join(' ', Enumerable.Range(0, PerSource).Select(sentence => $"Sentence {number} {sentence} says {Sentence()}."));
        var source = new Source { Slug = Text($"source-{number}"), Title = Text($"Source {number}"), TitleKey = Text($"source {number}"), Kind = SourceKind.Article, Reliability = (Reliability)_random.Next(0, 6), CreatedAt = At };
        var snapshot = new Snapshot { SourceId = source.Id, Kind = SnapshotKind.FullText, Text = text, Sha256 = SnapshotText.Sha256(text), CapturedAt = At };
        var disclosure = new Disclosure { Title = source.Title, By = "generator", SourceId = source.Id, State = DisclosureState.Accepted, CreatedAt = At, UpdatedAt = At, DecidedAt = At, Document = "{}" };
        db.AddRange(source, snapshot, disclosure);
        var company = Guid.Empty;
        for (var index = 0; index < PerSource; index++)
        {
            var record = index % PerCompany == 0 ? Company(Text($"{(char)('A' + (number % 26))}{number} Robotics {index}"), Text($"company-{number}-{index}")) : Of(company, index % PerCompany);
            company = record is Party ? record.Id : company;
            (record.Version, record.CreatedAt, record.UpdatedAt) = (1, At, At);
            db.Records.Add(new RecordIdentity { Id = record.Id, Kind = record.Kind });
            var schema = RecordSchemas.Of(record.Kind);
            schema.Add(db, record);
            var state = schema.Show(record);
            db.Revisions.Add(new Revision { RecordId = record.Id, Version = 1, State = state.ToJsonString(), DisclosureId = disclosure.Id, By = "generator", At = At });
            AddEvidence(db, source, snapshot, disclosure, record, state, index);
        }
    }

    private static void AddEvidence(TrackerDbContext db, Source source, Snapshot snapshot, Disclosure disclosure, Record record, JsonObject state, int sentence)
    {
        var parts = snapshot.Text.Split(". ");
        var start = parts.Take(sentence).Sum(part => part.Length + 2);
        var passage = new Passage { SourceId = source.Id, SnapshotId = snapshot.Id, Exact = parts[sentence], Start = start, End = start + parts[sentence].Length };
        var assertion = new Assertion { RecordId = record.Id, PassageId = passage.Id, SourceId = source.Id, DisclosureId = disclosure.Id, CreatedAt = At };
        assertion.Values.AddRange(state.Select(member => new AssertedValue { AssertionId = assertion.Id, Field = member.Key, Value = member.Value!.ToJsonString(), Adopted = true }));
        db.AddRange(passage, assertion);
    }

    private static Party Company(string name, string slug)
    {
        var company = new Party { Slug = slug, Type = PartyKind.Company };
        company.Rename(name, []);
        return company;
    }

    private Record Of(Guid company, int index) => index switch
    {
        < 4 => new FundingRound
        {
            CompanyId = company,
            Status = (FundingStatus)_random.Next(0, 7),
            Amount = _random.Next(0, 5) == 0 ? null : Money.Of(_random.Next(1, 20_000) * 100_000m, "USD"),
            AnnouncedOn = PartialDate.Of(new DateOnly(2015, 1, 1).AddDays(_random.Next(0, 4000))),
        },
        < 7 => new ArchitectureClaim { CompanyId = company, Plane = (Plane)_random.Next(0, 8), Placement = (Placement)_random.Next(0, 6), Modality = ClaimModality.InUse },
        _ => new Observation
        {
            PartyId = company,
            Metric = Metric.Headcount,
            Quantity = Quantity.Of(_random.Next(1, 2000), "people"),
            AsOf = PartialDate.Of(new DateOnly(2024, 1, 1).AddDays(_random.Next(0, 800))),
        },
    };

    private string Sentence() => string.Join(' ', _random.GetItems(Words.Split(' '), 14));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
