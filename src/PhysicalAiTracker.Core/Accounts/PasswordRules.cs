using System.Text;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>
/// What a password must be: long, and nothing that is tried first. No composition rules, as NIST SP 800-63B (section 3.1.1.2) advises.
/// </summary>
public static class PasswordRules
{
    public const string SiteName = "Physical AI Tracker";

    /// <summary>Below this a name is found inside too many good passwords.</summary>
    private const int ShortestName = 3;

    /// <summary>Everything wrong with a password; empty for a good one. Each is a sentence about “the password”.</summary>
    public static IReadOnlyList<string> Problems(string password, string? userName, string? email)
    {
        var problems = new List<string>();
        var length = password.EnumerateRunes().Count();
        if (length < TrackerUser.PasswordMinLength || length > TrackerUser.PasswordMaxLength)
        {
            problems.Add($"The password must have {TrackerUser.PasswordMinLength} to {TrackerUser.PasswordMaxLength} characters; this one has {length}.");
        }

        if (length > TrackerUser.PasswordMaxLength)
        {
            // Looking closer would take as long as somebody likes to make it.
            return problems;
        }

        var letters = LettersOf(password);
        if (Names(userName).Any(letters.Contains))
        {
            problems.Add("The password must not contain the user name.");
        }

        if (Names(email?.Split('@')[0]).Any(letters.Contains))
        {
            problems.Add("The password must not contain the e-mail address.");
        }

        if (letters.Contains(LettersOf(SiteName), StringComparison.Ordinal))
        {
            problems.Add("The password must not contain the name of this site.");
        }

        if (RepeatsAShortPiece(password))
        {
            problems.Add("The password must not repeat a short piece.");
        }
        else if (password.Length > 0 && GuessablePieces.Count(password) < GuessablePieces.Fewest)
        {
            problems.Add("The password is easy to guess: a sequence, a repetition, a year or a common word counts as one character, "
                + $"and it needs {GuessablePieces.Fewest} of them.");
        }

        return problems;
    }

    private static IEnumerable<string> Names(string? name)
    {
        var whole = LettersOf(name ?? "");
        return whole.Length >= ShortestName ? [whole] : [];
    }

    private static string LettersOf(string text) =>
        string.Concat(text.ToLowerInvariant().EnumerateRunes().Where(Rune.IsLetterOrDigit));

    /// <summary>abcabcabcabc is no longer than abc.</summary>
    private static bool RepeatsAShortPiece(string password)
    {
        var longest = Math.Min(password.Length / 2, TrackerUser.PasswordMinLength - 1);
        return Enumerable.Range(1, longest).Any(period => password.AsSpan(period).SequenceEqual(password.AsSpan(0, password.Length - period)));
    }
}
