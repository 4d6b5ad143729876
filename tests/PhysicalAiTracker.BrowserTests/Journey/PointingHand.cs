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
