using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Importing.Restoring;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>One table of an export: how its rows are written and read again.</summary>
/// <param name="Name">Of its files, without the ending.</param>
internal abstract record ExportTable(string Name)
{
    /// <summary>How the rows look as a table.</summary>
    public abstract IReadOnlyList<ExportColumn> Columns { get; }

    /// <summary>Each row as a line of JSON in UTF-8, without its end, in an order that is the same on every database. A line is gone with the next.</summary>
    public abstract IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(TrackerDbContext db, CancellationToken cancellation);

    /// <summary>Writes the row of a line to a database.</summary>
    /// <exception cref="JsonException">The line is no such row.</exception>
    /// <exception cref="FormatException">The row is none that the tracker could have written.</exception>
    public abstract void Restore(string line, RestoreScene scene);
}

/// <summary>Rows that are an entity each.</summary>
/// <param name="Rows">In order.</param>
internal sealed record RowTable<TEntity, TRow>(
    string Name, Func<TrackerDbContext, CancellationToken, IAsyncEnumerable<TRow>> Rows, Func<TRow, RestoreScene, TEntity> Read, IReadOnlyList<string> NotInTable) : ExportTable(Name)
    where TEntity : class
{
    public override IReadOnlyList<ExportColumn> Columns { get; } =
    [
        .. ExportJson.Options.GetTypeInfo(typeof(TRow)).Properties.Where(member => !NotInTable.Contains(member.Name)).Select(ColumnOf),
    ];

    public override async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(TrackerDbContext db, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var line = new ExportLine();
        await foreach (var row in Rows(db, cancellation).WithCancellation(cancellation))
        {
            yield return line.Of(row);
        }
    }

    public override void Restore(string line, RestoreScene scene) => scene.Write(Read(ExportLines.Row<TRow>(line), scene));

    private static ExportColumn ColumnOf(JsonPropertyInfo member) =>
        (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType) switch
        {
            var type when type == typeof(DateTime) => ExportColumns.Time(member.Name),
            var type when type == typeof(PartialDate) => ExportColumns.Date(member.Name),
            _ => ExportColumns.Member(member.Name),
        };
}

/// <summary>Records of one kind: their newest state, as the history has it.</summary>
internal sealed record RecordTable<T>(string Name, RecordKind Kind) : ExportTable(Name)
    where T : Record
{
    public override IReadOnlyList<ExportColumn> Columns { get; } =
    [
        ExportColumns.Member("id"), ExportColumns.Member("version"), ExportColumns.Time("createdAt"), ExportColumns.Time("updatedAt"),
        .. RecordSchemas.Of(Kind).Fields.SelectMany(ExportColumns.Of),
    ];

    /// <summary>The state is taken as it is stored, but for the worth of dollars in dollars: nothing is read into a record and shown again.</summary>
    public override async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(TrackerDbContext db, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var line = new ExportLine();
        var rows = from record in db.Set<T>().AsNoTracking()
                   join revision in db.Revisions on new { Id = record.Id, record.Version } equals new { Id = revision.RecordId, revision.Version }
                   orderby record.Id
                   select new { record.Id, record.Version, record.CreatedAt, record.UpdatedAt, revision.State };
        var fields = RecordSchemas.Of(Kind).Fields;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return line.Of(new RecordHead(row.Id, row.Version, row.CreatedAt, row.UpdatedAt), ExportMoney.WithDollars(fields, new RawJson(row.State!).OneLine));
        }
    }

    public override void Restore(string line, RestoreScene scene)
    {
        var row = ExportLines.Parse(line);
        var schema = RecordSchemas.Of(Kind);
        var record = schema.Create();
        var head = ExportLines.Head<RecordHead>(row);
        (record.Id, record.Version, record.CreatedAt, record.UpdatedAt) = (head.Id, head.Version, head.CreatedAt, head.UpdatedAt);
        var context = ReadContext.OfState();
        foreach (var (name, value) in row)
        {
            if (schema.Find(name) is null)
            {
                throw new FormatException($"{Pointers.Append("", name)} is no field of a {Words.Of(Kind)}");
            }

            schema.Read(record, name, value, Pointers.Append("", name), context);
        }

        ExportLines.Refuse(context);
        scene.Add(record, schema.Show(record).ToJsonString());
    }
}

/// <summary>Sources, with the fields that forms and packs have.</summary>
internal sealed record SourceTable(string Name) : ExportTable(Name)
{
    public override IReadOnlyList<ExportColumn> Columns { get; } =
        [ExportColumns.Member("id"), ExportColumns.Time("createdAt"), .. EvidenceFields.Source.All.SelectMany(ExportColumns.Of)];

    public override async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(TrackerDbContext db, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var line = new ExportLine();
        await foreach (var source in db.Sources.AsNoTracking().OrderBy(s => s.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return line.Of(new SourceHead(source.Id, source.CreatedAt), EvidenceFields.Source.Show(source).ToJsonString());
        }
    }

    public override void Restore(string line, RestoreScene scene)
    {
        var row = ExportLines.Parse(line);
        var head = ExportLines.Head<SourceHead>(row);
        var source = new Source { Id = head.Id, CreatedAt = head.CreatedAt };
        var context = ReadContext.OfState();
        EvidenceFields.Source.Read(source, row, "", context);
        ExportLines.Refuse(context);
        scene.Add(source);
    }
}

/// <summary>What a record has beside its fields.</summary>
internal sealed record RecordHead(Guid Id, int Version, DateTime CreatedAt, DateTime UpdatedAt);

/// <summary>What a source has beside its fields.</summary>
internal sealed record SourceHead(Guid Id, DateTime CreatedAt);
