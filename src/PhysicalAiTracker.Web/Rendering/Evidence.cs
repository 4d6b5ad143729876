using System.Collections.Concurrent;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>What is said of one value: the assertions that speak of it. A list has hundreds of them, so that one walk finds all there is to know.</summary>
public sealed class Evidence
{
    private static readonly ConcurrentDictionary<string, string[]> Names = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<ISaid> _all;
    private readonly List<Guid> _records = new(1);

    /// <param name="all">What is said of the records; null where the page shows no evidence.</param>
    private Evidence(IReadOnlyList<ISaid>? all, string[]? fields)
    {
        Fields = fields;
        _all = all ?? [];
        var (firmest, firmestShown) = ((AssertionModality?)null, (AssertionModality?)null);
        for (var at = 0; at < _all.Count; at++)
        {
            var item = _all[at];
            if (Look(item, out var isShown))
            {
                Count++;
                IsWhole &= item is AssertionItem;
                IsDenied |= item.Polarity == Polarity.Denies;
                if (!_records.Contains(item.RecordId))
                {
                    _records.Add(item.RecordId);
                }

                if (item.Polarity == Polarity.Affirms)
                {
                    firmest = firmest <= item.Modality ? firmest : item.Modality;
                    firmestShown = !isShown || firmestShown <= item.Modality ? firmestShown : item.Modality;
                }
            }
        }

        Wording = firmestShown ?? firmest ?? AssertionModality.Stated;
        Label = all is null || Fields is null ? "" : Label.Length > 0 ? Label : Labels.OfName(Fields[0]).ToLowerInvariant();
    }

    /// <summary>How many assertions speak of any of the fields.</summary>
    public int Count { get; }

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
    public IReadOnlyList<Guid> Records => _records;

    /// <summary>With their words, cut down to the fields; empty where those are not at hand.</summary>
    public IReadOnlyList<AssertionItem> Assertions =>
        [.. _all.OfType<AssertionItem>().Where(said => Fields is null || said.Values.Any(value => Fields.Contains(value.Field)))
            .Select(said => Fields is null ? said : said with { Values = [.. said.Values.Where(value => Fields.Contains(value.Field))] })];

    /// <param name="said">What is said of the records; null where the page shows no evidence.</param>
    /// <param name="fields">Names joined by commas, as pages write them; null for every field.</param>
    public static Evidence Of(IEnumerable<ISaid>? said, string? fields) => Of(Listed(said), fields);

    /// <inheritdoc cref="Of(IEnumerable{ISaid}?, string?)"/>
    public static Evidence Of(IReadOnlyList<ISaid>? said, string? fields) =>
        new(said, fields is null ? null : Names.GetOrAdd(fields, static names => names.Split(',', StringSplitOptions.TrimEntries)));

    /// <summary>At hand for all the fields of a record.</summary>
    public static IReadOnlyList<ISaid>? Listed(IEnumerable<ISaid>? said) => said is null ? null : said as IReadOnlyList<ISaid> ?? [.. said];

    /// <summary>Of fields that a reader names.</summary>
    public static Evidence OfAsked(IEnumerable<ISaid> said, string[]? fields) => new(Listed(said), fields);

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
