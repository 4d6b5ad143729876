using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources.Likeness;

/// <summary>
/// The runs of five words of a text, as 64-bit hashes. Words are runs of letters and digits without regard to case and accents, so that
/// punctuation, quotation marks and line breaks do not count.
/// </summary>
/// <remarks>Broder: On the resemblance and containment of documents, 1997.</remarks>
public sealed class Shingles
{
    /// <summary>Words of a shingle.</summary>
    public const int Size = 5;

    /// <summary>Hashes kept of a snapshot, by which others like it are found.</summary>
    public const int SketchSize = 128;

    /// <summary>In order, each once.</summary>
    private readonly ulong[] _hashes;

    private Shingles(List<ulong> hashes)
    {
        hashes.Sort();
        var count = 0;
        _hashes = [.. hashes];
        foreach (var hash in hashes)
        {
            if (count == 0 || _hashes[count - 1] != hash)
            {
                _hashes[count++] = hash;
            }
        }

        Array.Resize(ref _hashes, count);
    }

    public int Count => _hashes.Length;

    public static Shingles Of(string text)
    {
        var hashes = new List<ulong>();
        var window = new ulong[Size];
        var count = 0;
        foreach (var word in Words(text))
        {
            window[count++ % Size] = word;
            if (count >= Size)
            {
                var hash = 0UL;
                for (var i = 0; i < Size; i++)
                {
                    hash = Mix(hash ^ window[(count + i) % Size]);
                }

                hashes.Add(hash);
            }
        }

        return new Shingles(hashes);
    }

    /// <summary>The smallest hashes: of two texts that have much in common, some are the same. Signed, as databases store them.</summary>
    public IReadOnlyList<long> Sketch() => [.. _hashes.Take(SketchSize).Select(hash => unchecked((long)hash))];

    /// <summary>How much two texts have in common.</summary>
    public Resemblance With(Shingles other)
    {
        var (shared, mine, its) = (0, 0, 0);
        while (mine < Count && its < other.Count)
        {
            var (one, two) = (_hashes[mine], other._hashes[its]);
            shared += one == two ? 1 : 0;
            mine += one <= two ? 1 : 0;
            its += two <= one ? 1 : 0;
        }

        return new Resemblance(
            shared,
            shared == 0 ? 0 : (double)shared / (Count + other.Count - shared),
            shared == 0 ? 0 : (double)shared / Math.Min(Count, other.Count));
    }

    /// <summary>Hashes of the words, in order (Fowler, Noll and Vo, FNV-1a).</summary>
    private static IEnumerable<ulong> Words(string text)
    {
        const ulong Start = 14695981039346656037, Prime = 1099511628211;
        var hash = Start;
        foreach (var c in NameKey.Of(text) + " ")
        {
            if (c != ' ')
            {
                hash = unchecked((hash ^ c) * Prime);
            }
            else if (hash != Start)
            {
                yield return hash;
                hash = Start;
            }
        }
    }

    /// <summary>Spreads the bits (Steele, Lea and Flood, SplitMix64), so that the smallest hashes are a fair sample.</summary>
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}

/// <summary>What two texts have in common.</summary>
/// <param name="Shared">Shingles in both.</param>
/// <param name="Jaccard">Of all shingles, the share that is in both: 0 to 1.</param>
/// <param name="Containment">Of the shingles of the shorter text, the share that is in the other: 0 to 1.</param>
public sealed record Resemblance(int Shared, double Jaccard, double Containment)
{
    /// <summary>The containment from which two texts are suggested to have one origin.</summary>
    public const double Threshold = 0.5;

    /// <summary>Fewer shingles in common are a quotation, not a rewrite.</summary>
    public const int FewestShared = 10;

    public bool IsTelling => Shared >= FewestShared && Containment >= Threshold;
}
