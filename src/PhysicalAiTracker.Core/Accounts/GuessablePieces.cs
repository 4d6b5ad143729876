namespace PhysicalAiTracker.Core.Accounts;

/// <summary>Counts what somebody who guesses has to guess: a run along the alphabet or the keyboard, a year or a common word is one guess.</summary>
internal static class GuessablePieces
{
    /// <summary>A password of fewer pieces is refused.</summary>
    public const int Fewest = 6;

    private const int ShortestRun = 3;

    private static readonly string[] Rows = WithReverses(
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop",
        "qsdfghjklm", "wxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "!@#$%^&*()_+", "!\"#$%&/()=?",
    ]);

    /// <summary>Our own short list: what people type when asked for a password that they do not want to think about.</summary>
    private static readonly string[] Common =
    [
        "password", "passphrase", "passwort", "passw", "motdepasse", "contrasena", "letmein", "welcome", "willkommen", "bienvenue", "iloveyou",
        "administrator", "admin", "analyst", "changeme", "changeit", "default", "secret", "hello", "login", "master", "monkey", "dragon",
        "sunshine", "princess", "football", "baseball", "superman", "batman", "starwars", "trustno", "whatever", "nothing", "opensesame",
        "correcthorsebatterystaple", "correct", "horse", "battery", "staple", "thequickbrownfox", "tobeornottobe", "maytheforcebewithyou",
        "physical", "tracker", "robot", "qwerty", "test", "user", "guest", "root", "spring", "summer", "autumn", "winter", "monday", "january",
    ];

    /// <summary>The fewest pieces, found greedily from the left, upper case and usual substitutions (0 for o, @ for a) aside.</summary>
    public static int Count(string password)
    {
        var text = password.ToLowerInvariant();
        var plain = Plain(text);
        var pieces = 0;
        for (var at = 0; at < text.Length; pieces++)
        {
            at += Math.Max(Math.Max(Run(text, at), Repeat(text, at)), Math.Max(Word(plain, at), Year(text, at)));
        }

        return pieces;
    }

    private static int Run(string text, int at)
    {
        var longest = 1;
        foreach (var row in Rows)
        {
            for (var length = Math.Max(longest + 1, ShortestRun); at + length <= text.Length && row.Contains(text.Substring(at, length), StringComparison.Ordinal); length++)
            {
                longest = length;
            }
        }

        return longest;
    }

    private static int Repeat(string text, int at)
    {
        var length = 1;
        while (at + length < text.Length && text[at + length] == text[at])
        {
            length++;
        }

        return length;
    }

    private static int Word(string text, int at) =>
        Common.Where(word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0).Select(word => word.Length).DefaultIfEmpty(1).Max();

    private static int Year(string text, int at) =>
        at + 4 <= text.Length && text.AsSpan(at, 4) is var year && (year.StartsWith("19") || year.StartsWith("20"))
            && char.IsAsciiDigit(year[2]) && char.IsAsciiDigit(year[3]) ? 4 : 1;

    private static string Plain(string text) => string.Create(text.Length, text, (plain, source) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = source[i] switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', var other => other };
        }
    });

    private static string[] WithReverses(string[] rows) => [.. rows, .. rows.Select(row => new string([.. row.Reverse()]))];
}
