namespace PhysicalAiTracker.Tests.Api;

/// <summary>Follows a list to its end, as a program does.</summary>
internal static class Walk
{
    /// <summary>Far more than any list here has; a cursor that leads nowhere would go round for ever.</summary>
    private const int MostPages = 1000;

    public static async Task<IReadOnlyList<string>> IdsAsync(HttpClient client, string path)
    {
        var ids = new List<string>();
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await RestAnswer.OfAsync(await client.GetAsync(path));
            page.Status.Should().Be(System.Net.HttpStatusCode.OK, page.Text);
            ids.AddRange(page.Items.Select(item => (string)item["id"]!));
            if (page.Next is null)
            {
                LinkOf(page, "next").Should().BeNull();
                return ids;
            }

            path = LinkOf(page, "next")!;
        }

        throw new InvalidOperationException("The list does not end.");
    }

    /// <summary>The address that an answer names by a relation; null where it names none.</summary>
    public static string? LinkOf(RestAnswer answer, string relation) =>
        answer.Message.Headers.TryGetValues("Link", out var links) && links.SelectMany(link => link.Split(", <")).FirstOrDefault(link => link.Contains($"; rel=\"{relation}\"", StringComparison.Ordinal)) is { } found
            ? found.TrimStart('<').Split('>')[0]
            : null;
}
