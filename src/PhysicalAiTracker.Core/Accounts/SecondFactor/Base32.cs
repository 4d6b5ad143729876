namespace PhysicalAiTracker.Core.Accounts.SecondFactor;

/// <summary>Reads Base32 (RFC 4648, section 6), in which authenticators take their keys.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerDigit = 5;

    /// <exception cref="FormatException">The text is none.</exception>
    public static byte[] Parse(string text)
    {
        var digits = text.TrimEnd('=');
        var bytes = new byte[digits.Length * BitsPerDigit / 8];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var digit in digits)
        {
            var value = Alphabet.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0)
            {
                throw new FormatException("The text is no Base32.");
            }

            buffer = (buffer << BitsPerDigit) | value;
            bits += BitsPerDigit;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }

        return bytes;
    }
}
