namespace PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

internal enum ItemKind
{
    Word,
    Mark,
    Money,
    Date,
    Number,
    Name,
    Place,
    Hardware,
}

/// <summary>A word, or several that mean one thing together.</summary>
/// <param name="Lower">For comparison; of a mention, empty, so that no cue is found inside it.</param>
/// <param name="Value">What a mention says, as a person would type it; for a name without the legal form.</param>
/// <param name="Aside">An amount that repeats another in a second currency, or an end of a range: no fact of its own.</param>
internal sealed record Item(ItemKind Kind, int Start, int End, string Text, string Lower, bool Quoted, string Value = "", bool Aside = false)
{
    public bool Is(string lower) => Lower == lower;

    public bool IsAny(HashSet<string> words) => Lower.Length > 0 && words.Contains(Lower);

    public bool IsMention => Kind is not (ItemKind.Word or ItemKind.Mark);
}

/// <summary>A sentence as items.</summary>
/// <param name="Index">Among the sentences of the text.</param>
/// <param name="IsHeading">A line that no punctuation ends: nothing is proposed from it.</param>
internal sealed record Sentence(int Index, int Paragraph, bool IsHeading, IReadOnlyList<Item> Items)
{
    public int Count => Items.Count;

    public Item this[int index] => Items[index];

    public bool IsQuestion => Count > 0 && Items[^1].Is("?");

    public bool Has(HashSet<string> words) => Items.Any(item => item.IsAny(words));

    /// <summary>The position of the first item with one of the words from a position on; -1 where there is none.</summary>
    public int Find(HashSet<string> words, int from = 0)
    {
        for (var i = from; i < Count; i++)
        {
            if (Items[i].IsAny(words))
            {
                return i;
            }
        }

        return -1;
    }
}
