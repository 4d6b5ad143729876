using System.Text.RegularExpressions;

namespace PhysicalAiTracker.Core.History;

/// <summary>Whether a piece of a text or list was taken away, put in, or left.</summary>
public enum PieceKind
{
    Kept,
    Removed,
    Added,
}

/// <summary>A piece of what a field was and is.</summary>
public sealed record Piece(PieceKind Kind, string Text);

/// <summary>Compares two sequences of words or items, by the longest common one.</summary>
public static partial class WordDifference
{
    /// <summary>Word by word, with the blanks as they stand; neighbours of one kind are one piece.</summary>
    public static IReadOnlyList<Piece> OfText(string before, string after)
    {
        var pieces = new List<Piece>();
        foreach (var piece in Of([.. Words().Matches(before).Select(m => m.Value)], [.. Words().Matches(after).Select(m => m.Value)]))
        {
            if (pieces.Count > 0 && pieces[^1].Kind == piece.Kind)
            {
                pieces[^1] = new Piece(piece.Kind, pieces[^1].Text + piece.Text);
            }
            else
            {
                pieces.Add(piece);
            }
        }

        return pieces;
    }

    /// <summary>Item by item; what was taken away stands before what was put in.</summary>
    public static IReadOnlyList<Piece> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var common = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var pieces = new List<Piece>();
        var (left, right) = (0, 0);
        while (left < before.Count || right < after.Count)
        {
            if (left < before.Count && right < after.Count && before[left] == after[right])
            {
                pieces.Add(new Piece(PieceKind.Kept, before[left++]));
                right++;
            }
            else if (left < before.Count && (right == after.Count || common[left + 1, right] >= common[left, right + 1]))
            {
                pieces.Add(new Piece(PieceKind.Removed, before[left++]));
            }
            else
            {
                pieces.Add(new Piece(PieceKind.Added, after[right++]));
            }
        }

        return pieces;
    }

    [GeneratedRegex(@"\S+\s*|\s+")]
    private static partial Regex Words();
}
