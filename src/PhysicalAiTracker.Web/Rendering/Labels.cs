using System.Text;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>The vocabulary's words as prose has them: "in progress", "series A", and "on-device" as it is.</summary>
public static class Labels
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Prose.Of(value);

    public static string Of(string word) => Prose.Of(word);

    /// <summary>With a capital, to begin a line with.</summary>
    public static string Begin(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The name of a parameter or field as a label: "leadInvestor" is "Lead investor".</summary>
    public static string OfName(string name)
    {
        var label = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter))
            {
                label.Append(' ');
            }

            label.Append(char.ToLowerInvariant(letter));
        }

        return Begin(label.ToString());
    }

    /// <summary>"1 round", "2 rounds", "no round".</summary>
    public static string Count(long count, string one, string? many = null) => count switch
    {
        0 => $"no {one}",
        1 => $"1 {one}",
        _ => $"{count:#,##0} {many ?? one + "s"}",
    };
}
