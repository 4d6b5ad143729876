namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>Which filings are to be taken in, and how.</summary>
/// <param name="Path">An XML file, or a folder of them and of folders with them.</param>
/// <param name="DryRun">Whether everything is taken back in the end.</param>
/// <param name="Skip">Whether filings that are refused are left out; otherwise one of them keeps everything out.</param>
/// <param name="Batch">How many filings are kept at once; null keeps all or nothing.</param>
/// <param name="MostProblems">How many problems are told.</param>
/// <param name="Refused">Folder for the filings that are refused; null for none. It must not exist.</param>
public sealed record FilingImport(string Path, bool DryRun, bool Skip, int? Batch, int MostProblems, string? Refused = null);

/// <summary>One thing wrong with one filing.</summary>
/// <param name="File">Path as the caller would name it.</param>
/// <param name="Line">Where its element begins, from 1; 0 for the file as a whole.</param>
/// <param name="Element">Its path within the submission, or the field that it was to be.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Rule">What is wrong with it.</param>
public sealed record FilingProblem(string File, int Line, string Element, string Value, string Rule)
{
    private const int LongestValue = 80;

    public override string ToString() =>
        $"{File}{(Line > 0 ? FormattableString.Invariant($", line {Line}") : "")}{(Element.Length > 0 ? $", {Element}" : "")}"
        + $"{(Value.Length > 0 ? $", “{(Value.Length > LongestValue ? Value[..LongestValue] + "…" : Value)}”" : "")}: {Rule}";
}

/// <summary>What became of an import of filings.</summary>
/// <param name="Filings">Filings read.</param>
/// <param name="Refused">Filings that were refused.</param>
/// <param name="Known">Filings that had been taken in before.</param>
/// <param name="Counts">What was made and changed, by kind; of a dry run, what would be.</param>
/// <param name="ProblemCount">All problems; <paramref name="Problems"/> has the first of them.</param>
/// <param name="Kept">Whether what was counted is in the database now.</param>
public sealed record FilingReport(int Filings, int Refused, int Known, IReadOnlyList<ImportCount> Counts, IReadOnlyList<FilingProblem> Problems, int ProblemCount, bool Kept)
{
    /// <summary>How many of the known filings have another content in the file than when they were taken in; their records are left as they are.</summary>
    public int Differing { get; init; }

    /// <summary>How many values differ.</summary>
    public int DifferenceCount { get; init; }

    /// <summary>The first of those values: where they stand, and what was there before.</summary>
    public IReadOnlyList<FilingProblem> Differences { get; init; } = [];
}
