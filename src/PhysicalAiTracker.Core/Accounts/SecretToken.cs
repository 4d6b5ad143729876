using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>
/// A text that whoever has it may use: <c>pat_</c> of an API key or <c>inv_</c> of an invitation, then 260 random bits. It is shown once and
/// kept only as its SHA-256. A slow hash is for what people make up: nobody tries 2^260 texts, however fast each is.
/// </summary>
public sealed record SecretToken
{
    /// <summary>Characters of the visible beginning: enough to tell keys apart, far too few to use one.</summary>
    public const int PrefixLength = 10;

    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>32 letters and digits of which none looks like another.</summary>
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int RandomLength = 52;

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    private SecretToken(string text) => Text = text;

    public string Text { get; }

    public string Prefix => Text[..PrefixLength];

    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(Text));

    /// <param name="kind">Three letters, with which the text begins.</param>
    public static SecretToken Create(string kind) => new($"{kind}_{RandomNumberGenerator.GetString(Alphabet, RandomLength)}");

    /// <summary>Null where the text cannot be one, so that nothing is looked up for it.</summary>
    public static SecretToken? TryRead(string kind, string? text) =>
        text?.Length == kind.Length + 1 + RandomLength && text.StartsWith($"{kind}_", StringComparison.Ordinal) && !text.AsSpan(kind.Length + 1).ContainsAnyExcept(Characters)
            ? new SecretToken(text)
            : null;

    /// <summary>Compares in a time that tells nothing.</summary>
    public bool Matches(byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash, hash);

    /// <summary>What a log may say of it.</summary>
    public override string ToString() => $"{Prefix}…";
}
