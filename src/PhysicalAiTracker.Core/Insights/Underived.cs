using PhysicalAiTracker.Core.Insights.Duplicates;

namespace PhysicalAiTracker.Core.Insights;

/// <summary>What was written, and what hangs on it.</summary>
/// <param name="Records">That were made, changed, removed or restored.</param>
/// <param name="Sources">Known ones that changed.</param>
/// <param name="Told">Sources that were made or changed: what searches look in has them too.</param>
/// <param name="Rows">All rows, where they are all new and nobody need read them again; otherwise empty.</param>
internal sealed record Written(IReadOnlyCollection<Guid> Records, IReadOnlyCollection<Guid> Sources, IReadOnlyCollection<Guid> Told, IReadOnlyList<object> Rows);

/// <summary>
/// The new rows of an import of which nothing is derived yet. To derive takes some forty queries, whether of the rows of one disclosure or of ten, and the index of words
/// is written in pieces as large as what is given to it at once.
/// </summary>
internal sealed class Underived
{
    /// <summary>Records, with some ten rows each: about 2 MB.</summary>
    private const int Most = 400;

    private readonly List<Guid> _records = [];
    private readonly List<Guid> _told = [];
    private readonly List<object> _rows = [];

    /// <summary>Wait longer than the parties whose hashes they are.</summary>
    public WaitingHashes Hashes { get; } = new();

    /// <summary>What the parties that are compared are called.</summary>
    public ReadParties Parties { get; } = new(ofImport: true);

    public bool IsEmpty => _records.Count == 0;

    public bool IsFull => _records.Count >= Most;

    /// <summary>False where it cannot wait: what was there before changed as well.</summary>
    public bool TryAdd(Written written)
    {
        if (written.Rows.Count == 0 || written.Sources.Count > 0)
        {
            return false;
        }

        _records.AddRange(written.Records);
        _told.AddRange(written.Told);
        _rows.AddRange(written.Rows);
        return true;
    }

    /// <summary>All that waits, which waits no longer.</summary>
    public Written Take()
    {
        var taken = new Written([.. _records], [], [.. _told], [.. _rows]);
        _records.Clear();
        _told.Clear();
        _rows.Clear();
        return taken;
    }
}
