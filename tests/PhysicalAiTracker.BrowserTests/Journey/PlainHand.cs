using Microsoft.Playwright;

namespace PhysicalAiTracker.BrowserTests.Journey;

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
