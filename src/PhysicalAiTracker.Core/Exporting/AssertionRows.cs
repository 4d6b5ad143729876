using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>Assertions as rows, each with what it says field by field.</summary>
internal static class AssertionRows
{
    private const string All = """
        SELECT a."Id", a."RecordId", a."PassageId", a."SourceId", a."OriginId", a."ClaimantId", a."ClaimantName", a."ClaimantInterest", a."Polarity", a."Modality", a."Credibility",
            a."AsOf", a."Note", a."DisclosureId", a."CreatedAt", v."Field", v."Value", v."Adopted"
        FROM "Assertions" AS a LEFT JOIN "AssertedValues" AS v ON v."AssertionId" = a."Id"
        ORDER BY a."Id"
        """;

    /// <summary>All, in order. They are most of an export, so that they are read from the database's rows, of which each value is one, without an entity for it.</summary>
    public static async IAsyncEnumerable<AssertionRow> AllAsync(TrackerDbContext db, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = All;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            AssertionRow? row = null;
            var values = new List<AssertedRow>();
            while (await reader.ReadAsync(cancellation))
            {
                if (reader.GetGuid(0) is var id && id != row?.Id)
                {
                    if (row is not null)
                    {
                        yield return With(row, values);
                    }

                    row = Show(reader, id);
                    values.Clear();
                }

                if (!reader.IsDBNull(15))
                {
                    values.Add(new AssertedRow(reader.GetString(15), new RawJson(reader.GetString(16)), reader.GetBoolean(17)));
                }
            }

            if (row is not null)
            {
                yield return With(row, values);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static AssertionRow With(AssertionRow row, List<AssertedRow> values) => row with { Values = [.. values.OrderBy(value => value.Field, StringComparer.Ordinal)] };

    /// <summary>Without its values.</summary>
    private static AssertionRow Show(DbDataReader reader, Guid id)
    {
        Guid? IdAt(int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);
        string? TextAt(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        return new AssertionRow(
            id,
            reader.GetGuid(1),
            reader.GetGuid(2),
            reader.GetGuid(3),
            IdAt(4),
            IdAt(5),
            TextAt(6),
            TextAt(7),
            Words.Parse<Polarity>(reader.GetString(8)),
            Words.Parse<AssertionModality>(reader.GetString(9)),
            reader.IsDBNull(10) ? null : reader.GetInt32(10),
            TextAt(11) is { } date ? PartialDate.Parse(date) : null,
            TextAt(12),
            reader.GetGuid(13),
            DateTime.SpecifyKind(reader.GetDateTime(14), DateTimeKind.Utc),
            []);
    }

    /// <exception cref="FormatException">It has a value that is none.</exception>
    public static Assertion Read(AssertionRow r)
    {
        ExportLines.RefuseNull("values", r.Values);
        return new Assertion
        {
            Id = r.Id,
            RecordId = r.RecordId,
            PassageId = r.PassageId,
            SourceId = r.SourceId,
            OriginId = r.OriginId,
            ClaimantId = r.ClaimantId,
            ClaimantName = r.ClaimantName,
            ClaimantInterest = r.ClaimantInterest,
            Polarity = r.Polarity,
            Modality = r.Modality,
            Credibility = r.Credibility,
            AsOf = r.AsOf,
            Note = r.Note,
            DisclosureId = r.DisclosureId,
            CreatedAt = r.CreatedAt,
            Values = [.. r.Values.Select(v => new AssertedValue { AssertionId = r.Id, Field = v.Field, Value = v.Value.Text, Adopted = v.Adopted })],
        };
    }
}

/// <summary>The texts of snapshots.</summary>
internal static class ExportTexts
{
    /// <summary>The text, which must be the one that was hashed; empty where it was withheld.</summary>
    /// <exception cref="FormatException">It is another text.</exception>
    public static string Checked(SnapshotRow row) => row.Text is { } text && SnapshotText.Sha256(text) != row.Sha256
        ? throw new FormatException("its text is not the one that its SHA-256 was made of")
        : row.Text ?? "";
}
