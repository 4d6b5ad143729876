using Microsoft.Playwright;

namespace PhysicalAiTracker.BrowserTests.Journey;

/// <summary>Points at things and presses them.</summary>
public abstract class PointingHand(IPage page) : Hand(page)
{
    public override async Task PressAsync(ILocator control)
    {
        await OpenAroundAsync(control);
        await LeaveAsync(() => TouchAsync(control));
    }

    public override async Task TickAsync(ILocator box)
    {
        await OpenAroundAsync(box);
        await box.CheckAsync();
    }

    public override async Task WriteAsync(ILocator field, string text)
    {
        await OpenAroundAsync(field);
        await field.FillAsync(text);
    }

    public override async Task ChooseAsync(ILocator list, string label)
    {
        await OpenAroundAsync(list);
        await list.SelectOptionAsync(new SelectOptionValue { Label = label });
    }

    protected virtual Task TouchAsync(ILocator control) => control.ClickAsync();

    private async Task OpenAroundAsync(ILocator control)
    {
        var closed = control.Locator("xpath=ancestor::details[not(@open)]");
        while (await closed.CountAsync() > 0)
        {
            await TouchAsync(closed.First.Locator("> summary"));
        }
    }
}

/// <summary>Drags over words.</summary>
public sealed class MouseHand(IPage page) : PointingHand(page)
{
    public override Task ConfirmAllAsync() => ConfirmEachAsync();

    public override async Task MakeOfWordsAsync(string words, string kind)
    {
        await Page.EvaluateAsync($"words => {{ {RangeOf} range.startContainer.parentElement.scrollIntoView(); const text = document.querySelector('[data-source-text]'); text.scrollTop += range.getBoundingClientRect().top - text.getBoundingClientRect().top - 80; }}", words);
        var ends = await PlaceOfAsync(words);
        await Page.Mouse.MoveAsync(ends[0], ends[1]);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(ends[2], ends[3], new() { Steps = 8 });
        await Page.Mouse.UpAsync();
        await PressAsync(Offer("[data-offers]", kind));
    }
}

/// <summary>Taps. Words are selected as a phone's system does it, by its own handles, of which a page sees the selection alone.</summary>
public sealed class FingerHand(IPage page) : PointingHand(page)
{
    public override async Task MakeOfWordsAsync(string words, string kind)
    {
        await Page.EvaluateAsync($"words => {{ {RangeOf} const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range); range.startContainer.parentElement.scrollIntoView(); }}", words);
        await PressAsync(Offer("[data-offers]", kind));
    }

    protected override Task TouchAsync(ILocator control) => control.TapAsync();
}

/// <summary>Clicks where no script runs: words are pasted.</summary>
public sealed class PlainHand(IPage page) : PointingHand(page)
{
    public override async Task MakeOfWordsAsync(string words, string kind)
    {
        await WriteAsync(Page.GetByLabel("Paste words of the text"), words);
        await PressAsync(Button("What could this be?"));
        await PressAsync(Offer("#offer", kind));
    }
}
