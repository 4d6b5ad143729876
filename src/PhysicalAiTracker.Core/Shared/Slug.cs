using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>The readable part of an address: lower-case ASCII words and digits with single hyphens between, "general-agents".</summary>
public static class Slug
{
    public const int MaxLength = 80;

    /// <summary>A slug for a name, cut between words where it is too long; null where the name has no Latin letter or digit.</summary>
    public static string? From(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in LetterFolding.Fold(name).Where(c => !LetterFolding.IsApostrophe(c)))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var words = Cut(slug.ToString().TrimEnd('-'));
        return IsValid(words) ? words : null;
    }

    /// <summary>Whether it is a slug. What reads as an id is none, since addresses take either.</summary>
    public static bool IsValid([NotNullWhen(true)] string? slug) =>
        slug is { Length: > 0 and <= MaxLength }
        && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal)
        && slug.All(c => c == '-' || char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        && !Guid.TryParse(slug, out _);

    private static string Cut(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug;
        }

        var end = slug.LastIndexOf('-', MaxLength);
        return slug[..(end > 0 ? end : MaxLength)];
    }
}
