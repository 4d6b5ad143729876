using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Fields;

/// <summary>Collects every problem of a document while it is read, and knows what its references mean.</summary>
public sealed class ReadContext
{
    /// <summary>Beyond this many the rest is counted, not listed.</summary>
    public const int MaxProblems = 500;

    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, (RecordKind Kind, Guid Id)> _refs = new(StringComparer.Ordinal);

    private bool _ofState;

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The parties that names in this document may mean.</summary>
    public PartyDirectory Parties { get; } = new();

    /// <summary>The sources that this document may mention, by slug and by id.</summary>
    public Dictionary<string, Guid> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>The records that ids in this document mean.</summary>
    public Dictionary<Guid, RecordKind> Records { get; } = [];

    /// <summary>Records that packs brought in, by pack and ref: <c>pack#ref</c>.</summary>
    public Dictionary<string, Guid> Imported { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids in this document that were merged, and into which record.</summary>
    public Dictionary<Guid, Guid> Merged { get; } = [];

    /// <summary>The assertions that ids in this document mean.</summary>
    public HashSet<Guid> Assertions { get; } = [];

    /// <summary>For a stored state, whose references are ids and were right when it was stored.</summary>
    internal static ReadContext OfState() => new() { _ofState = true };

    public void Report(string pointer, string message)
    {
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(new Problem(pointer, message));
        }
    }

    /// <summary>Names a record of this document; false where the name is taken.</summary>
    public bool Define(string name, RecordKind kind, Guid id) => _refs.TryAdd(name, (kind, id));

    /// <summary>The party meant, or null after reporting why there is none.</summary>
    public Guid? FindParty(string text, string pointer)
    {
        if (_ofState || text.StartsWith('#'))
        {
            return FindRecord(RecordKind.Party, text, pointer);
        }

        var (found, problem) = Parties.Find(text);
        if (found is null)
        {
            Report(pointer, problem!);
        }

        return found;
    }

    /// <summary>The record meant, or null after reporting why there is none.</summary>
    public Guid? FindRecord(RecordKind kind, string text, string pointer)
    {
        var word = Shared.Words.Of(kind);
        if (text.StartsWith('#'))
        {
            if (_refs.TryGetValue(text[1..], out var local) && local.Kind == kind)
            {
                return local.Id;
            }

            Report(pointer, $"refers to {text}, but no {word} of this document has that ref");
            return null;
        }

        if ((Guid.TryParse(text, out var id) || Imported.TryGetValue(text, out id))
            && Merged.GetValueOrDefault(id, id) is var meant && (_ofState || (Records.TryGetValue(meant, out var actual) && actual == kind)))
        {
            return meant;
        }

        Report(pointer, $"“{Short(text)}” is no {word}: give its id, or #ref for one of this document");
        return null;
    }

    /// <summary>The source meant, or null after reporting why there is none.</summary>
    public Guid? FindSource(string text, string pointer)
    {
        if (Sources.TryGetValue(text, out var id) || (_ofState && Guid.TryParse(text, out id)))
        {
            return id;
        }

        Report(pointer, $"“{Short(text)}” is no known source: give its slug or id, or add it to the origins");
        return null;
    }

    /// <summary>The assertion meant, or null after reporting that there is none.</summary>
    public Guid? FindAssertion(string text, string pointer)
    {
        if (Guid.TryParse(text, out var id) && (_ofState || Assertions.Contains(id)))
        {
            return id;
        }

        Report(pointer, $"“{Short(text)}” is no accepted assertion: give its id");
        return null;
    }

    internal static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
