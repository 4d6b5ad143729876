using Microsoft.Playwright;

namespace PhysicalAiTracker.BrowserTests.Journey;

/// <summary>Drags over words.</summary>
public sealed class MouseHand(IPage page) : PointingHand(page)
{
    /// <summary>Some one after the other, then the rest at once: each is a page of thirty forms to load, and <see cref="KeyHand"/> confirms each.</summary>
    public override async Task ConfirmAllAsync()
    {
        await ConfirmEachAsync(3);
        await base.ConfirmAllAsync();
    }

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
