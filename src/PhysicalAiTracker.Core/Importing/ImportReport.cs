using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Importing;

/// <summary>Something wrong with a file of an import.</summary>
/// <param name="File">Path as the caller would name it.</param>
/// <param name="Pointer">JSON pointer into the file; empty for the file as a whole.</param>
public sealed record ImportProblem(string File, string Pointer, string Message)
{
    public override string ToString() => Pointer.Length == 0 ? $"{File}: {Message}" : $"{File} {Pointer}: {Message}";
}

/// <summary>How many records of a kind an import made, changed, and left alone.</summary>
public sealed record ImportCount(RecordKind Record, int Created, int Changed, int Unchanged);

/// <summary>What became of an import: everything written, or nothing and the list of problems.</summary>
public sealed record ImportReport(IReadOnlyList<ImportProblem> Problems, IReadOnlyList<ImportCount> Counts)
{
    public bool Succeeded => Problems.Count == 0;
}
