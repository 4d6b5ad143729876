using Microsoft.AspNetCore.Components;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>Where the site's own files are: under names that change with their content, so that a browser keeps them.</summary>
internal static class SiteFiles
{
    /// <param name="path">As in the folder of these files: "css/base.css".</param>
    public static string Of(HttpContext page, string path) =>
        $"{page.Request.PathBase}/{page.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path}";
}
