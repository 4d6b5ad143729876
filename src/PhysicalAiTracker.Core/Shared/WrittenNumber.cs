using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>A number as people write it, at a place in a text.</summary>
internal sealed class WrittenNumber(string text, int start)
{
    private const int MaxDigits = 17;
    private const int MaxDecimals = 10;

    private readonly int _start = start;
    private int _at = start;

    /// <summary>Where reading stopped.</summary>
    public int End => _at;

    private ReadOnlySpan<char> Ahead => text.AsSpan(_at);

    /// <summary>
    /// A number such as <c>10</c>, <c>1,030,000</c>, <c>1 030 000</c>, <c>1.03</c> or <c>2E+11</c>. A number that can be read
    /// in two ways is a problem.
    /// </summary>
    /// <param name="decimals">Digits that were written behind the point, less the exponent; not below zero.</param>
    public bool TryRead(out decimal number, out int decimals, [NotNullWhen(false)] out string? problem)
    {
        (number, decimals) = (0, 0);
        if (Digits() == 0)
        {
            problem = Ahead.StartsWith("-") || Ahead.StartsWith("(")
                ? "A figure is never negative."
                : $"\"{text[_start..].Trim()}\" does not begin with a number.";
            return false;
        }

        problem = SkipGroups();
        if (problem is not null)
        {
            return false;
        }

        var whole = OnlyDigits(_start, _at);
        var fraction = "";
        if (Ahead.StartsWith(".") && Ahead.Length > 1 && char.IsAsciiDigit(Ahead[1]))
        {
            var point = _at++;
            Digits();
            fraction = OnlyDigits(point, _at);
            if (Ahead.Length > 1 && Ahead[0] is '.' or ',' && char.IsAsciiDigit(Ahead[1]))
            {
                problem = $"\"{Around()}\" can be read in two ways: separate thousands by commas and decimals by a point, as in 1,030,000.50.";
                return false;
            }
        }

        var exponent = TakeExponent();
        decimals = Math.Max(0, fraction.Length - exponent);
        if (whole.TrimStart('0').Length + exponent > MaxDigits || fraction.Length > MaxDecimals)
        {
            problem = $"\"{Around()}\" is too long for a figure.";
            return false;
        }

        number = decimal.Parse($"{whole}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            * AmountReader.PowerOfTen(exponent);
        problem = null;
        return true;
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
    private string? SkipGroups()
    {
        var first = _at - _start;
        var separator = Ahead.Length > 1 && Ahead[0] is ',' or ' ' or '\'' or '’' && char.IsAsciiDigit(Ahead[1]) ? Ahead[0] : '\0';
        while (separator != '\0' && Ahead.Length > 1 && Ahead[0] == separator && char.IsAsciiDigit(Ahead[1]))
        {
            _at++;
            if (Digits() != 3 || first > 3)
            {
                return $"\"{Around()}\" is not grouped by thousands: write 1,030,000, or 1.5 with a point.";
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

    private string OnlyDigits(int from, int to) => string.Concat(text[from..to].Where(char.IsAsciiDigit));

    /// <summary>The number as it was written, to its end, for a problem.</summary>
    private string Around()
    {
        var end = _at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ','))
        {
            end++;
        }

        return text[_start..end];
    }
}
