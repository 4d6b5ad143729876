using System.Buffers;
using System.IO.Hashing;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>
/// The bytes of an answer, in pieces that are small objects to the garbage collector: one array for a page would be a large one, and large ones are only collected
/// together with everything else.
/// </summary>
internal sealed class AnswerBody
{
    /// <summary>Large objects begin at 85,000 bytes.</summary>
    public const int PieceSize = 64 * 1024;

    private readonly byte[][] _pieces;

    public AnswerBody(ReadOnlySequence<byte> bytes)
    {
        Length = (int)bytes.Length;
        _pieces = new byte[(Length + PieceSize - 1) / PieceSize][];
        for (var piece = 0; piece < _pieces.Length; piece++)
        {
            var at = piece * PieceSize;
            var part = bytes.Slice(at, Math.Min(PieceSize, Length - at));
            part.CopyTo(_pieces[piece] = GC.AllocateUninitializedArray<byte>((int)part.Length));
        }
    }

    /// <summary>Bytes.</summary>
    public int Length { get; }

    /// <summary>By which its tag is known, see <see cref="EntityTags"/>.</summary>
    public void AddTo(XxHash128 hash)
    {
        foreach (var piece in _pieces)
        {
            hash.Append(piece);
        }
    }

    /// <summary>Sends it, whole.</summary>
    public async Task WriteAsync(HttpResponse response, CancellationToken cancellation)
    {
        if (_pieces is [var only])
        {
            await response.Body.WriteAsync(only, cancellation);
            return;
        }

        // Once it has begun, pieces are put together where they are sent from, and sent once.
        await response.StartAsync(cancellation);
        foreach (var piece in _pieces)
        {
            response.BodyWriter.Write(piece);
        }

        await response.BodyWriter.FlushAsync(cancellation);
    }
}
