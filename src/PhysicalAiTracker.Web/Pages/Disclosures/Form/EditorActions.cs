using System.Globalization;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>What a button did.</summary>
/// <param name="Place">Where to go on the page; null for its top.</param>
/// <param name="Look">What the page shall show beside the form: a query such as <c>look=suggest</c>; null for nothing.</param>
/// <param name="Notice">What to tell; null for nothing.</param>
public sealed record Acted(string? Place = null, string? Look = null, string? Notice = null, bool Warns = false);

/// <summary>Does to the typed document what a button of the editor says; what needs no query is done by <see cref="FormActions"/>.</summary>
public sealed class EditorActions(EditQueries edits, DraftProposals proposals, FurtherEvidence further)
{
    /// <summary>The list of what the text proposes.</summary>
    public const string Suggest = "look=suggest";

    /// <summary>What to know before the draft is handed on.</summary>
    public const string Check = "look=check";

    private static readonly string Full = $"A form takes {FormActions.MaxChanges} changes. Publish these, then go on with another disclosure.";

    /// <param name="control">Reads an input beside the document.</param>
    public async Task<Acted> ActAsync(JsonObject typed, string action, Func<string, string?> control, CancellationToken cancellation)
    {
        var (verb, target) = action.Split(':', 2) is [var word, var rest] ? (word, rest) : (action, "");
        var looked = control("look") == "check" ? Check : null;
        return verb switch
        {
            "find" => await FindAsync(typed, control("find") ?? "", cancellation),
            "rewrites" => Rewrites(typed, target),
            "rebase" => await RebaseAsync(typed, target, control, cancellation),
            "suggest" => new Acted("proposals", Suggest),
            "take" => await TakeAsync(typed, [target], cancellation),
            "take-all" => await TakeAsync(typed, null, cancellation),
            "dismiss" => await DismissAsync(typed, target, cancellation),
            "dismiss-all" => await DismissAsync(typed, null, cancellation),
            "restore" => Restore(typed),
            "words" => await WordsAsync(typed, control("words") ?? "", cancellation),
            "choose" => await ChooseAsync(typed, target, cancellation),
            "confirm" or "drop" => Decide(typed, target, verb == "confirm", looked),
            "confirm-all" or "drop-all" => DecideAll(typed, verb == "confirm-all", looked),
            "same" => await SameAsync(typed, target, cancellation),
            "check" => new Acted("check", Check),
            _ => Apply(typed, action, verb, control),
        };
    }

    private static Acted Apply(JsonObject typed, string action, string verb, Func<string, string?> control)
    {
        var place = FormActions.Apply(typed, action, control);
        return place is null && verb == "add" ? new Acted(Notice: Full, Warns: true) : new Acted(place);
    }

    private async Task<Acted> FindAsync(JsonObject typed, string text, CancellationToken cancellation)
    {
        var found = await edits.FindAsync(text, cancellation);
        var change = found is null ? null : await edits.StartAsync(found.Value.Kind, found.Value.Id, cancellation);
        return change is null ? new Acted("find", $"find={Uri.EscapeDataString(text)}")
            : FormActions.Add(typed, change) is { } place ? new Acted(place)
            : new Acted(Notice: Full, Warns: true);
    }

    private static Acted Rewrites(JsonObject typed, string slug)
    {
        if (typed["source"] is JsonObject source)
        {
            source["origin"] = slug;
        }

        return new Acted();
    }

    private async Task<Acted> RebaseAsync(JsonObject typed, string pointer, Func<string, string?> control, CancellationToken cancellation)
    {
        var records = await edits.OfAsync(typed, cancellation);
        if (ChangeAt(typed, pointer) is { } change && TypedDocument.KindOf(change) is { } kind
            && Guid.TryParse(TypedDocument.Text(change["id"]), out var id) && records.TryGetValue(id, out var edited))
        {
            ConflictRows.Rebase(change, RecordSchemas.Of(kind), edited, field => control($"take:{pointer}/set/{field}"));
            return new Acted(pointer, Notice: $"This edit now starts from version {edited.Current.Version}. What you typed is kept where you chose yours.");
        }

        return new Acted();
    }

