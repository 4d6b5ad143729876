using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>Section <c>Export</c>.</summary>
public sealed class ExportOptions
{
    public const string Section = "Export";

    /// <summary>Under which terms others may use the data: an SPDX identifier or an address. Stands in every manifest; empty is not stated.</summary>
    public string Licence { get; set; } = "";

    /// <summary>Time of day (UTC, <c>02:30</c>) at which a file is written each day; empty for none.</summary>
    public string NightlyAt { get; set; } = "";

    /// <summary>Folder of those files; empty is <c>exports</c> in the data directory.</summary>
    public string Folder { get; set; } = "";

    /// <summary>How many of those files are kept.</summary>
    [Range(1, 3650)]
    public int Keep { get; set; } = 7;

    /// <summary><see cref="NightlyAt"/> as a time; null for none.</summary>
    public TimeOnly? Nightly => TimeOnly.TryParseExact(NightlyAt, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>What is wrong with the values, one sentence each.</summary>
    public IEnumerable<string> Problems()
    {
        if (NightlyAt.Length > 0 && Nightly is null)
        {
            yield return $"{Section}:{nameof(NightlyAt)} is “{NightlyAt}”; allowed: a time of day (UTC) like 02:30, or nothing";
        }
    }
}
