using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>What is to be taken in, and how.</summary>
/// <param name="File">A <c>.csv</c>, <c>.tsv</c> or <c>.ndjson</c> file.</param>
/// <param name="Mapping">The file that says what its columns mean; needed for a table, optional for NDJSON.</param>
/// <param name="DryRun">Whether everything is taken back in the end.</param>
/// <param name="Skip">Whether rows that are refused are left out; otherwise one of them stops the import.</param>
/// <param name="Batch">How many rows are kept at once; null keeps all or nothing.</param>
/// <param name="MostProblems">How many problems are told.</param>
/// <param name="Refused">File for the rows that are refused, in the format of the file; null for none. It must not exist.</param>
public sealed record TableImport(string File, string? Mapping, bool DryRun, bool Skip, int? Batch, int MostProblems, string? Refused);

/// <summary>One thing wrong with one row.</summary>
/// <param name="Row">Number of its first line in the file, from 1; 0 where no row is to blame.</param>
/// <param name="Column">Name of the column, or of the field; empty for the row as a whole.</param>
/// <param name="Value">What stands there, shortened.</param>
/// <param name="Rule">What is wrong with it.</param>
public sealed record RowProblem(long Row, string Column, string Value, string Rule)
{
    private const int LongestValue = 80;

    /// <summary>What is to blame where no row is: the file, or the mapping.</summary>
    public string Whole { get; init; } = "file";

    /// <summary>The beginning of what is long.</summary>
    public static string Shorten(string value) => value.Length > LongestValue ? value[..LongestValue] + "…" : value;

    public override string ToString()
    {
        var value = Shorten(Value);
        if (SnapshotText.FirstLost(value) is not null)
        {
            // A terminal might obey it.
            value = string.Concat(value.Select(c => SnapshotText.FirstLost(c.ToString()) is null ? c : '\uFFFD'));
        }

        return $"{(Row > 0 ? FormattableString.Invariant($"row {Row}") : Whole)}{(Column.Length > 0 ? $", {Column}" : "")}{(Value.Length > 0 ? $", “{value}”" : "")}: {Rule}";
    }
}

/// <summary>How far an import is.</summary>
/// <param name="Share">Of the file's bytes, 0 to 1.</param>
public sealed record TableProgress(long Rows, double Share, TimeSpan Elapsed)
{
    /// <summary>Rows a second.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? Rows / Elapsed.TotalSeconds : 0;

    /// <summary>How long it goes on at this rate; null where nobody can tell yet.</summary>
    public TimeSpan? Remaining => Share is > 0.001 and <= 1 ? Elapsed * ((1 - Share) / Share) : null;
}

/// <summary>What became of an import.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Refused">Rows that were refused.</param>
/// <param name="Known">Rows that had been taken in before.</param>
/// <param name="Counts">What was made, by kind; of a dry run, what would be.</param>
/// <param name="ProblemCount">All problems; <paramref name="Problems"/> has the first of them.</param>
/// <param name="Kept">Whether what was counted is in the database now.</param>
public sealed record TableReport(long Rows, long Refused, long Known, IReadOnlyList<ImportCount> Counts, IReadOnlyList<RowProblem> Problems, long ProblemCount, bool Kept)
{
    /// <summary>Rows whose records are in the database now; of a dry run, would be.</summary>
    public long Taken { get; init; }

    /// <summary>Of a dry run: whether the import would keep anything.</summary>
    public bool WouldKeep { get; init; }

    /// <summary>How many of the known rows have other values in the file than when they were taken in; their records are left as they are.</summary>
    public long Differing { get; init; }

    /// <summary>How many such values there are.</summary>
    public long DifferenceCount { get; init; }

    /// <summary>The first of those values: where they stand, and what was there before.</summary>
    public IReadOnlyList<RowProblem> Differences { get; init; } = [];
}
