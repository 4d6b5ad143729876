using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Acts;

/// <summary>What every act works with: the records it changes, what is wrong with that, and the disclosure it is recorded as.</summary>
internal sealed class ActScene(TrackerDbContext db, DisclosureCommands disclosures, Submitter submitter, string note, DateTime now, CancellationToken cancellation)
{
    private readonly List<VersionConflict> _conflicts = [];
    private readonly List<AppliedChange> _results = [];
    private readonly Dictionary<Guid, string> _names = [];

    public TrackerDbContext Db { get; } = db;

    public CancellationToken Cancellation { get; } = cancellation;

    public string Note { get; } = note;

    public ReadContext Context { get; private set; } = new();

    public List<PendingChange> Changes { get; } = [];

    public bool IsSound => Context.Problems.Count == 0 && _conflicts.Count == 0;

    public void Report(string message) => Context.Report("", message);

    public DisclosureOutcome Refused() => DisclosureOutcome.Refused(
        [.. Context.Problems.Select(problem => _names.FirstOrDefault(name => problem.Pointer.StartsWith($"/{name.Key}/", StringComparison.Ordinal)) is { Value: { } name }
            ? new Problem(problem.Pointer, $"{name}, {problem.Pointer[(problem.Pointer.LastIndexOf('/') + 1)..]}: {problem.Message}")
            : problem)],
        _conflicts);

    /// <summary>The live record of an id, or null after reporting that there is none.</summary>
    public async Task<PendingChange?> LoadAsync(Guid id)
    {
        var kind = await Db.Records.Where(r => r.Id == id).Select(r => (RecordKind?)r.Kind).FirstOrDefaultAsync(Cancellation);
        if (kind is null || await RecordSchemas.Of(kind.Value).LoadAsync(Db, id, Cancellation) is not { } record)
        {
            Report(kind is null ? "no record has this id" : $"this {Prose.Of(kind.Value)} was removed or merged meanwhile");
            return null;
        }

        return await AddAsync(new PendingChange($"/{id}", [], RecordSchemas.Of(kind.Value), record, isNew: false));
    }

    /// <summary>A record that is to live again, with the identity and times it had.</summary>
    /// <param name="version">Its latest version, the one that took it away.</param>
    public async Task<PendingChange> RestoreAsync(RecordKind kind, Guid id, int version)
    {
        var record = RecordSchemas.Of(kind).Create();
        (record.Id, record.Version) = (id, version);
        record.CreatedAt = await Db.Revisions.Where(r => r.RecordId == id).MinAsync(r => r.At, Cancellation);
        Db.Tombstones.Remove(await Db.Tombstones.AsTracking().FirstAsync(t => t.Id == id, Cancellation));
        return await AddAsync(new PendingChange($"/{id}", [], RecordSchemas.Of(kind), record, isNew: true) { IsRestored = true });
    }

    /// <summary>Refuses the act where the analyst saw another version than the latest.</summary>
    public void CheckVersion(PendingChange change, int seen)
    {
        if (change.Record.Version != seen)
        {
            _conflicts.Add(new VersionConflict(change.Pointer, change.Schema.Kind, change.Record.Id, seen, change.Record.Version, change.Before));
        }
    }

    /// <summary>The state of a record after one of its revisions; null where there is none, or the record was gone then.</summary>
    public async Task<JsonObject?> StateAsync(Guid id, int version) =>
        await Db.Revisions.Where(r => r.RecordId == id && r.Version == version).Select(r => r.State).FirstOrDefaultAsync(Cancellation) is { } state
            ? JsonNode.Parse(state)!.AsObject() : null;

    /// <summary>Looks up what these states refer to.</summary>
    public Task LoadReferencesAsync(params IEnumerable<JsonNode> states) =>
        References.LoadAsync(Db, new JsonObject { ["states"] = new JsonArray([.. states.Select(state => state.DeepClone())]) }, Context, Cancellation);

    /// <summary>Sets a field to a canonical value; null clears it.</summary>
    public void Set(PendingChange change, string field, JsonNode? value) =>
        change.Schema.Read(change.Record, field, value, Pointers.Append(change.Pointer, field), Context);

    /// <summary>Finds what the act changes, and checks every rule on every record.</summary>
    public async Task CheckAsync()
    {
        foreach (var change in Changes)
        {
            change.FindChanged();
        }

        foreach (var change in Changes)
        {
            await new RecordRules(Db, Context, Changes, Cancellation).CheckAsync(change);
        }
    }

    public Disclosure Accept(DisclosureAct act, string title)
    {
        var disclosure = new Disclosure
        {
            Act = act,
            Title = title.Length <= Disclosure.TitleLength ? title : title[..(Disclosure.TitleLength - 1)] + "…",
            AuthorId = submitter.UserId,
            By = submitter.By,
            State = DisclosureState.Accepted,
            CreatedAt = now,
            UpdatedAt = now,
            DecidedAt = now,
        };
        Db.Disclosures.Add(disclosure);
        return disclosure;
    }

    public RevisionWriter Writer(Disclosure disclosure) => new(Db, new AddedRows(Db, isImport: false), disclosure, now, Cancellation);

    /// <summary>Gives the change its revision.</summary>
    public async Task WriteAsync(Disclosure disclosure, PendingChange change)
    {
        change.Note = Note;
        change.Reason = RevisionReason.WeCorrected;
        await Writer(disclosure).WriteAsync(change, key: null);
        Add(change, change.IsRestored ? ChangeEffect.Restored : ChangeEffect.Changed, change.Record.Version);
    }

    public async Task RemoveAsync(Disclosure disclosure, PendingChange change, Guid? mergedInto)
    {
        await Writer(disclosure).RemoveAsync(change, Note, mergedInto);
        Add(change, ChangeEffect.Removed, change.Record.Version + 1);
    }

    /// <summary>Marks the adopted values anew, writes down what was done, and saves it all.</summary>
    /// <param name="document">Below the name of the act.</param>
    public async Task<DisclosureOutcome> FinishAsync(Disclosure disclosure, JsonObject document)
    {
        await Db.SaveChangesAsync(Cancellation);
        await Writer(disclosure).SettleAsync(Changes);
        document["note"] = Note;
        disclosure.Document = new JsonObject { ["title"] = disclosure.Title, [Words.Of(disclosure.Act!.Value)] = document }.ToJsonString();
        await disclosures.SaveAsync([.. _results.Select(result => result.Id)], Cancellation);
        await disclosures.AnnounceAsync(disclosure, _results, Cancellation);
        return new DisclosureOutcome(disclosure.Id, _results, [], []);
    }

    /// <summary>What to call a record of the act.</summary>
    public string NameOf(PendingChange change) => _names[change.Record.Id];

    /// <summary>What to call a record that is restored: it has no name before it has a state.</summary>
    public async Task NameAsync(PendingChange change, JsonObject state) =>
        _names[change.Record.Id] = RecordTitles.Of(change.Schema, state, await ValueText.LoadNamesAsync(Db, [state.ToJsonString()], Cancellation));

    private async Task<PendingChange> AddAsync(PendingChange change)
    {
        Changes.Add(change);
        await NameAsync(change, change.Before);
        return change;
    }

    private void Add(PendingChange change, ChangeEffect effect, int version) => _results.Add(
        new AppliedChange(change.Schema.Kind, change.Record.Id, RecordRules.SlugOf(change.Record), (change.Record as Parties.Party)?.Type, version, effect));
}
