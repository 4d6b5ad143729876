using System.Collections.Frozen;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>The vocabulary's words as prose has them.</summary>
public static class Prose
{
    /// <summary>Words that English writes with their hyphens.</summary>
    private static readonly FrozenSet<string> Hyphenated = new[]
    {
        "on-device", "on-site", "in-use", "pre-seed", "pre-money", "post-money", "co-founder", "co-lead", "well-supported", "single-source",
    }.ToFrozenSet();

    /// <summary>"in-progress" is "in progress", "series-a" is "series A", "on-device" stays.</summary>
    public static string Of(string word) =>
        Hyphenated.Contains(word) ? word
        : word == "pre-post-money" ? "pre- and post-money"
        : word is ['s', 'e', 'r', 'i', 'e', 's', '-', var letter] ? $"series {char.ToUpperInvariant(letter)}"
        : word.Replace('-', ' ');

    /// <inheritdoc cref="Of(string)"/>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Of(Words.Of(value));
}
