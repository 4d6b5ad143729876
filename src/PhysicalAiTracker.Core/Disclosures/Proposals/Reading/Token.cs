namespace PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

/// <summary>A word, a number or a single sign of a text.</summary>
/// <param name="Lower">In lower case, with straight apostrophes and plain hyphens, for comparison.</param>
/// <param name="Quoted">Between quotation marks.</param>
/// <param name="Line">Of the text, from 0; a blank line starts a paragraph.</param>
internal readonly record struct Token(int Start, int End, string Text, string Lower, bool Quoted, int Line)
{
    public const string Possessive = "'s";

    public bool IsWord => char.IsLetterOrDigit(Text[0]);

    public bool StartsUpper => char.IsUpper(Text[0]);

    public bool StartsWithDigit => char.IsAsciiDigit(Text[0]);
}
