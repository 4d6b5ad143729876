using System.Buffers;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Benchmarks.Report;

/// <summary>
/// The list of rounds by a prepared statement and a JSON writer, as one would write it for this list, these filters and these members alone: the items are the
/// tracker's, byte for byte, without the total and the way to the next page.
/// </summary>
internal static class HandWrittenRounds
{
    private const string Statement = """
        SELECT r."Id", p."Slug", p."Name", p."Type", r."Stage", r."Status", r."Instrument",
            r."Amount_Minor", r."Amount_Currency", r."Amount_Qualifier", r."Amount_UsdMinor", r."Amount_UsdRateOn",
            r."Valuation_Minor", r."Valuation_Currency", r."Valuation_Qualifier", r."Valuation_UsdMinor", r."Valuation_UsdRateOn", r."ValuationKind", r."AnnouncedOn"
        FROM "FundingRounds" AS r JOIN "Parties" AS p ON p."Id" = r."CompanyId"
        WHERE r."AmountUsdMinor" >= @low AND r."AmountUsdMinor" <= @high AND r."AnnouncedFrom" <= @to AND r."AnnouncedTo" >= @from
        ORDER BY r."AmountUsdMinor" DESC, r."Id" DESC LIMIT 50
        """;

    /// <summary>Takes zeros from the end of a number.</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        using (var json = new Utf8JsonWriter(bytes, Writing))
        using (var row = command.ExecuteReader())
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            while (row.Read())
            {
                json.WriteStartObject();
                json.WriteString("id", row.GetGuid(0));
                var slug = row.GetString(1);
                json.WriteStartObject("company");
                json.WriteString("slug", slug);
                json.WriteString("name", row.GetString(2));
                json.WriteString("kind", row.GetString(3));
                json.WriteString("url", $"/api/v1/companies/{slug}");
                json.WriteEndObject();
                Write(json, "stage", row, 4);
                Write(json, "status", row, 5);
                Write(json, "instrument", row, 6);
                WriteMoney(json, "amount", row, 7);
                WriteMoney(json, "valuation", row, 12, kind: 17);
                Write(json, "announcedOn", row, 18);
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

    private static void Write(Utf8JsonWriter json, string name, DbDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, row.GetString(column));
        }
    }

    /// <param name="first">Number of the first of its five columns.</param>
    /// <param name="kind">Of a valuation.</param>
    private static void WriteMoney(Utf8JsonWriter json, string name, DbDataReader row, int first, int? kind = null)
    {
        if (row.IsDBNull(first))
        {
            json.WriteNull(name);
            return;
        }

        var qualifier = row.GetString(first + 2);
        var rateOn = row.IsDBNull(first + 4) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(first + 4);
        var money = Money.Stored(row.GetInt64(first), row.GetString(first + 1), Words.Parse<Qualifier>(qualifier), row.IsDBNull(first + 3) ? null : row.GetInt64(first + 3), rateOn)!;
        json.WriteStartObject(name);
        json.WriteNumber("value", money.Value / One);
        json.WriteString("currency", money.Currency);
        if (money.UsdMinor is { } cents)
        {
            json.WriteNumber("usd", cents / 100m / One);
        }
        else
        {
            json.WriteNull("usd");
        }

        json.WriteString("qualifier", qualifier);
        if (rateOn is { } on)
        {
            json.WriteString("usdRateOn", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNull("usdRateOn");
        }

        if (kind is { } column)
        {
            Write(json, "kind", row, column);
        }

        json.WriteString("text", money.ToDisplay());
        json.WriteEndObject();
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
