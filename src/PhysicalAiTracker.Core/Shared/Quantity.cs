using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>A measured number, or a range of it, with its unit: "more than 120 people", "10–15 ms".</summary>
public sealed record Quantity
{
    /// <summary>Characters of a unit.</summary>
    public const int UnitLength = 40;

    /// <summary>Largest number, and the digits kept behind its point.</summary>
    public const decimal MaxValue = 999_999_999_999m;

    /// <inheritdoc cref="MaxValue"/>
    public const int MaxDecimals = 6;

    // Private so that quantities only come from the checked factories; the database binds to it by the parameters' names.
    private Quantity(decimal value, decimal? high, string unit, Qualifier qualifier) =>
        (Value, High, Unit, Qualifier) = (value, high, unit, qualifier);

    /// <summary>The number, or the lower end of the range.</summary>
    public decimal Value { get; private init; }

    /// <summary>Upper end of the range; null where it is a single number.</summary>
    public decimal? High { get; private init; }

    /// <summary>What is counted or measured in: people, %, ms, Hz.</summary>
    public string Unit { get; private init; }

    public Qualifier Qualifier { get; private init; }

    /// <summary>For quantities known to be right, in code and tests.</summary>
    /// <exception cref="ArgumentException"><see cref="Create"/> would refuse it.</exception>
    public static Quantity Of(decimal value, string unit, Qualifier qualifier = Qualifier.Exactly, decimal? high = null) =>
        Create(value, high, unit, qualifier, out var problem) ?? throw new ArgumentException(problem, nameof(value));

    /// <summary>From separate fields. Null, and what is wrong, where they do not make a quantity.</summary>
    public static Quantity? Create(decimal value, decimal? high, string? unit, Qualifier qualifier, out string? problem)
    {
        var trimmed = unit?.Trim() ?? "";
        problem = ProblemOf(value) ?? (high is null ? null : ProblemOf(high.Value)) ?? ProblemOf(trimmed)
            ?? (high <= value ? "The upper end of a range is above the lower." : null)
            ?? (high is not null && qualifier is not (Qualifier.Exactly or Qualifier.About)
                ? "A range is bounded already: leave out \"more than\" and the like." : null);
        return problem is null ? new Quantity(value, high, trimmed, qualifier) : null;
    }

    /// <summary>Reads "120", "more than 120", "120+", "10–15 ms", "50 %"; otherwise says what is wrong.</summary>
    /// <param name="defaultUnit">The unit where none is written; null refuses that.</param>
    public static bool TryParse(
        string? text, string? defaultUnit, [NotNullWhen(true)] out Quantity? quantity, [NotNullWhen(false)] out string? problem)
    {
        quantity = null;
        if (!AmountReader.TryBegin(text, out var reader, out problem))
        {
            return false;
        }

        var qualifier = reader.TakeQualifier();
        if (!reader.TryTakeNumber(out var value, out _, out problem))
        {
            return false;
        }

        var lowScale = TakeScale(reader);
        decimal? high = null;
        if (reader.TryTake('–') || reader.TryTake('-') || reader.TryTake('—') || reader.TryTake("to"))
        {
            if (!reader.TryTakeNumber(out var upper, out _, out problem))
            {
                return false;
            }

            var highScale = TakeScale(reader);
            // "10–15 thousand" scales both ends.
            lowScale = lowScale == 1 ? highScale : lowScale;
            high = Scale(upper, highScale);
        }

        if (reader.TryTake('+'))
        {
            if (qualifier != Qualifier.Exactly)
            {
                problem = "Say \"more than\" or +, not both.";
                return false;
            }

            qualifier = Qualifier.AtLeast;
        }

        quantity = Create(Scale(value, lowScale), high, reader.AtEnd ? defaultUnit : reader.Rest, qualifier, out problem);
        return quantity is not null;
    }

    /// <summary>As a person reads it: "more than 120 people", "10–15 ms", "50 %".</summary>
    public string ToDisplay()
    {
        var range = High is null ? "" : "–" + Shown(High.Value);
        return $"{QualifierPhrases.Before(Qualifier)}{Shown(Value)}{range} {Unit}";
    }

    public override string ToString() => ToDisplay();

    private static string Shown(decimal number) => number.ToString("#,##0.######", CultureInfo.InvariantCulture);

    private static string? ProblemOf(decimal number) => number switch
    {
        < 0 => "A figure is never negative.",
        > MaxValue => "The number is too large.",
        _ => number != Math.Round(number, MaxDecimals) ? $"A number has at most {MaxDecimals} decimals." : null,
    };

    private static string? ProblemOf(string unit) => unit switch
    {
        "" => "Name the unit.",
        { Length: > UnitLength } => $"A unit has at most {UnitLength} characters.",
        _ when !(char.IsLetter(unit[0]) || unit[0] is '%' or '‰' or '°')
            || !unit.All(c => char.IsLetterOrDigit(c) || c is ' ' or '%' or '‰' or '°' or '/' or '-' or '.' or '·' or '²' or '³') =>
            $"\"{unit}\" is no unit: write one such as people, %, ms or Hz.",
        _ => null,
    };

    /// <summary>Spelled scales only, and "k" right behind the digits: "7 m" is metres.</summary>
    private static decimal TakeScale(AmountReader reader) =>
        reader.TryTake("thousand") || reader.TryTakeAttached('k') ? 1e3m
        : reader.TryTake("million") ? 1e6m
        : reader.TryTake("billion") || reader.TryTake("bn") ? 1e9m
        : 1;

    // The bound keeps the product within a decimal; the range check then refuses it.
    private static decimal Scale(decimal number, decimal scale) => Math.Min(number, 1e15m) * scale;
}
