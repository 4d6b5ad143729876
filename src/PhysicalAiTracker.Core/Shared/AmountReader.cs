using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>
/// Reads the parts of a figure as people write it, left to right: what <see cref="Money"/> and <see cref="Quantity"/> share.
/// Spaces before a part are skipped.
/// </summary>
internal sealed class AmountReader
{
    /// <summary>Longer text is no figure.</summary>
    public const int MaxLength = 100;

    private const int MaxDigits = 17;
    private const int MaxDecimals = 10;

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

    /// <summary>
    /// A number such as <c>10</c>, <c>1,030,000</c>, <c>1 030 000</c>, <c>1.03</c> or <c>2E+11</c>. A number that can be read
    /// in two ways is a problem.
    /// </summary>
    /// <param name="decimals">Digits that were written behind the point, less the exponent; not below zero.</param>
    public bool TryTakeNumber(out decimal number, out int decimals, [NotNullWhen(false)] out string? problem)
    {
        (number, decimals) = (0, 0);
        SkipSpaces();
        var start = _at;
        if (Digits() == 0)
        {
            problem = Ahead.StartsWith("-") || Ahead.StartsWith("(")
                ? "A figure is never negative."
                : $"\"{Rest}\" does not begin with a number.";
            return false;
        }

        problem = SkipGroups(start);
        if (problem is not null)
        {
            return false;
        }

        var whole = OnlyDigits(start, _at);
        var fraction = "";
        if (Ahead.StartsWith(".") && Ahead.Length > 1 && char.IsAsciiDigit(Ahead[1]))
        {
            var point = _at++;
            Digits();
            fraction = OnlyDigits(point, _at);
            if (Ahead.Length > 1 && Ahead[0] is '.' or ',' && char.IsAsciiDigit(Ahead[1]))
            {
                problem = $"\"{Around(start)}\" can be read in two ways: separate thousands by commas and decimals by a point, as in 1,030,000.50.";
                return false;
            }
        }

        var exponent = TakeExponent();
        decimals = Math.Max(0, fraction.Length - exponent);
        if (whole.TrimStart('0').Length + exponent > MaxDigits || fraction.Length > MaxDecimals)
        {
            problem = $"\"{Around(start)}\" is too long for a figure.";
            return false;
        }

        number = decimal.Parse($"{whole}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            * PowerOfTen(exponent);
        problem = null;
        return true;
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

    private static char Plain(char c) => char.IsWhiteSpace(c) ? ' ' : c == '−' ? '-' : c;

    private void SkipSpaces()
    {
        while (Ahead.StartsWith(" "))
        {
            _at++;
        }
    }

    private int Digits()
    {
        var from = _at;
        while (Ahead.Length > 0 && char.IsAsciiDigit(Ahead[0]))
        {
            _at++;
        }

        return _at - from;
    }

    /// <summary>Groups of three digits behind the first; one separator throughout.</summary>
    private string? SkipGroups(int start)
    {
        var first = _at - start;
        var separator = Ahead.Length > 1 && Ahead[0] is ',' or ' ' or '\'' or '’' && char.IsAsciiDigit(Ahead[1]) ? Ahead[0] : '\0';
        while (separator != '\0' && Ahead.Length > 1 && Ahead[0] == separator && char.IsAsciiDigit(Ahead[1]))
        {
            _at++;
            if (Digits() != 3 || first > 3)
            {
                return $"\"{Around(start)}\" is not grouped by thousands: write 1,030,000, or 1.5 with a point.";
            }
        }

        return null;
    }

    private int TakeExponent()
    {
        var ahead = Ahead;
        if (!ahead.StartsWith("E", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var digits = ahead.Length > 1 && ahead[1] == '+' ? 2 : 1;
        var end = digits;
        while (end < ahead.Length && char.IsAsciiDigit(ahead[end]))
        {
            end++;
        }

        if (end == digits)
        {
            return 0;
        }

        _at += end;
        // More digits than two can only be too large, which the caller refuses.
        return end - digits > 2 ? 99 : int.Parse(ahead[digits..end], CultureInfo.InvariantCulture);
    }

    private string OnlyDigits(int from, int to) => string.Concat(_text[from..to].Where(char.IsAsciiDigit));

    /// <summary>The number as it was written, to its end, for a problem.</summary>
    private string Around(int start)
    {
        var end = _at;
        while (end < _text.Length && (char.IsAsciiDigit(_text[end]) || _text[end] is '.' or ','))
        {
            end++;
        }

        return _text[start..end];
    }
}
