using System.Security.Cryptography;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>Makes a password that a person can copy from a screen: 99 random bits, no letters that look alike.</summary>
public static class GeneratedPassword
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 5;

    public static string Create() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => new string(RandomNumberGenerator.GetItems<char>(Alphabet, GroupLength))));
}
