using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PhysicalAiTracker.BrowserTests.Journey;

/// <summary>Presses keys and nothing else: walks with Tab, past the header by its skip link, and uses the shortcuts of the workbench.</summary>
public sealed class KeyHand(IPage page) : Hand(page)
{
    /// <summary>Who has to press Tab more often than this gives up.</summary>
    private const int MostSteps = 40;

    /// <summary>Ends when the text has not scrolled for some frames: Page Down takes its time.</summary>
    private const string AtRest = """
        () => new Promise(done => {
          const text = document.querySelector('[data-source-text]');
          let [top, still] = [text.scrollTop, 0];
          const look = () => {
            still = text.scrollTop === top ? still + 1 : 0;
            top = text.scrollTop;
            still > 8 ? done() : requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        })
        """;

    public override async Task PressAsync(ILocator control)
    {
        await ReachAsync(control);
        await LeaveByAsync("Enter");
    }

    public override async Task TickAsync(ILocator box)
    {
        await ReachAsync(box);
        await Page.Keyboard.PressAsync("Space");
        await Expect(box).ToBeCheckedAsync();
    }

    public override async Task WriteAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await Page.Keyboard.PressAsync("Control+A");
        // As pasted.
        await Page.Keyboard.InsertTextAsync(text);
    }

    public override async Task ChooseAsync(ILocator list, string label)
    {
        await ReachAsync(list);
        await Page.Keyboard.TypeAsync(label.Split(' ')[0]);
        for (var step = 0; step < MostSteps && await ChosenAsync() != label; step++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }

        (await ChosenAsync()).Should().Be(label);

        Task<string> ChosenAsync() => list.EvaluateAsync<string>("list => list.selectedOptions[0].label");
    }

    public override Task SuggestAsync() => LeaveByAsync("Alt+Shift+G");

    public override Task ConfirmAllAsync() => ConfirmEachAsync();

    public override Task CheckAsync() => LeaveByAsync("Alt+Shift+L");

    public override async Task JumpAsync(ILocator link)
    {
        await ReachAsync(link);
        await Page.Keyboard.PressAsync("Enter");
    }

    public override Task GoToLastAsync() => Page.Keyboard.PressAsync("Alt+Shift+P");

    public override async Task ConfirmNextAsync()
    {
        for (var card = await Page.Locator(".change-card").CountAsync(); card > 0; card--)
        {
            await Page.Keyboard.PressAsync("Alt+Shift+N");
            if (await Page.EvaluateAsync<bool>("document.activeElement.matches('.suggestion')"))
            {
                await LeaveByAsync("Alt+Shift+Y");
                return;
            }
        }
    }

    /// <summary>Goes to the text, scrolls until the words are seen, walks to them by lines and words, takes them, and chooses from the menu.</summary>
    public override async Task MakeOfWordsAsync(string words, string kind)
    {
        await Page.Keyboard.PressAsync("Alt+Shift+R");
        await PressUntilAsync("PageDown", $"words => {{ {RangeOf} const box = document.querySelector('[data-source-text]').getBoundingClientRect(); const it = range.getBoundingClientRect(); return it.top > box.top + 24 && it.bottom < box.bottom; }}", words);
        await Page.Keyboard.PressAsync("ArrowRight");
        await PressUntilAsync("ArrowDown", $"words => {{ {RangeOf} return getSelection().getRangeAt(0).getClientRects()[0].bottom > range.getClientRects()[0].top + 4; }}", words);
        await PressUntilAsync("ArrowRight", $"words => {{ {RangeOf} const at = getSelection().getRangeAt(0); return at.compareBoundaryPoints(Range.START_TO_END, range) > 0 && range.toString().startsWith(at.toString().trim()); }}", words);
        await PressUntilAsync("Shift+ArrowRight", "words => getSelection().toString().trim().length >= words.length", words);
        (await Page.EvaluateAsync<string>("getSelection().toString().trim()")).Should().Be(words);
        await Page.Keyboard.PressAsync("Enter");
        var offer = Offer("[data-offers]", kind);
        await Expect(Page.Locator("[data-offers]").GetByRole(AriaRole.Button).First).ToBeFocusedAsync();
        for (var step = 0; step < MostSteps && !await HasFocusAsync(offer); step++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }

        await LeaveByAsync("Enter");
    }

    private static Task<bool> HasFocusAsync(ILocator control) => control.EvaluateAsync<bool>("it => it === document.activeElement");

    private async Task PressUntilAsync(string keys, string reached, string words)
    {
        for (var step = 0; !await Page.EvaluateAsync<bool>(reached, words); step++)
        {
            step.Should().BeLessThan(MostSteps, "{0} shall lead to “{1}”", keys, words);
            await Page.Keyboard.PressAsync(keys);
            await Page.EvaluateAsync(AtRest);
        }
    }

    private async Task ReachAsync(ILocator control)
    {
        var closed = control.Locator("xpath=ancestor::details[not(@open)]");
        while (await closed.CountAsync() > 0)
        {
            await WalkAsync(closed.First.Locator("> summary"));
            await Page.Keyboard.PressAsync("Enter");
        }

        await WalkAsync(control);
    }

    private async Task WalkAsync(ILocator control)
    {
        await Expect(control).ToBeVisibleAsync();
        if (await Page.EvaluateAsync<bool>("document.activeElement === document.body && !location.hash"))
        {
            await Page.Keyboard.PressAsync("Tab");
            await Expect(Page.Locator("a.skip")).ToBeFocusedAsync();
            await Page.Keyboard.PressAsync("Enter");
        }

        var forward = await control.EvaluateAsync<bool>("it => !!(document.activeElement.compareDocumentPosition(it) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY))");
        for (var step = 0; !await HasFocusAsync(control); step++)
        {
            step.Should().BeLessThan(MostSteps, "Tab shall lead to {0} on {1}", control, Page.Url);
            await Page.Keyboard.PressAsync(forward ? "Tab" : "Shift+Tab");
        }
    }

    private Task LeaveByAsync(string keys) => LeaveAsync(() => Page.Keyboard.PressAsync(keys));
}
