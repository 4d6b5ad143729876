using System.Text.Json;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>What is said of one value: the assertions that speak of it, cut down to the fields asked for.</summary>
/// <param name="Label">What the value is called; empty where nothing is said.</param>
/// <param name="Fields">The fields asked for; null for all that is said of the record.</param>
public sealed record Evidence(IReadOnlyList<AssertionItem> Assertions, string Label, IReadOnlyList<string>? Fields = null)
{
    /// <summary>Whether some passage says that there is nothing to tell: looked for and not disclosed.</summary>
    public bool SaysNothing => Assertions.Any(a => a.Values.Any(v => v.Value.ValueKind == JsonValueKind.Null));

    /// <summary>Whether an open contradiction is about it.</summary>
    public bool IsContested => Assertions.Any(a => a.Values.Any(v => v.Contradiction is not null));

    public bool IsDenied => Assertions.Any(a => a.Polarity == Polarity.Denies);

    /// <summary>The firmest wording among those whose value is shown.</summary>
    public AssertionModality Wording
    {
        get
        {
            var affirmed = Assertions.Where(a => a.Polarity == Polarity.Affirms).ToList();
            var shown = affirmed.Where(a => a.Values.Any(v => v.Adopted)).ToList();
            return (shown.Count > 0 ? shown : affirmed).Select(a => a.Modality).DefaultIfEmpty(AssertionModality.Stated).Min();
        }
    }

    /// <param name="fields">Names joined by commas; null for every field.</param>
    public static Evidence Of(IEnumerable<AssertionItem>? assertions, string? fields)
    {
        if (assertions is null)
        {
            return new Evidence([], "");
        }

        var names = fields?.Split(',', StringSplitOptions.TrimEntries);
        List<AssertionItem> kept =
        [
            .. assertions.Select(a => names is null ? a : a with { Values = [.. a.Values.Where(v => names.Contains(v.Field))] })
                .Where(a => names is null || a.Values.Count > 0),
        ];
        var label = names is null ? "" : kept.SelectMany(a => a.Values).FirstOrDefault(v => v.Field == names[0])?.Label.ToLowerInvariant();
        return new Evidence(kept, Fields: names, Label: label ?? (names is null ? "" : Labels.OfName(names[0]).ToLowerInvariant()));
    }
}
