namespace PhysicalAiTracker.Core.Exporting;

/// <summary>What an export holds: <c>manifest.json</c>, the last file of each.</summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="SchemaVersion">Version of the files' format, see <see cref="Version"/>.</param>
/// <param name="AsOf">When what is in it last changed (UTC); null of an empty tracker. No other time is in an export, so that the same data are the same bytes.</param>
/// <param name="Licence">Under which terms others may use the data; null where nobody stated any.</param>
/// <param name="Files">All other files, in the order in which they were written.</param>
public sealed record ExportManifest(string Format, int SchemaVersion, DateTime? AsOf, string? Licence, IReadOnlyList<ExportedFile> Files)
{
    public const string FileName = "manifest.json";
    public const string Name = "physical-ai-tracker-export";

    /// <summary>Rises when a file, or the meaning of a member, changes so that an earlier program would misread it.</summary>
    public const int Version = 1;
}

/// <summary>One file of an export.</summary>
/// <param name="Rows">Without the line of column names.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record ExportedFile(string Name, long Rows, long Bytes, string Sha256);
