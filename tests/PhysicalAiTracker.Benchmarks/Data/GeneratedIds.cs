using System.Buffers.Binary;

namespace PhysicalAiTracker.Benchmarks.Data;

/// <summary>UUIDv7s that are the same in every run, each later than the one before (RFC 9562, 5.7: a counter in place of random bits).</summary>
/// <param name="at">The time that they tell (UTC).</param>
/// <param name="random">For the bits that no counter takes.</param>
internal sealed class GeneratedIds(DateTime at, Random random)
{
    private readonly long _milliseconds = new DateTimeOffset(at).ToUnixTimeMilliseconds();
    private uint _counter;

    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (_milliseconds + (_counter >> 12)) << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (_counter & 0xFFF)));
        _counter++;
        random.NextBytes(bytes[8..]);
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
