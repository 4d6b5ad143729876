using System.Buffers;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>Holds an answer back until it is whole; one that is too large, or of a kind that is not kept, goes through.</summary>
/// <param name="most">Bytes that are held back.</param>
internal sealed class KeptBody(HttpResponse response, Stream to, int most) : Stream
{
    private static readonly string[] Kinds = ["text/html", "application/json", "application/ld+json", "application/atom+xml", "image/svg+xml"];

    private Piece? _first;
    private Piece? _last;
    private bool _passes;

    /// <summary>The whole answer; null where it went through.</summary>
    public AnswerBody? Held => _passes ? null : new AnswerBody(Bytes);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_passes && (!IsKept || (_last?.End ?? 0) + buffer.Length > most))
        {
            _passes = true;
            foreach (var piece in Bytes)
            {
                await to.WriteAsync(piece, cancellationToken);
            }
        }

        if (_passes)
        {
            await to.WriteAsync(buffer, cancellationToken);
        }
        else
        {
            Hold(buffer.Span);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Answers are written asynchronously.");

    /// <summary>What is held back is not to go out yet.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => _passes ? to.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        for (var piece = _first; piece is not null; piece = piece.After)
        {
            piece.Return();
        }

        (_first, _last) = (null, null);
        base.Dispose(disposing);
    }

    private ReadOnlySequence<byte> Bytes => _first is null ? default : new ReadOnlySequence<byte>(_first, 0, _last!, _last!.Memory.Length);

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_last is null || _last.IsFull)
            {
                _last = new Piece(_last);
                _first ??= _last;
            }

            bytes = bytes[_last.Add(bytes)..];
        }
    }

    private bool IsKept => response.StatusCode == StatusCodes.Status200OK && response.ContentType is { } type && Kinds.Any(kind => type.StartsWith(kind, StringComparison.OrdinalIgnoreCase));

    /// <summary>Memory that is borrowed until the answer is whole.</summary>
    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

        public Piece(Piece? before)
        {
            if (before is not null)
            {
                before.Next = this;
                RunningIndex = before.End;
            }
        }

        public Piece? After => (Piece?)Next;

        /// <summary>How many bytes there are up to here.</summary>
        public long End => RunningIndex + Memory.Length;

        public bool IsFull => Memory.Length == _bytes.Length;

        /// <returns>How many found room.</returns>
        public int Add(ReadOnlySpan<byte> bytes)
        {
            var filled = Memory.Length;
            var part = bytes[..Math.Min(bytes.Length, _bytes.Length - filled)];
            part.CopyTo(_bytes.AsSpan(filled));
            Memory = _bytes.AsMemory(0, filled + part.Length);
            return part.Length;
        }

        public void Return() => ArrayPool<byte>.Shared.Return(_bytes);
    }
}
