using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;

namespace PhysicalAiTracker.Core.Sources;

/// <summary>What the fields of a source were before they changed, so that an earlier day is read, and graded, with the source as it was known then.</summary>
public sealed class FormerSource
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid SourceId { get; set; }

    public Source Source { get; set; } = null!;

    /// <summary>When they changed (UTC).</summary>
    public DateTime Until { get; set; }

    /// <summary>All fields of <see cref="EvidenceFields.Source"/>, as canonical JSON.</summary>
    public string State { get; set; } = "";
}

/// <summary>Keeps what sources were, and puts them together again.</summary>
internal static class FormerSources
{
    /// <summary>Writes down what the tracked sources were before their changes. To be called in each transaction that changes sources, before it saves them.</summary>
    public static void Keep(TrackerDbContext db, DateTime now)
    {
        foreach (var entry in db.ChangeTracker.Entries<Source>().Where(entry => entry.State == EntityState.Modified).ToList())
        {
            var before = Show((Source)entry.OriginalValues.ToObject());
            if (before != Show(entry.Entity))
            {
                db.FormerSources.Add(new FormerSource { SourceId = entry.Entity.Id, Until = now, State = before });
            }
        }
    }

    /// <summary>The source with the fields that it had.</summary>
    public static Source Read(Source now, string state)
    {
        var context = ReadContext.OfState();
        var former = new Source { Id = now.Id, CreatedAt = now.CreatedAt };
        EvidenceFields.Source.Read(former, JsonNode.Parse(state)!.AsObject(), "", context);
        return context.Problems.Count == 0
            ? former
            : throw new InvalidOperationException($"What the source {now.Slug} was cannot be read again: {context.Problems[0].Pointer} {context.Problems[0].Message}");
    }

    private static string Show(Source source) => EvidenceFields.Source.Show(source).ToJsonString();
}
