using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>How an import stands.</summary>
internal sealed class TableRun(TableImport import) : IDisposable
{
    private readonly Dictionary<RecordKind, int> _kept = [];
    private readonly Dictionary<RecordKind, int> _new = [];
    private readonly List<RowProblem> _differences = [];
    private long _differing;
    private long _differenceCount;
    private long _refused;
    private long _taken;
    private long _keptTaken;
    private long _problems;
    private bool _hasFailed;

    public TableImport Import { get; } = import;

    public List<RowProblem> Problems { get; } = [];

    public long Rows { get; set; }

    public long Known { get; set; }

    /// <summary>What rows of the file are known by.</summary>
    public RowsSeen Seen { get; } = new();

    /// <summary>A row that was read and belongs to the next disclosure.</summary>
    public ImportRow? Held { get; set; }

    /// <summary>What is derived once there is more of it, or before it is kept.</summary>
    public Underived Later { get; } = new();

    public bool IsAtEnd { get; set; }

    public bool IsKept { get; set; }

    /// <summary>Rows of the file that were done with when something was kept last.</summary>
    public long KeptRows { get; private set; }

    /// <summary>Where one refused row stops the import, all or nothing still looks at the rest, so that all problems are told at once.</summary>
    public bool MustStop => _hasFailed || (_refused > 0 && !Import.Skip && Import.Batch is not null);

    public bool MayKeep => !_hasFailed && (Import.Skip || _refused == 0);

    public void Refuse(ImportRow row)
    {
        _refused++;
        foreach (var problem in row.Problems)
        {
            Add(problem);
        }
    }

    /// <summary>Something that no row can be left out for; it is told first, however much is wrong with rows.</summary>
    public void Fail(RowProblem problem)
    {
        if (!_hasFailed)
        {
            _problems++;
            Problems.Insert(0, problem);
            Problems.RemoveRange(Math.Min(Problems.Count, Import.MostProblems), Math.Max(0, Problems.Count - Import.MostProblems));
        }

        _hasFailed = true;
    }

    /// <summary>A row that is known has other values than when it was taken in.</summary>
    /// <param name="values">Each of them.</param>
    public void Differ(IReadOnlyList<RowProblem> values)
    {
        _differing++;
        _differenceCount += values.Count;
        _differences.AddRange(values.Take(Import.MostProblems - _differences.Count));
    }

    /// <param name="rows">So many were taken.</param>
    /// <param name="changes">That they made.</param>
    public void Count(int rows, IReadOnlyList<AppliedChange> changes)
    {
        _taken += rows;
        foreach (var change in changes.Where(change => change.Effect == ChangeEffect.Created))
        {
            _new[change.Record] = _new.GetValueOrDefault(change.Record) + 1;
        }
    }

    /// <summary>How many records were made since the last time; they are kept now.</summary>
    public int TakeNew()
    {
        var made = _new.Values.Sum();
        foreach (var (kind, count) in _new)
        {
            _kept[kind] = _kept.GetValueOrDefault(kind) + count;
        }

        _new.Clear();
        return made;
    }

    /// <summary>All rows so far are done with, and what they brought is kept, or would be.</summary>
    public void Keep() => (KeptRows, _keptTaken) = (Rows, _taken);

    public TableReport Report(bool kept)
    {
        return new TableReport(
            Rows, _refused, Known, [.. Enum.GetValues<RecordKind>().Where(kind => _kept.GetValueOrDefault(kind) > 0).Select(kind => new ImportCount(kind, _kept[kind], 0, 0))], Problems, Math.Max(_problems, Problems.Count), kept)
        {
            Taken = _keptTaken, WouldKeep = Import.DryRun && KeptRows > 0, Differing = _differing, DifferenceCount = _differenceCount, Differences = _differences,
        };
    }

    public void Dispose() => Seen.Dispose();

    private void Add(RowProblem problem)
    {
        _problems++;
        if (Problems.Count < Import.MostProblems)
        {
            Problems.Add(problem);
        }
    }
}
