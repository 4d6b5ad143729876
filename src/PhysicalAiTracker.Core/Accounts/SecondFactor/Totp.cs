using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PhysicalAiTracker.Core.Accounts.SecondFactor;

/// <summary>
/// Codes that change with time (RFC 6238 with its defaults: HMAC-SHA-1, 30 seconds, 6 digits). Identity's own provider neither says which code
/// it took, so that it could be refused a second time, nor asks the program's clock (docs/decisions/0035-codes-are-taken-once.md).
/// </summary>
internal static class Totp
{
    public const int Digits = 6;
    public const int Period = 30;

    /// <summary>Steps that a clock may be off, either way.</summary>
    private const int Tolerance = 1;

    private const int Modulus = 1_000_000;

    /// <summary>The step whose code this is, among those around now; null where it is none of theirs. Takes the same time either way.</summary>
    public static long? StepOf(byte[] key, string code, DateTimeOffset now)
    {
        long? found = null;
        var given = Encoding.UTF8.GetBytes(code);
        var current = now.ToUnixTimeSeconds() / Period;
        for (var step = current - Tolerance; step <= current + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(CodeAt(key, step))))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>RFC 4226, section 5.3.</summary>
    public static string CodeAt(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(key, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0x0F)) & int.MaxValue;
        return (number % Modulus).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }
}
