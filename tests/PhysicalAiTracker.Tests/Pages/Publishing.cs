using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

/// <summary>What the tests of pages have in common.</summary>
internal static class Publishing
{
    /// <summary>Publishes a document written as JSON with single quotation marks.</summary>
    public static async Task PublishAsync(this TrackerApp app, string document)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<DisclosureCommands>().PublishAsync(
            JsonNode.Parse(document.Replace('\'', '"'))!.AsObject(), new Submitter("ana", null, Imported: false), null, CancellationToken.None);
        outcome.Problems.Should().BeEmpty();
    }

    /// <summary>The first address of this shape on a page; it is decoded.</summary>
    public static string FirstLink(this Page page, string pattern) =>
        System.Net.WebUtility.HtmlDecode(Regex.Match(page.Html, $"href=\"({pattern})\"").Groups[1].Value);

    /// <summary>The page of the first record that a list shows.</summary>
    public static async Task<Page> GetFirstOfAsync(this TrackerApp app, string list)
    {
        var page = await Page.GetAsync(app, list);
        return await Page.GetAsync(app, page.FirstLink($"{list.Split('?')[0]}/[0-9a-f-]{{36}}"));
    }
}
