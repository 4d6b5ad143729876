using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>Proves the quotes of a disclosure in its snapshot, and takes the places of what is not captured.</summary>
internal sealed class PassageReader(TrackerDbContext db, AddedRows added, ReadContext context, Snapshot? snapshot, Source? source)
{
    private static readonly string[] OfQuotes = ["prefix", "suffix"];

    private readonly QuotedText? _text = snapshot is null ? null : new(snapshot.Text);
    private readonly Dictionary<(int?, int?), Passage> _quotes = snapshot?.Passages.ToDictionary(p => (p.Start, p.End)) ?? [];
    private readonly Dictionary<(string?, string), Passage> _places =
        source?.Id is not { } id ? [] : db.Passages.Local.Where(p => p.SourceId == id && p.State == PassageState.NotCaptured).ToDictionary(p => (p.Locator, p.Exact));

    /// <summary>The passage of an assertion; null after reporting.</summary>
    public Passage? Read(JsonObject assertion, string pointer)
    {
        var at = Pointers.Append(pointer, "passage");
        if (assertion["passage"] is not JsonObject selector)
        {
            context.Report(at, "is required: an object with the exact words");
            return null;
        }

        DisclosureDocument.RefuseStrangers(selector, DisclosureDocument.PassageMembers, at, context);
        var exact = TextOf(selector, "exact", at);
        return selector["locator"] is null ? Quote(selector, exact, at) : Place(selector, exact, at);
    }

    private Passage? Quote(JsonObject selector, string? exact, string at)
    {
        if (string.IsNullOrWhiteSpace(exact))
        {
            context.Report(Pointers.Append(at, "exact"), "is required: the words as they stand in the text; or a locator where the text may not or could not be stored");
            return null;
        }

        if (_text is null)
        {
            return null;
        }

        switch (Anchoring.Find(_text, exact, TextOf(selector, "prefix", at), TextOf(selector, "suffix", at)))
        {
            case Anchor.Intact(var start, var end):
                return QuoteAt(start, end);
            case var refused:
                context.Report(Pointers.Append(at, "exact"), refused.Problem!);
                return null;
        }
    }

    private Passage QuoteAt(int start, int end)
    {
        if (!_quotes.TryGetValue((start, end), out var passage))
        {
            var quote = Anchoring.Selector(snapshot!.Text, start, end);
            passage = new Passage { SourceId = snapshot.SourceId, SnapshotId = snapshot.Id, Exact = quote.Exact, Prefix = quote.Prefix, Suffix = quote.Suffix, Start = start, End = end };
            _quotes[(start, end)] = passage;
            added.Add(passage);
        }

        return passage;
    }

    private Passage? Place(JsonObject selector, string? exact, string at)
    {
        foreach (var name in OfQuotes.Where(selector.ContainsKey))
        {
            context.Report(Pointers.Append(at, name), "belongs to a quote of the stored text, not to a locator");
        }

        var phrase = SnapshotText.Normalise(exact ?? "").Trim();
        if (phrase.Length > Passage.PhraseLength)
        {
            context.Report(Pointers.Append(at, "exact"), $"has {phrase.Length:N0} characters; beside a locator {Passage.PhraseLength} are the most");
            return null;
        }

        if (DisclosureDocument.Text(selector, "locator", Passage.LocatorLength, at, context) is not { } locator || source is null)
        {
            return null;
        }

        if (!_places.TryGetValue((locator, phrase), out var passage))
        {
            passage = new Passage { SourceId = source.Id, State = PassageState.NotCaptured, Locator = locator, Exact = phrase };
            _places[(locator, phrase)] = passage;
            added.Add(passage);
        }

        return passage;
    }

    private string? TextOf(JsonObject selector, string name, string pointer)
    {
        if (selector[name] is not { } node)
        {
            return null;
        }

        if (node.GetValueKind() == JsonValueKind.String)
        {
            return node.GetValue<string>();
        }

        context.Report(Pointers.Append(pointer, name), "is not text");
        return null;
    }
}