    private async Task<Acted> TakeAsync(JsonObject typed, string[]? ids, CancellationToken cancellation)
    {
        var taken = await proposals.TakeAsync(typed, ids, FormActions.MaxChanges, cancellation);
        return new Acted("proposals", Suggest, taken switch
        {
            { IsFull: true } => Full,
            { Added: 0 } => "That is not on offer any more.",
            _ => $"{Labels.Begin(Labels.Count(taken.Added, "change was", "changes were"))} added, marked as a suggestion until you confirm.",
        }, taken.IsFull || taken.Added == 0);
    }

    private async Task<Acted> DismissAsync(JsonObject typed, string? id, CancellationToken cancellation) =>
        await proposals.DismissAsync(typed, id, cancellation) > 0
            ? new Acted("proposals", Suggest)
            : new Acted("proposals", Suggest, "That is not on offer any more.", Warns: true);

    private static Acted Restore(JsonObject typed)
    {
        foreach (var id in SuggestedChanges.Settled(typed, SuggestedChanges.Dismissed))
        {
            SuggestedChanges.Settle(typed, id, null);
        }

        return new Acted("proposals", Suggest);
    }

    private async Task<Acted> WordsAsync(JsonObject typed, string words, CancellationToken cancellation)
    {
        var offers = await proposals.OfWordsAsync(typed, words, cancellation);
        return offers.Problem is { } problem
            ? new Acted("words", Notice: problem, Warns: true)
            : new Acted("offer", string.Create(CultureInfo.InvariantCulture, $"look=offer&start={offers.Start}&end={offers.End}"));
    }

    private async Task<Acted> ChooseAsync(JsonObject typed, string target, CancellationToken cancellation)
    {
        var taken = target.Split(':', 3) is [var from, var to, var id] && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            ? await proposals.ChooseAsync(typed, start, end, id, FormActions.MaxChanges, cancellation)
            : null;
        return taken switch
        {
            null => new Acted(Notice: "That is not on offer any more: select the words again.", Warns: true),
            { IsFull: true } => new Acted(Notice: Full, Warns: true),
            _ => new Acted(Pointers.Append("/changes", FormActions.Count(typed) - 1)),
        };
    }

    private static Acted Decide(JsonObject typed, string pointer, bool confirm, string? looked)
    {
        if (ChangeAt(typed, pointer) is not { } change || SuggestedChanges.IdOf(change) is not { } id)
        {
            return new Acted(Look: looked);
        }

        if (confirm)
        {
            SuggestedChanges.Confirm(change);
            return new Acted(pointer, looked);
        }

        Drop(typed, change, id);
        return new Acted("changes", looked);
    }

    private static Acted DecideAll(JsonObject typed, bool confirm, string? looked)
    {
        var pending = EditorBuilder.Changes(typed).Where(change => SuggestedChanges.IdOf(change) is not null).ToList();
        foreach (var change in pending)
        {
            if (confirm)
            {
                SuggestedChanges.Confirm(change);
            }
            else
            {
                Drop(typed, change, SuggestedChanges.IdOf(change)!);
            }
        }

        return new Acted(looked is null ? "changes" : "check", looked, $"{Labels.Begin(Labels.Count(pending.Count, "suggestion was", "suggestions were"))} {(confirm ? "confirmed" : "dropped")}.");
    }

    /// <summary>What is dropped is not offered again.</summary>
    private static void Drop(JsonObject typed, JsonObject change, string id)
    {
        (typed["changes"] as JsonArray)?.Remove(change);
        if (SuggestedChanges.Settled(typed, SuggestedChanges.Taken).Contains(id))
        {
            SuggestedChanges.Settle(typed, id, SuggestedChanges.Dismissed);
        }
    }

    private async Task<Acted> SameAsync(JsonObject typed, string target, CancellationToken cancellation)
    {
        var at = target.LastIndexOf(':');
        return at > 0 && Guid.TryParse(target[(at + 1)..], out var record) && await further.AddAsync(typed, target[..at], record, cancellation) is { } place
            ? new Acted(place, Check, "The passage is further evidence of the known record now. Where the two differ, both stand.")
            : new Acted("check", Check, "That record is not there any more, or the change edits one already.", Warns: true);
    }

    private static JsonObject? ChangeAt(JsonObject typed, string pointer) =>
        EditorBuilder.Changes(typed).Index().Where(change => Pointers.Append("/changes", change.Index) == pointer).Select(change => change.Item).FirstOrDefault();
}
