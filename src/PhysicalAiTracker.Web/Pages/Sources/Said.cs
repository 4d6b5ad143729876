using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Sources;

/// <summary>An assertion in a line: what it says of which record, who is behind it, how firmly it is said.</summary>
public static class Said
{
    /// <summary>Fields that only tell which record it is; where the record's name has their value, they are not repeated.</summary>
    private static readonly HashSet<string> Identity =
        ["name", "company", "party", "organisation", "acquirer", "target", "kind", "metric", "plane", "title", "text"];

    /// <summary>The assertion with what the name of its record does not say already.</summary>
    public static AssertionItem BeyondName(ReaderAssertion said) => said.Assertion with
    {
        Values = [.. said.Assertion.Values.Where(value => !Identity.Contains(value.Field) || !said.Record.Text.Contains(value.Text, StringComparison.OrdinalIgnoreCase))],
    };

    /// <summary>"hedged; credits Observer; says Amazon, interest: sells cloud". Empty where the source states it itself.</summary>
    /// <param name="credits">Whether to name the credited source.</param>
    public static string How(AssertionItem said, bool credits) => string.Join("; ", new[]
    {
        said.Polarity == Polarity.Denies ? "denied" : null,
        said.Modality == AssertionModality.Stated ? null : Labels.Of(said.Modality),
        credits && said.Origin is { } origin ? $"credits {origin.Publisher ?? origin.Title}" : null,
        said.Claimant is { } claimant ? $"says {claimant.Name}{(claimant.Interest is { } interest ? $", interest: {interest}" : "")}" : null,
    }.OfType<string>());
}
