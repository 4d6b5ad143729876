namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>A place in a form at which something may be wrong. Its pointer is its id on the page.</summary>
/// <param name="pointer">JSON pointer into the document.</param>
/// <param name="label">What the form calls it.</param>
/// <param name="around">What it stands in; null for a place of its own.</param>
public abstract class Slot(string pointer, string label, Slot? around)
{
    public string Pointer { get; } = pointer;

    public string Label { get; } = label;

    public List<string> Problems { get; } = [];

    /// <summary>The whole way to it, for the summary on top: “1. Funding round, amount”.</summary>
    public string Path => around is null ? Label : $"{around.Path}, {char.ToLowerInvariant(Label[0])}{Label[1..]}";

    /// <summary>Ids of what describes an input, for <c>aria-describedby</c>; null where nothing does.</summary>
    public string? DescribedBy(bool hint) =>
        string.Join(' ', new[] { hint ? $"{Pointer}-h" : null, Problems.Count > 0 ? $"{Pointer}-e" : null }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}

/// <summary>Something wrong, with the place on the page where it can be put right.</summary>
/// <param name="Href">A place on this page, or another page of the same draft.</param>
public sealed record Complaint(string Href, string Text);

/// <summary>All places of a form, by pointer.</summary>
public sealed class Slots
{
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    public T Add<T>(T slot)
        where T : Slot
    {
        _slots[slot.Pointer] = slot;
        return slot;
    }

    public Slot? Find(string pointer) => _slots.GetValueOrDefault(pointer);

    /// <summary>Puts a problem at the place with its pointer, or at the nearest one around it; null where there is none at all.</summary>
    public Complaint? Place(string pointer, string message)
    {
        for (var at = pointer; at.Length > 0; at = at[..at.LastIndexOf('/')])
        {
            if (_slots.TryGetValue(at, out var slot))
            {
                slot.Problems.Add(Sentence(message));
                return new Complaint($"#{at}", $"{slot.Path}: {message}");
            }
        }

        return null;
    }

    private static string Sentence(string message) => Rendering.Labels.Begin(message) + (message[^1] is '.' or '?' ? "" : ".");
}
