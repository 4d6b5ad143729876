using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures.Drafts;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>What autosave.js gets to know. It names the button <see cref="Action"/>, which nobody sees.</summary>
public static class SavedAnswer
{
    public const string Action = "keep";

    /// <summary>200 with the version to name next and the time.</summary>
    public static JsonResult Of(DraftSave.Saved saved, DateTime? at) => new(new { version = saved.Version, at = at is { } time ? Time(time) : "" });

    /// <summary>409 with who saved it meanwhile, and when.</summary>
    public static JsonResult Stale(DraftItem theirs) => new(new { by = theirs.SavedBy, at = Time(theirs.UpdatedAt) }) { StatusCode = StatusCodes.Status409Conflict };

    /// <summary>410: it was published or discarded.</summary>
    public static JsonResult Gone() => new(new { }) { StatusCode = StatusCodes.Status410Gone };

    public static string Time(DateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
