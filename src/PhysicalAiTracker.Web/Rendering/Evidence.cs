using System.Collections.Concurrent;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>What is said of one value: the assertions that speak of it. A list has hundreds of them, so that one walk finds all there is to know.</summary>
public sealed class Evidence
{
    private static readonly ConcurrentDictionary<string, string[]> Names = new(StringComparer.Ordinal);

    private readonly List<ISaid> _said = [];

    /// <param name="said">What is said of the records; null where the page shows no evidence.</param>
    private Evidence(IEnumerable<ISaid>? said, string[]? fields)
    {
        Fields = fields;
        var (firmest, firmestShown) = ((AssertionModality?)null, (AssertionModality?)null);
        foreach (var item in said ?? [])
        {
            if (Look(item, out var isShown))
            {
                _said.Add(item);
                IsWhole &= item is AssertionItem;
                IsDenied |= item.Polarity == Polarity.Denies;
                if (item.Polarity == Polarity.Affirms)
                {
                    firmest = firmest <= item.Modality ? firmest : item.Modality;
                    firmestShown = !isShown || firmestShown <= item.Modality ? firmestShown : item.Modality;
                }
            }
        }

        Wording = firmestShown ?? firmest ?? AssertionModality.Stated;
        Label = said is null || Fields is null ? "" : Label.Length > 0 ? Label : Labels.OfName(Fields[0]).ToLowerInvariant();
    }

    /// <summary>The assertions that speak of any of the fields.</summary>
    public IReadOnlyList<ISaid> Said => _said;

    /// <summary>What the value is called; empty where it is all that is said of a record.</summary>
    public string Label { get; private set; } = "";

    /// <summary>The fields asked for; null for all that is said of the record.</summary>
    public IReadOnlyList<string>? Fields { get; }

    /// <summary>Whether some passage says that there is nothing to tell: looked for and not disclosed.</summary>
    public bool SaysNothing { get; private set; }

    /// <summary>Whether an open contradiction is about it.</summary>
    public bool IsContested { get; private set; }

    public bool IsDenied { get; }

    /// <summary>Whether the words of the passages are at hand; otherwise a page has them.</summary>
    public bool IsWhole { get; } = true;

    /// <summary>The firmest wording among those whose value is shown.</summary>
    public AssertionModality Wording { get; }

    /// <summary>The records that it is about.</summary>
    public IEnumerable<Guid> Records => _said.Select(said => said.RecordId).Distinct();

    /// <summary>With their words, cut down to the fields; empty where those are not at hand.</summary>
    public IReadOnlyList<AssertionItem> Assertions =>
        [.. _said.OfType<AssertionItem>().Select(said => Fields is null ? said : said with { Values = [.. said.Values.Where(value => Fields.Contains(value.Field))] })];

    /// <param name="said">What is said of the records; null where the page shows no evidence.</param>
    /// <param name="fields">Names joined by commas, as pages write them; null for every field.</param>
    public static Evidence Of(IEnumerable<ISaid>? said, string? fields) =>
        new(said, fields is null ? null : Names.GetOrAdd(fields, static names => names.Split(',', StringSplitOptions.TrimEntries)));

    /// <summary>Of fields that a reader names.</summary>
    public static Evidence OfAsked(IEnumerable<ISaid> said, string[]? fields) => new(said, fields);

    /// <summary>Notes what an assertion says of the fields.</summary>
    /// <param name="isShown">Whether the record shows a value of it.</param>
    /// <returns>Whether it speaks of them.</returns>
    private bool Look(ISaid said, out bool isShown)
    {
        var speaks = Fields is null;
        isShown = false;
        var values = said.Values;
        for (var at = 0; at < values.Count; at++)
        {
            var value = values[at];
            if (Fields is not null && !Fields.Contains(value.Field))
            {
                continue;
            }

            speaks = true;
            isShown |= value.Adopted;
            SaysNothing |= !value.IsTold;
            IsContested |= value.Contradiction is not null;
            if (Label.Length == 0 && Fields is not null && value.Field == Fields[0])
            {
                Label = value.Label.ToLowerInvariant();
            }
        }

        return speaks;
    }
}
