using System.Globalization;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Likeness;

namespace PhysicalAiTracker.Benchmarks.Data;

/// <summary>One made-up source, its text and the disclosure that enters it: what its records rest on.</summary>
internal sealed class GeneratedEvidence
{
    private const string Words = "robot arm plans its way on a device in the cell while a cloud far away learns from what the fleet has seen and nobody says who pays for that";

    private readonly GeneratedIds _ids;
    private readonly Action<object> _write;
    private readonly string[] _sentences;
    private readonly Source _source;
    private readonly Snapshot _snapshot;
    private readonly Disclosure _disclosure;

    private int _used;

    /// <param name="records">So many records rest on it.</param>
    public GeneratedEvidence(int number, int records, DateTime at, Random random, GeneratedIds ids, Action<object> write)
    {
        (_ids, _write) = (ids, write);
        var words = Words.Split(' ');
        _sentences = [.. Enumerable.Range(0, records).Select(sentence => Text($"Sentence {sentence} of report {number} says {string.Join(' ', random.GetItems(words, 14))}."))];
        var title = Text($"Report {number}");
        _source = new Source
        {
            Id = ids.Next(),
            Slug = Text($"report-{number}"),
            Title = title,
            TitleKey = NameKey.Of(title),
            Publisher = Text($"Observer {number % 200}"),
            Kind = SourceKind.Article,
            Reliability = (Reliability)random.Next(0, 6),
            PublishedOn = PartialDate.Of(new DateOnly(2018, 1, 1).AddDays(random.Next(0, 3000))),
            TextIsPublic = true,
            CreatedAt = at,
        };
        var text = string.Join(' ', _sentences);
        _snapshot = new Snapshot { Id = ids.Next(), SourceId = _source.Id, Kind = SnapshotKind.FullText, Text = text, Sha256 = SnapshotText.Sha256(text), CapturedAt = at };
        _disclosure = new Disclosure
        {
            Id = ids.Next(), Title = title, By = "generator", SourceId = _source.Id, State = DisclosureState.Accepted, CreatedAt = at, UpdatedAt = at, DecidedAt = at, ChangeCount = records, Document = "{}",
        };
    }

    /// <summary>Writes the source itself with what is derived of it.</summary>
    /// <param name="document">Number of its search document.</param>
    public void Begin(long document)
    {
        _write(_source);
        _write(_snapshot);
        _write(_disclosure);
        foreach (var hash in Shingles.Of(_snapshot.Text).Sketch())
        {
            _write(new SnapshotHash { SnapshotId = _snapshot.Id, Hash = hash });
        }

        Write(SearchWords.Of(_source.Id, SearchKinds.Source, _source.Title, [_source.Publisher, _source.Author, _source.Note, _snapshot.Text]), document);
    }

    /// <summary>Writes a record with all that a disclosure writes beside it, and what is derived of both.</summary>
    /// <param name="names">Of the parties that it mentions.</param>
    public void Write(Record record, IReadOnlyDictionary<Guid, (string Slug, string Name)> names, long document)
    {
        var schema = RecordSchemas.Of(record.Kind);
        var state = schema.Show(record);
        var told = schema.Fields.Where(field => !field.IsEditorial && state.ContainsKey(field.Name)).Select(field => field.Name).ToHashSet();
        IReadOnlyCollection<GradeEvidence> evidence =
        [
            new GradeEvidence(
                _source.Slug, _source.Publisher!, _source.Reliability, _source.Reliability, Interested: false, Polarity.Affirms, AssertionModality.Stated, null, Proof.Intact, _source.PublishedOn!.Earliest),
        ];
        var grades = GradeDerivation.RowsOf(record.Id, record.Kind, state, told.Contains, field => told.Contains(field) ? evidence : [], _ => false, new KnownOutcomes());
        (record.Version, record.CreatedAt, record.UpdatedAt) = (1, _disclosure.CreatedAt, _disclosure.CreatedAt);
        GeneratedGrades.Keep(record, grades[^1]);
        _write(new RecordIdentity { Id = record.Id, Kind = record.Kind });
        _write(record);
        _write(new Revision { Id = _ids.Next(), RecordId = record.Id, Version = 1, State = state.ToJsonString(), DisclosureId = _disclosure.Id, By = _disclosure.By, At = _disclosure.CreatedAt });
        WriteAssertion(record, state, told);
        grades.ForEach(_write);
        Write(SearchWords.Of(record.Id, record.Kind, state, names, names.ToLookup(pair => pair.Key, pair => pair.Value.Name)), document);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Write(SearchDocument words, long number)
    {
        words.Id = number;
        _write(words);
    }

    private void WriteAssertion(Record record, JsonObject state, HashSet<string> told)
    {
        var start = _sentences.Take(_used).Sum(sentence => sentence.Length + 1);
        var exact = _sentences[_used++];
        var passage = new Passage { Id = _ids.Next(), SourceId = _source.Id, SnapshotId = _snapshot.Id, Exact = exact, Start = start, End = start + exact.Length };
        var assertion = new Assertion { Id = _ids.Next(), RecordId = record.Id, PassageId = passage.Id, SourceId = _source.Id, DisclosureId = _disclosure.Id, CreatedAt = _disclosure.CreatedAt };
        assertion.Values.AddRange(told.Select(field => new AssertedValue { Field = field, Value = state[field]!.ToJsonString(), Adopted = true }));
        _write(passage);
        _write(assertion);
    }
}
