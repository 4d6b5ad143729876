using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>What an analyst wants to decide, as it was typed.</summary>
/// <param name="Decision">A word of <see cref="RulingKind"/>: explained, upheld or withdrawn.</param>
/// <param name="Explanation">A word of <see cref="Contradictions.Explanation"/>; with explained only.</param>
/// <param name="Side">Number of the side that is right; with upheld only.</param>
/// <param name="Note">Why, in the analyst's words; required.</param>
/// <param name="Version">The contradiction's version that the analyst looked at.</param>
public sealed record RulingRequest(string? Decision, string? Explanation, int? Side, string? Note, string? Version);

/// <summary>What became of a ruling: taken, refused with its problems, or overtaken by something newer.</summary>
/// <param name="Problems">By JSON pointer into the request.</param>
/// <param name="Conflict">Why it came too late; null where it did not.</param>
public sealed record RulingOutcome(bool Found, IReadOnlyList<Problem> Problems, string? Conflict)
{
    /// <summary>There is no such contradiction.</summary>
    public static RulingOutcome Missing { get; } = new(Found: false, [], null);

    public bool Accepted => Found && Problems.Count == 0 && Conflict is null;
}

/// <summary>Takes analysts' rulings on contradictions.</summary>
public sealed class RulingCommands(TrackerDbContext db, ContradictionQueries contradictions, Derivation derivation, ActivityLog activity, TimeProvider time)
{
    private const string Overtaken = "New evidence or another ruling came in since you looked: read the contradiction again, then decide.";

    public async Task<RulingOutcome> RuleAsync(Guid id, RulingRequest request, Submitter by, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var contradiction = await db.Contradictions.AsNoTracking().Include(c => c.Sides).Include(c => c.Statements).AsSplitQuery().FirstOrDefaultAsync(c => c.Id == id, cancellation);
        if (contradiction is null)
        {
            return RulingOutcome.Missing;
        }

        var earlier = (await RulingTrail.LoadAsync(db, [(id, contradiction.Subject)], cancellation))[id].ToList();
        var problems = new List<Problem>();
        var ruling = Read(request, contradiction, earlier, problems);
        if (problems.Count > 0)
        {
            return new RulingOutcome(Found: true, problems, null);
        }

        if (request.Version != ContradictionReader.VersionOf(contradiction.Fingerprint, earlier.Count))
        {
            return new RulingOutcome(Found: true, [], Overtaken);
        }

        ruling.UpheldText = ruling.UpheldSide is { } side ? await TextOfAsync(id, side, cancellation) : null;
        (ruling.Number, ruling.Fingerprint, ruling.By, ruling.UserId, ruling.At) = (earlier.Select(r => r.Number).DefaultIfEmpty().Max() + 1, contradiction.Fingerprint, by.By, by.UserId, Clock.Now(time));
        db.ContradictionRulings.Add(ruling);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            return new RulingOutcome(Found: true, [], Overtaken);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        await derivation.DeriveAsync([.. contradiction.Statements.Select(s => s.RecordId).Distinct()], cancellation);
        await activity.AddAsync(
            ActivityKind.Ruled, new Actor(by.UserId, by.By), new ActivitySubject("contradiction", id, await NameAsync(id, cancellation)), $"{Words.Of(ruling.Kind)}: {ruling.Note}", cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return new RulingOutcome(Found: true, [], null);
    }

    private async Task<string> NameAsync(Guid id, CancellationToken cancellation) => (await contradictions.FindAsync(id, cancellation))?.Title ?? "";

    private async Task<string?> TextOfAsync(Guid id, int number, CancellationToken cancellation)
    {
        var text = (await contradictions.FindAsync(id, cancellation))?.Sides.FirstOrDefault(side => side.Number == number)?.Text;
        return text is { Length: > ContradictionRuling.ValueLength } ? text[..ContradictionRuling.ValueLength] : text;
    }

    private static ContradictionRuling Read(RulingRequest request, Contradiction contradiction, List<ContradictionRuling> earlier, List<Problem> problems)
    {
        var ruling = new ContradictionRuling { ContradictionId = contradiction.Id, Note = request.Note?.Trim() ?? "" };
        if (!Words.TryParse<RulingKind>(request.Decision, out var kind))
        {
            problems.Add(new Problem("/decision", $"is required: one of {string.Join(", ", Words.All<RulingKind>())}"));
        }

        ruling.Kind = kind;
        if (ruling.Note.Length is 0 or > ContradictionRuling.NoteLength)
        {
            problems.Add(new Problem("/note", ruling.Note.Length == 0 ? "is required: say why, for whoever reads it later" : $"has {ruling.Note.Length:N0} characters; {ContradictionRuling.NoteLength:N0} are the most"));
        }
        else if (ruling.Note.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            problems.Add(new Problem("/note", "has control characters"));
        }

        if (string.IsNullOrEmpty(request.Version))
        {
            problems.Add(new Problem("/version", "is required: the version of the contradiction that you looked at"));
        }

        ReadExplanation(request, ruling, problems);
        ReadSide(request, contradiction, ruling, problems);
        if (kind == RulingKind.Withdrawn && problems.Count == 0 && earlier.InForce(contradiction.Fingerprint) is null)
        {
            problems.Add(new Problem("/decision", "there is no ruling in force to withdraw"));
        }

        return ruling;
    }

    private static void ReadExplanation(RulingRequest request, ContradictionRuling ruling, List<Problem> problems)
    {
        var given = !string.IsNullOrEmpty(request.Explanation);
        if (given && request.Decision == Words.Of(RulingKind.Explained) && Words.TryParse<Explanation>(request.Explanation, out var explanation))
        {
            ruling.Explanation = explanation;
        }
        else if (request.Decision == Words.Of(RulingKind.Explained))
        {
            problems.Add(new Problem("/explanation", $"is required: one of {string.Join(", ", Words.All<Explanation>())}"));
        }
        else if (given)
        {
            problems.Add(new Problem("/explanation", "goes with “explained” only"));
        }
    }

    private static void ReadSide(RulingRequest request, Contradiction contradiction, ContradictionRuling ruling, List<Problem> problems)
    {
        var side = contradiction.Sides.Find(s => s.Number == request.Side);
        if (request.Decision == Words.Of(RulingKind.Upheld) && side is not null)
        {
            ruling.UpheldSide = side.Number;
        }
        else if (request.Decision == Words.Of(RulingKind.Upheld))
        {
            problems.Add(new Problem("/side", $"is required: the number of the side that is right, 1 to {contradiction.Sides.Count}"));
        }
        else if (request.Side is not null)
        {
            problems.Add(new Problem("/side", "goes with “upheld” only"));
        }
    }
}
