using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>How an import of filings stands.</summary>
internal sealed class FilingRun(FilingImport import)
{
    private readonly Dictionary<(RecordKind Kind, ChangeEffect Effect), int> _counts = [];
    private readonly List<FilingProblem> _problems = [];
    private readonly List<FilingProblem> _differences = [];
    private int _differing;
    private int _differenceCount;
    private int _new;
    private int _problemCount;
    private int _refused;
    private bool _hasFailed;

    public FilingImport Import { get; } = import;

    public int Filings { get; set; }

    public int Known { get; set; }

    public bool IsKept { get; set; }

    /// <summary>Filings that were done with when something was kept last.</summary>
    public int KeptFilings { get; set; }

    /// <summary>All or nothing still looks at the rest, so that all problems are told at once.</summary>
    public bool MustStop => _hasFailed || (_refused > 0 && !Import.Skip && Import.Batch is not null);

    public bool MayKeep => !_hasFailed && !Import.DryRun && (Import.Skip || _refused == 0);

    public void Refuse(List<FilingProblem> problems)
    {
        if (problems.Count > 0)
        {
            _refused++;
            _problemCount += problems.Count;
            _problems.AddRange(problems.Take(Import.MostProblems - _problems.Count));
        }
    }

    /// <summary>A known filing says something else than when it was taken in.</summary>
    public void Differ(IReadOnlyList<FilingProblem> values)
    {
        _differing++;
        _differenceCount += values.Count;
        _differences.AddRange(values.Take(Import.MostProblems - _differences.Count));
    }

    /// <summary>Something that no filing can be left out for.</summary>
    public void Fail(FilingProblem problem)
    {
        _hasFailed = true;
        Refuse([problem]);
    }

    public void Count(IReadOnlyList<AppliedChange> changes)
    {
        foreach (var change in changes)
        {
            _counts[(change.Record, change.Effect)] = _counts.GetValueOrDefault((change.Record, change.Effect)) + 1;
            _new += change.Effect == ChangeEffect.Unchanged ? 0 : 1;
        }
    }

    /// <summary>How many records were made or changed since the last time; they are kept now.</summary>
    public int TakeNew()
    {
        var made = _new;
        _new = 0;
        return made;
    }

    public FilingReport Report() => new(
        Filings,
        _refused,
        Known,
        [
            .. _counts.Keys.Select(key => key.Kind).Distinct().Order().Select(kind => new ImportCount(
                kind,
                _counts.GetValueOrDefault((kind, ChangeEffect.Created)),
                _counts.GetValueOrDefault((kind, ChangeEffect.Changed)),
                _counts.GetValueOrDefault((kind, ChangeEffect.Unchanged)))),
        ],
        _problems,
        _problemCount,
        IsKept)
    {
        Differing = _differing, DifferenceCount = _differenceCount, Differences = _differences,
    };
}
