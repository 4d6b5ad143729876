namespace PhysicalAiTracker.Core.Shared.Differences;

/// <summary>Whether a piece of a text or list was taken away, put in, or left.</summary>
public enum PieceKind
{
    Kept,
    Removed,
    Added,
}

/// <summary>A piece of what a field was and is.</summary>
public sealed record Piece(PieceKind Kind, string Text);

/// <summary>Tells two texts, or two lists, in one line: what was taken away stands before what was put in for it.</summary>
public static class WordDifference
{
    /// <summary>Word by word, with the blanks as they stand; neighbours of one kind are one piece.</summary>
    public static IReadOnlyList<Piece> OfText(string before, string after) =>
        Joined(Bridged(Of(Words(before), Words(after))));

    /// <summary>Item by item.</summary>
    public static IReadOnlyList<Piece> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var tokens = new TextTokens();
        var pieces = new List<Piece>();
        var (i, j) = (0, 0);
        foreach (var (old, @new) in new CommonSequence().Of([.. before.Select(item => tokens.Number(item))], [.. after.Select(item => tokens.Number(item))]).Append((before.Count, after.Count)))
        {
            pieces.AddRange(before.Take(old).Skip(i).Select(item => new Piece(PieceKind.Removed, item)));
            pieces.AddRange(after.Take(@new).Skip(j).Select(item => new Piece(PieceKind.Added, item)));
            if (old < before.Count)
            {
                pieces.Add(new Piece(PieceKind.Kept, before[old]));
            }

            (i, j) = (old + 1, @new + 1);
        }

        return pieces;
    }

    private static List<string> Words(string text) => [.. TextTokens.Of(text, new Stretch(0, text.Length, false)).Select(token => text[token.Start..token.End])];

    /// <summary>A blank alone between two changes belongs to both, so that a phrase reads as one and not word against word.</summary>
    private static IEnumerable<Piece> Bridged(IReadOnlyList<Piece> pieces)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            var piece = pieces[at];
            if (piece.Kind == PieceKind.Kept && string.IsNullOrWhiteSpace(piece.Text) && at > 0 && at < pieces.Count - 1
                && pieces[at - 1].Kind != PieceKind.Kept && pieces[at + 1].Kind != PieceKind.Kept)
            {
                yield return piece with { Kind = PieceKind.Removed };
                yield return piece with { Kind = PieceKind.Added };
            }
            else
            {
                yield return piece;
            }
        }
    }

    /// <summary>Between two kept pieces, all that was taken away is one piece, and all that was put in another.</summary>
    private static List<Piece> Joined(IEnumerable<Piece> pieces)
    {
        var joined = new List<Piece>();
        var (removed, added, kept) = ("", "", "");
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Kept)
            {
                Flush();
                kept += piece.Text;
                continue;
            }

            FlushKept();
            (removed, added) = piece.Kind == PieceKind.Removed ? (removed + piece.Text, added) : (removed, added + piece.Text);
        }

        Flush();
        FlushKept();
        return joined;

        void Flush()
        {
            joined.AddRange(new[] { new Piece(PieceKind.Removed, removed), new Piece(PieceKind.Added, added) }.Where(piece => piece.Text.Length > 0));
            (removed, added) = ("", "");
        }

        void FlushKept()
        {
            if (kept.Length > 0)
            {
                joined.Add(new Piece(PieceKind.Kept, kept));
                kept = "";
            }
        }
    }
}
