using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Questions;

/// <summary>What an analyst typed to resolve a question.</summary>
/// <param name="Version">The question's version that the analyst saw.</param>
/// <param name="Assertion">Id of the assertion that settles it, as typed.</param>
/// <param name="Resolution">The answer in our words.</param>
/// <param name="ResolvedOn">When it was answered, EDTF; empty where that is not known.</param>
public sealed record ResolutionInput(int Version, string? Assertion, string? Resolution, string? ResolvedOn);

/// <summary>Resolves a question by a disclosure of its own: the settling assertion's source and passage support the answer.</summary>
public sealed class QuestionResolution(TrackerDbContext db, DisclosureCommands disclosures)
{
    /// <summary>Publishes the resolution, or says what is wrong. Problems point at <c>/assertion</c>, or into the document.</summary>
    public async Task<DisclosureOutcome> ResolveAsync(Guid question, ResolutionInput input, Submitter submitter, CancellationToken cancellation)
    {
        if (!Guid.TryParse(input.Assertion?.Trim(), out var id)
            || await db.Assertions.Where(a => a.Id == id).Select(a => new { a.Source.Slug, a.Passage.Exact, a.Passage.Prefix, a.Passage.Suffix }).FirstOrDefaultAsync(cancellation) is not { } settling)
        {
            return DisclosureOutcome.Refused([new("/assertion", "choose the assertion that settles the question")]);
        }

        var text = await db.Questions.Where(q => q.Id == question).Select(q => q.Text).FirstAsync(cancellation);
        var set = new JsonObject { ["status"] = "resolved", ["settledByAssertion"] = id.ToString(), ["resolution"] = Given(input.Resolution) };
        var fields = new JsonArray("resolution");
        if (Given(input.ResolvedOn) is { } on)
        {
            set["resolvedOn"] = on;
            fields.Add("resolvedOn");
        }

        return await disclosures.PublishAsync(
            new JsonObject
            {
                ["title"] = Titled(text),
                ["source"] = settling.Slug,
                ["changes"] = new JsonArray(new JsonObject
                {
                    ["record"] = Words.Of(History.RecordKind.Question),
                    ["id"] = question.ToString(),
                    ["version"] = input.Version,
                    ["reason"] = Words.Of(History.RevisionReason.WorldChanged),
                    ["set"] = set,
                    ["assertions"] = new JsonArray(new JsonObject
                    {
                        ["passage"] = new JsonObject { ["exact"] = settling.Exact, ["prefix"] = settling.Prefix, ["suffix"] = settling.Suffix },
                        ["fields"] = fields,
                        ["modality"] = Words.Of(Sources.AssertionModality.Inferred),
                    }),
                }),
            },
            submitter,
            draft: null,
            cancellation);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Titled(string question)
    {
        const string Before = "Resolved: ";
        return Before + (question.Length + Before.Length <= Disclosure.TitleLength ? question : question[..(Disclosure.TitleLength - Before.Length - 1)] + "…");
    }
}
