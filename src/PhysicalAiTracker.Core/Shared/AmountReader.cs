using System.Diagnostics.CodeAnalysis;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>
/// Reads the parts of a figure as people write it, left to right: what <see cref="Money"/> and <see cref="Quantity"/> share.
/// Spaces before a part are skipped.
/// </summary>
internal sealed class AmountReader
{
    /// <summary>Longer text is no figure.</summary>
    public const int MaxLength = 100;

    private static readonly long[] Powers = [.. Enumerable.Range(0, 19).Select(exponent => (long)PowerOfTen(exponent))];

    private readonly string _text;
    private int _at;

    private AmountReader(string text) => _text = text;

    public string Rest => _text[_at..].Trim();

    public bool AtEnd => Rest.Length == 0;

    private ReadOnlySpan<char> Ahead => _text.AsSpan(_at);

    public static bool TryBegin(string? text, out AmountReader reader, [NotNullWhen(false)] out string? problem)
    {
        var trimmed = (text ?? "").Trim();
        problem = trimmed.Length switch
        {
            0 => "No figure.",
            > MaxLength => $"A figure has at most {MaxLength} characters.",
            _ => null,
        };

        // No-break and thin spaces come with text copied from pages; the minus sign with figures copied from tables.
        reader = new AmountReader(problem is null ? string.Concat(trimmed.Select(Plain)) : "");
        return problem is null;
    }

    public bool TryTake(char c)
    {
        SkipSpaces();
        if (Ahead.StartsWith([c]))
        {
            _at++;
            return true;
        }

        return false;
    }

    /// <summary>A phrase in any case; one that ends with a letter must end its word too.</summary>
    public bool TryTake(string phrase)
    {
        SkipSpaces();
        if (!Ahead.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
            || (char.IsLetter(phrase[^1]) && Ahead.Length > phrase.Length && char.IsLetter(Ahead[phrase.Length])))
        {
            return false;
        }

        _at += phrase.Length;
        return true;
    }

    /// <summary>A letter with no space before it and no letter behind it: the k of "10k".</summary>
    public bool TryTakeAttached(char letter)
    {
        var fits = Ahead.Length > 0 && char.ToLowerInvariant(Ahead[0]) == letter && (Ahead.Length == 1 || !char.IsLetter(Ahead[1]));
        _at += fits ? 1 : 0;
        return fits;
    }

    /// <summary>The next run of letters, not yet taken; empty where none is next.</summary>
    public string PeekWord()
    {
        SkipSpaces();
        var length = 0;
        while (length < Ahead.Length && char.IsLetter(Ahead[length]))
        {
            length++;
        }

        return Ahead[..length].ToString();
    }

    public Qualifier TakeQualifier()
    {
        foreach (var (phrase, qualifier) in QualifierPhrases.Known)
        {
            if (TryTake(phrase))
            {
                return qualifier;
            }
        }

        return Qualifier.Exactly;
    }

    /// <inheritdoc cref="WrittenNumber.TryRead"/>
    public bool TryTakeNumber(out decimal number, out int decimals, [NotNullWhen(false)] out string? problem)
    {
        SkipSpaces();
        var written = new WrittenNumber(_text, _at);
        var read = written.TryRead(out number, out decimals, out problem);
        _at = written.End;
        return read;
    }

    public static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }

    /// <param name="exponent">From 0 to 18.</param>
    public static long WholePowerOfTen(int exponent) => Powers[exponent];

    private static char Plain(char c) => char.IsWhiteSpace(c) ? ' ' : c == '−' ? '-' : c;

    private void SkipSpaces()
    {
        while (Ahead.StartsWith(" "))
        {
            _at++;
        }
    }
}
