namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>Holds an answer back until it is whole; one that is too large, or of a kind that is not kept, goes through.</summary>
/// <param name="most">Bytes that are held back.</param>
internal sealed class KeptBody(HttpResponse response, Stream to, int most) : Stream
{
    private static readonly string[] Kinds = ["text/html", "application/json", "application/ld+json", "application/atom+xml", "image/svg+xml"];

    private MemoryStream? _held;
    private bool _passes;

    /// <summary>The whole answer; null where it went through.</summary>
    public byte[]? Held => _passes ? null : _held?.ToArray() ?? [];

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
        if (!_passes && (!IsKept || (_held?.Length ?? 0) + buffer.Length > most))
        {
            _passes = true;
            if (_held is not null)
            {
                _held.Position = 0;
                await _held.CopyToAsync(to, cancellationToken);
                _held = null;
            }
        }

        if (_passes)
        {
            await to.WriteAsync(buffer, cancellationToken);
        }
        else
        {
            (_held ??= new MemoryStream()).Write(buffer.Span);
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

    private bool IsKept => response.StatusCode == StatusCodes.Status200OK && response.ContentType is { } type && Kinds.Any(kind => type.StartsWith(kind, StringComparison.OrdinalIgnoreCase));
}
