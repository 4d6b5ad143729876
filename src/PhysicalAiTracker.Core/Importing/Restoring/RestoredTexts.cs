using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Snapshots;

namespace PhysicalAiTracker.Core.Importing.Restoring;

/// <summary>
/// Proves quotes again in the texts that came with them, which are in the database by then: passages mostly follow one another by text, so that
/// a few texts in memory are enough. A text that was withheld proves nothing.
/// </summary>
internal sealed class RestoredTexts(TrackerDbContext db) : IDisposable
{
    private const int Kept = 8;

    private readonly Dictionary<Guid, (Guid Source, string Text)> _texts = [];
    private readonly Queue<Guid> _order = new();
    private DbCommand? _find;

    /// <exception cref="FormatException">The passage is no quote of its snapshot.</exception>
    public void Check(Passage passage)
    {
        if (passage is not { SnapshotId: { } snapshot, Start: { } start, End: { } end } || Find(snapshot) is not { } found)
        {
            return;
        }

        if (found.Source != passage.SourceId)
        {
            throw new FormatException($"/sourceId is {passage.SourceId}, but its snapshot is one of the source {found.Source}");
        }

        if (found.Text is not { Length: > 0 } text)
        {
            return;
        }

        var stands = Stretch(text, start, end);
        if (stands.IsEmpty || !stands.SequenceEqual(passage.Exact))
        {
            throw new FormatException($"/exact is “{Shorten(passage.Exact)}”, but from {start} to {end} its snapshot {snapshot} has {(stands.IsEmpty ? "nothing" : $"“{Shorten(stands.ToString())}”")}");
        }

        if (!text.AsSpan(0, start).EndsWith(passage.Prefix) || !text.AsSpan(end).StartsWith(passage.Suffix))
        {
            throw new FormatException($"/prefix or /suffix is not what stands before or behind the quote in its snapshot {snapshot}");
        }
    }

    /// <exception cref="FormatException">The passage does not stand in the later snapshot where it says so. White space may be another there.</exception>
    public void Check(PassageAnchor anchor)
    {
        if (anchor is { State: PassageState.Intact, Start: { } start, End: { } end } && Find(anchor.SnapshotId) is { Text: { Length: > 0 } text }
            && db.Passages.Where(p => p.Id == anchor.PassageId).Select(p => p.Exact).FirstOrDefault() is { } exact
            && FoldedText.Fold(Stretch(text, start, end).ToString()) != FoldedText.Fold(exact))
        {
            throw new FormatException($"/state is intact, but from {start} to {end} the snapshot {anchor.SnapshotId} does not have the passage “{Shorten(exact)}”");
        }
    }

    public void Dispose() => _find?.Dispose();

    /// <summary>Null where there is no such snapshot, which the database tells.</summary>
    private (Guid Source, string Text)? Find(Guid snapshot)
    {
        if (_texts.TryGetValue(snapshot, out var known))
        {
            return known;
        }

        _find ??= Command();
        _find.Parameters[0].Value = snapshot;
        using (var reader = _find.ExecuteReader())
        {
            if (!reader.Read())
            {
                return null;
            }

            known = (reader.GetGuid(0), reader.GetString(1));
        }

        if (_order.Count == Kept)
        {
            _texts.Remove(_order.Dequeue());
        }

        _order.Enqueue(snapshot);
        return _texts[snapshot] = known;
    }

    private DbCommand Command()
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = """SELECT "SourceId", "Text" FROM "Snapshots" WHERE "Id" = @id""";
        var id = command.CreateParameter();
        id.ParameterName = "@id";
        command.Parameters.Add(id);
        return command;
    }

    private static ReadOnlySpan<char> Stretch(string text, int start, int end) => start >= 0 && start < end && end <= text.Length ? text.AsSpan(start, end - start) : [];

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
