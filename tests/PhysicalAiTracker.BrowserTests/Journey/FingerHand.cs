using Microsoft.Playwright;

namespace PhysicalAiTracker.BrowserTests.Journey;

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
