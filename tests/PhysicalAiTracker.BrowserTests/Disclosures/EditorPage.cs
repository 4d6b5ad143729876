using Microsoft.Playwright;

namespace PhysicalAiTracker.BrowserTests.Disclosures;

/// <summary>The pages on which an analyst adds a disclosure.</summary>
public sealed class EditorPage(IPage page)
{
    /// <summary>Accepted by the rules for passwords.</summary>
    public const string Password = "river candle orbit mint";

    /// <summary>A pasted text of this test's own.</summary>
    public const string Text = """
        Prometheus raises again

        On 9 June 2026 Project Prometheus announced a round of $12 billion that values it at $41 billion.

        The talks of April about ten billion ended in this round. The company named no investor.
        """;

    public const string Quote = "announced a round of $12 billion that values it at $41 billion";

    /// <summary>The input at a pointer of the document.</summary>
    public ILocator At(string pointer) => page.Locator($"[id=\"{pointer}\"]");

    public async Task SignInAsync(string name, string password)
    {
        await page.GetByLabel("User name").FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>From the first step to the empty editor.</summary>
    public async Task EnterSourceAsync(string title, string text = Text)
    {
        await At("/source/title").FillAsync(title);
        await At("/source/kind").SelectOptionAsync("press-release");
        await At("/source/textIsPublic").CheckAsync();
        await At("/source/snapshot/text").FillAsync(text);
        await PressAsync("Go on to the changes");
    }

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    /// <summary>What became of the last save, as the page says it.</summary>
    public ILocator SaveState => page.Locator("[data-save-state]");

    public ILocator Presence => page.Locator("[data-presence]");

    /// <summary>The menu beside selected words.</summary>
    public ILocator Offers => page.Locator("[data-offers]");

    /// <summary>The card of a change, from 0.</summary>
    public ILocator Card(int index) => At($"/changes/{index}");

    /// <summary>Signs in, and opens a new draft with a source of its own.</summary>
    public async Task StartAsync(string name, string title, string text = Text)
    {
        await SignInAsync(name, Password);
        await EnterSourceAsync(title, text);
    }

    /// <summary>Pastes words of the text and presses the button beside them.</summary>
    public async Task AskAboutAsync(string words)
    {
        await page.GetByText("Words from the text", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Paste words of the text").FillAsync(words);
        await PressAsync("What could this be?");
    }

    public async Task AddRoundAsync()
    {
        await PressAsync("Funding round");
        await At("/changes/0/set/company").FillAsync("Project Prometheus");
        await At("/changes/0/set/amount").FillAsync("USD 12 bn");
        await At("/changes/0/set/valuation").FillAsync("USD 41 bn");
        await At("/changes/0/set/status").SelectOptionAsync("announced");
        var old = await At("/changes/0/set/supersedes").Locator("option", new() { HasText = "Project Prometheus: $10 bn" }).GetAttributeAsync("value");
        await At("/changes/0/set/supersedes").SelectOptionAsync(old!);
    }

    /// <summary>Drags the mouse over words of the source's text.</summary>
    public async Task SelectWithMouseAsync(string words)
    {
        await page.Locator("[data-source-text]").ScrollIntoViewIfNeededAsync();
        var ends = await page.EvaluateAsync<double[]>(
            """
            words => {
              const text = document.querySelector('[data-source-text]');
              const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
              for (let node; (node = walker.nextNode());) {
                const start = node.data.indexOf(words);
                if (start < 0) continue;
                const at = (offset) => { const range = document.createRange(); range.setStart(node, offset); range.collapse(true); return range.getBoundingClientRect(); };
                const [from, to] = [at(start), at(start + words.length)];
                return [from.left, (from.top + from.bottom) / 2, to.left, (to.top + to.bottom) / 2];
              }
            }
            """,
            words);
        await page.Mouse.MoveAsync((float)ends[0], (float)ends[1]);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((float)ends[2], (float)ends[3], new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }
}
