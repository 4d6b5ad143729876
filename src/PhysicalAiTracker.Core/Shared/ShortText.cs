namespace PhysicalAiTracker.Core.Shared;

/// <summary>Texts that have to fit.</summary>
internal static class ShortText
{
    /// <summary>The beginning of a text, cut where no surrogate pair is broken, which PostgreSQL would refuse.</summary>
    /// <param name="length">Characters at most.</param>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
