namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>
/// Tells of nearly every hash that is not stored that it is not (Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors", 1970). Of what is stored it always says
/// that it may be; with more hashes than it is made for it says so of most.
/// </summary>
internal sealed class HashFilter
{
    /// <summary>1 MB: of a million and a half hashes, what 90,000 parties have, some one in fifteen is looked for in vain.</summary>
    private const int Bits = 1 << 23;

    private const int Probes = 4;

    private readonly ulong[] _bits = new ulong[Bits / 64];

    public void Add(long hash)
    {
        var (at, step) = Spread(hash);
        for (var probe = 0; probe < Probes; probe++, at += step)
        {
            _bits[(at % Bits) / 64] |= 1UL << (int)(at % 64);
        }
    }

    public bool MayHave(long hash)
    {
        var (at, step) = Spread(hash);
        for (var probe = 0; probe < Probes; probe++, at += step)
        {
            if ((_bits[(at % Bits) / 64] & (1UL << (int)(at % 64))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The hashes of short texts have much in common in their upper half: a factor mixes it (Fibonacci hashing).</summary>
    private static (uint At, uint Step) Spread(long hash)
    {
        var mixed = unchecked((ulong)hash * 0x9E3779B97F4A7C15);
        return ((uint)(mixed >> 32), (uint)mixed | 1);
    }
}
