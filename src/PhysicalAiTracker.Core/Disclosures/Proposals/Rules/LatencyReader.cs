using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Reads how long or how often: "at 200 Hz", "10 to 15 ms". What is measured is named after the plane.</summary>
internal sealed class LatencyReader(Draft draft, Evidence evidence, string plane)
{
    private static readonly string[] Qualifiers = ["more than ", "less than ", "at least ", "up to ", "about "];

    public void Read(Sentence sentence, int from, int to)
    {
        for (var i = from; i + 1 < to; i++)
        {
            if (sentence[i].Kind != ItemKind.Number || Unit(sentence[i + 1]) is not { } unit)
            {
                continue;
            }

            var qualifier = Qualifiers.FirstOrDefault(word => sentence[i].Value.StartsWith(word, StringComparison.Ordinal)) ?? "";
            var ends = sentence[i].Value[qualifier.Length..].Replace(",", "", StringComparison.Ordinal).Split('–');
            var row = new List<(string, string)> { ("low", ends[0]) };
            if (ends.Length == 2)
            {
                row.Add(("high", ends[1]));
            }

            row.Add(("unit", unit));
            if (qualifier.Length > 0 && ends.Length == 1)
            {
                row.Add(("qualifier", qualifier switch { "up to " => "at-most", _ => qualifier.Trim().Replace(' ', '-') }));
            }

            row.Add(("measures", unit == "Hz" ? $"{plane} rate" : $"{plane} latency"));
            draft.PutRow(evidence, "latencies", sentence[i], [.. row]);
            evidence.Cover(sentence[i + 1]);
        }
    }

    private static string? Unit(Item item) => item.Lower switch { "ms" or "millisecond" or "milliseconds" => "ms", "hz" or "hertz" => "Hz", _ => null };
}
