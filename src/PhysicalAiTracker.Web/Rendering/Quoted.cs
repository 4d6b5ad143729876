using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>A passage as it is quoted: its words, or the place in a document whose text is not stored.</summary>
internal static class Quoted
{
    /// <summary>As a block of its own.</summary>
    public static IHtmlContent Of(PassageItem passage) => passage.State switch
    {
        PassageState.NotCaptured => Markup.Of($"<p class=\"place\">{Line(passage)}</p>"),
        PassageState.Intact => Markup.Of($"<blockquote>{passage.Exact}</blockquote>"),
        _ => Markup.Of($"<blockquote>{passage.Exact}</blockquote><p class=\"place\">{Labels.Begin(Standing(passage.State))}.</p>"),
    };

    /// <summary>In a line of prose.</summary>
    public static IHtmlContent Line(PassageItem passage) => passage switch
    {
        { State: PassageState.NotCaptured, Exact: { } phrase } =>
            Markup.Of($"<span dir=\"auto\">{passage.Locator}</span>: “<span dir=\"auto\">{phrase}</span>” <span class=\"muted\">(text not captured)</span>"),
        { State: PassageState.NotCaptured } => Markup.Of($"<span dir=\"auto\">{passage.Locator}</span> <span class=\"muted\">(text not captured)</span>"),
        _ => Markup.Of($"“<span dir=\"auto\">{passage.Exact}</span>”"),
    };

    /// <summary>"no longer in the newest text of the source"; empty where the passage stands there.</summary>
    public static string Standing(PassageState state) => state switch
    {
        PassageState.Missing => "no longer in the newest text of the source",
        PassageState.Ambiguous => "more than once in the newest text of the source",
        PassageState.NotCaptured => "text not captured",
        _ => "",
    };
}
