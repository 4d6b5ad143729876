using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

/// <summary>What a visitor reads on a page, and what stands behind it.</summary>
internal static partial class PageTexts
{
    /// <summary>The page's words without its markup, blanks folded.</summary>
    public static async Task<string> ReadAsync(this TrackerApp app, string path) => TextOf(await app.CreateClient().GetStringAsync(path));

    public static string TextOf(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(Evidence().Replace(html, ""), " ")), " ");

    /// <summary>The first address of this shape on a page.</summary>
    public static async Task<string> FirstLinkAsync(this TrackerApp app, string path, string pattern) =>
        Regex.Match(await app.CreateClient().GetStringAsync(path), $"href=\"({pattern})\"").Groups[1].Value;

    /// <summary>Publishes a document written as JSON with single quotation marks.</summary>
    public static async Task PublishAsync(this TrackerApp app, string document)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<DisclosureCommands>().PublishAsync(
            JsonNode.Parse(document.Replace('\'', '"'))!.AsObject(), new Submitter("ana", null, Imported: false), null, CancellationToken.None);
        outcome.Problems.Should().BeEmpty();
    }

    [GeneratedRegex("<div class=\"evidence\".*?</div>", RegexOptions.Singleline)]
    private static partial Regex Evidence();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
