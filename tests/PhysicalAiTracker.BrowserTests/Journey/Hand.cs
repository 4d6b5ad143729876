using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace PhysicalAiTracker.BrowserTests.Journey;

/// <summary>One way to work with a page. The journey says what is done; a hand knows how.</summary>
public abstract class Hand(IPage page)
{
    public IPage Page { get; } = page;

    /// <summary>Presses a button, follows a link; waits for the page that it leads to.</summary>
    public abstract Task PressAsync(ILocator control);

    /// <summary>Ticks a box.</summary>
    public abstract Task TickAsync(ILocator box);

    /// <summary>Writes into a field, over what stands there.</summary>
    public abstract Task WriteAsync(ILocator field, string text);

    /// <summary>Chooses an option by its label.</summary>
    public abstract Task ChooseAsync(ILocator list, string label);

    /// <summary>Selects words of the source's text and chooses what they are.</summary>
    /// <param name="kind">As the menu calls it.</param>
    public abstract Task MakeOfWordsAsync(string words, string kind);

    public virtual Task SuggestAsync() => PressAsync(Button("Suggest from text"));

    /// <summary>Confirms the first suggestion that waits.</summary>
    public virtual Task ConfirmNextAsync() => PressAsync(Page.Locator(".change-card.suggestion [data-confirm]").First);

    /// <summary>Confirms one after the other, all or so many.</summary>
    protected async Task ConfirmEachAsync(int? atMost = null)
    {
        var all = await Page.Locator(".change-card.suggestion").CountAsync();
        for (var left = all; left > 0 && all - left < (atMost ?? all); left--)
        {
            await ConfirmNextAsync();
            await Expect(Page.Locator(".change-card.suggestion")).ToHaveCountAsync(left - 1);
        }
    }

    /// <summary>Goes to the last change, where going there takes anything.</summary>
    public virtual Task GoToLastAsync() => Task.CompletedTask;

    /// <summary>Follows a link to another place of the page, where that saves anything.</summary>
    public virtual Task JumpAsync(ILocator link) => Task.CompletedTask;

    /// <summary>Confirms all suggestions that wait: here by the one button for it.</summary>
    public virtual Task ConfirmAllAsync() => PressAsync(Button("Confirm all"));

    public virtual Task CheckAsync() => PressAsync(Button("Check"));

    /// <summary>The field at a pointer of the document.</summary>
    public ILocator At(string pointer) => Page.Locator($"[id=\"{pointer}\"]");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;

    public async Task SignInAsync(string name, string password)
    {
        await WriteAsync(Page.GetByLabel("User name"), name);
        await WriteAsync(Page.GetByLabel("Password", new() { Exact = true }), password);
        await PressAsync(Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }));
        await Expect(Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/sign-in"));
    }

    /// <summary>Does what leads to another page, and waits until it is there.</summary>
    protected async Task LeaveAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("document.documentElement.dataset.left = ''");
        await act();
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (!await HasArrivedAsync())
        {
            patience.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(1), "{0} is to be left", Page.Url);
            await Task.Delay(20);
        }
    }

    /// <summary>Asked from here: a page without scripts has nothing that could wait.</summary>
    private async Task<bool> HasArrivedAsync()
    {
        try
        {
            return await Page.EvaluateAsync<bool>("!('left' in document.documentElement.dataset) && document.readyState === 'complete'");
        }
        catch (PlaywrightException)
        {
            // Between two pages.
            return false;
        }
    }

    /// <summary>The kind in the menu of offers.</summary>
    protected ILocator Offer(string place, string kind) => Page.Locator(place).GetByRole(AriaRole.Button, new() { NameRegex = new($"^{kind}") }).Last;

    /// <summary>Where words begin and end on the screen: left and middle of the first line, right and middle of the last.</summary>
    protected Task<float[]> PlaceOfAsync(string words) => Page.EvaluateAsync<float[]>($"words => {{ {RangeOf} const box = words => [words.left, (words.top + words.bottom) / 2, words.right, (words.top + words.bottom) / 2]; const all = [...range.getClientRects()]; return [...box(all[0]).slice(0, 2), ...box(all.at(-1)).slice(2)]; }}", words);

    /// <summary>Script that makes <c>range</c> of the first place of <c>words</c> in the source's text.</summary>
    protected const string RangeOf = """
        const walker = document.createTreeWalker(document.querySelector('[data-source-text]'), NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        for (let node; (node = walker.nextNode());) {
          const start = node.data.indexOf(words);
          if (start < 0) continue;
          range.setStart(node, start);
          range.setEnd(node, start + words.length);
          break;
        }
        """;
}
