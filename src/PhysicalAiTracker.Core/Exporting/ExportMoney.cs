using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>
/// Gives amounts in US dollars the member <c>usd</c> that all others have where a rate is known, so that whoever adds them up has all of them.
/// A stored state leaves it out, since it says the same twice, and so does one that is read.
/// </summary>
internal static class ExportMoney
{
    private const string Dollars = "USD";

    /// <param name="fields">Of the record.</param>
    /// <param name="state">Canonical JSON of one line.</param>
    public static string WithDollars(IReadOnlyList<Field> fields, string state)
    {
        if (!state.Contains($"\"{Dollars}\"", StringComparison.Ordinal))
        {
            return state;
        }

        var row = JsonNode.Parse(state)!.AsObject();
        Fill(fields, row);
        return row.ToJsonString();
    }

    private static void Fill(IReadOnlyList<Field> fields, JsonObject row)
    {
        foreach (var field in fields)
        {
            switch (field.Shape, row[field.Name])
            {
                case (MoneyShape, JsonObject amount) when (string?)amount["currency"] == Dollars:
                    amount["usd"] = amount["value"]?.DeepClone();
                    break;
                case (ItemsShape parts, JsonArray items):
                    foreach (var item in items.OfType<JsonObject>())
                    {
                        Fill(parts.Fields, item);
                    }

                    break;
            }
        }
    }
}
