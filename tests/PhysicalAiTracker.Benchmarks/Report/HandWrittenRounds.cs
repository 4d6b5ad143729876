using System.Buffers;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PhysicalAiTracker.Benchmarks.Report;

/// <summary>
/// The list of rounds by a prepared statement and a JSON writer, as one would write it for this list alone. It has each round's own columns and its company, and
/// neither investors nor grades nor links, which the tracker's answer has: it does less.
/// </summary>
internal static class HandWrittenRounds
{
    private const string Statement = """
        SELECT r."Id", r."Version", r."CreatedAt", r."UpdatedAt", p."Slug", p."Name", p."Type", r."Stage", r."StageAsAnnounced", r."Status", r."Instrument", r."Amount_Minor", r."Amount_Currency",
            r."AmountUsdMinor", r."Valuation_Minor", r."Valuation_Currency", r."ValuationUsdMinor", r."ValuationKind", r."AnnouncedOn", r."ClosedOn", r."ReportedOn", r."Unspecified", r."Note"
        FROM "FundingRounds" AS r JOIN "Parties" AS p ON p."Id" = r."CompanyId"
        WHERE r."AmountUsdMinor" >= @low AND r."AmountUsdMinor" <= @high AND r."AnnouncedFrom" <= @to AND r."AnnouncedTo" >= @from
        ORDER BY r."AmountUsdMinor" DESC, r."Id" DESC LIMIT 50
        """;

    private static readonly ConcurrentBag<DbCommand> Commands = [];

    public static byte[] Read(Func<DbConnection> open, IQueryCollection query)
    {
        if (!Commands.TryTake(out var command))
        {
            command = Prepare(open());
        }

        command.Parameters["@low"].Value = long.Parse(query["amountUsdMin"]!, CultureInfo.InvariantCulture) * 100;
        command.Parameters["@high"].Value = long.Parse(query["amountUsdMax"]!, CultureInfo.InvariantCulture) * 100;
        command.Parameters["@from"].Value = DateOnly.Parse(query["announcedFrom"]!, CultureInfo.InvariantCulture);
        command.Parameters["@to"].Value = DateOnly.Parse(query["announcedTo"]!, CultureInfo.InvariantCulture);
        var bytes = new ArrayBufferWriter<byte>(32 * 1024);
        using (var json = new Utf8JsonWriter(bytes))
        using (var row = command.ExecuteReader())
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            while (row.Read())
            {
                json.WriteStartObject();
                for (var column = 0; column < row.FieldCount; column++)
                {
                    Write(json, row, column);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        Commands.Add(command);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Before the database is gone.</summary>
    public static void Close()
    {
        while (Commands.TryTake(out var command))
        {
            command.Connection!.Dispose();
            command.Dispose();
        }
    }

    private static void Write(Utf8JsonWriter json, DbDataReader row, int column)
    {
        json.WritePropertyName(row.GetName(column));
        switch (row.GetValue(column))
        {
            case DBNull:
                json.WriteNullValue();
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case Guid id:
                json.WriteStringValue(id);
                break;
            case DateTime time:
                json.WriteStringValue(time);
                break;
            case var other:
                json.WriteStringValue(Convert.ToString(other, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static DbCommand Prepare(DbConnection connection)
    {
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = Statement;
        foreach (var (name, value) in new (string, object)[] { ("@low", 0L), ("@high", 0L), ("@from", default(DateOnly)), ("@to", default(DateOnly)) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }
}
