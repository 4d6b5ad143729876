using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Proposals;

/// <summary>A text to read, and what is known of it beside its words.</summary>
/// <param name="Text">Normalised by <see cref="SnapshotText.Normalise"/>; positions count in it.</param>
/// <param name="PublishedOn">What "today" and "on Tuesday" are counted from; null where nobody knows.</param>
public sealed record ProposalSource(string Text, string? Title, string? Publisher, PartialDate? PublishedOn);

/// <summary>A value of a proposal and the words that gave it.</summary>
/// <param name="Field">As in the schema: <c>amount</c>, and <c>participations/0/investor</c> for a part's field.</param>
/// <param name="Typed">As a person would type it, see <see cref="Fields.FormText"/>.</param>
/// <param name="Start">UTF-16 offset of the first character.</param>
/// <param name="End">UTF-16 offset behind the last character.</param>
public sealed record ProposedValue(string Field, string Typed, int Start, int End);

/// <summary>A change that a text proposes. Nobody has confirmed it.</summary>
/// <param name="Id">The same whenever the same text is read.</param>
/// <param name="Change">A typed change as a draft holds it (<see cref="Disclosures.Drafts.TypedDocument"/>), to be put among the draft's <c>changes</c>.</param>
/// <param name="Start">UTF-16 offset of the passage that it quotes.</param>
/// <param name="End">UTF-16 offset behind the passage.</param>
/// <param name="Summary">One line for a person.</param>
/// <param name="Rule">The rule that made it, by its name in the documentation; <see cref="Chosen"/> where a person selected words.</param>
/// <param name="Values">Where each value stands in the text; a value that no words gave, such as a status that follows from the wording, stands where its cue does.</param>
/// <param name="Needs">Ids of the proposals of parties that <c>#ref</c>s in the change mean: take those too.</param>
public sealed record Proposal(
    string Id,
    RecordKind Record,
    JsonObject Change,
    int Start,
    int End,
    string Summary,
    string Rule,
    IReadOnlyList<ProposedValue> Values,
    IReadOnlyList<string> Needs)
{
    /// <summary>The rule of a proposal that a person asked for by selecting words.</summary>
    public const string Chosen = "chosen";
}
