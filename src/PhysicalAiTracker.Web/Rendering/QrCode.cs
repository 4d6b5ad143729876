using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>Draws QR codes as SVG with attributes alone, which the content security policy allows; dark on light in every theme, as cameras want it.</summary>
internal static class QrCode
{
    /// <summary>Length of a side on the page, in CSS pixels.</summary>
    private const int Side = 220;

    /// <param name="label">What it is, for who cannot see it.</param>
    public static IHtmlContent Of(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        return Markup.Of(
            $"<svg role=\"img\" aria-label=\"{label}\" width=\"{Side}\" height=\"{Side}\" viewBox=\"0 0 {rows.Count} {rows.Count}\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"{PathOf(rows)}\"/></svg>");
    }

    /// <summary>One bar for each run of dark modules.</summary>
    private static string PathOf(List<System.Collections.BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var from = x;
                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        return path.ToString();
    }
}
