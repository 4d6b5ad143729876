using System.Text;

namespace PhysicalAiTracker.Core.Importing.Restoring;

/// <summary>Reads lines one by one as bytes, so that what is no text is told of the line that it stands in.</summary>
internal sealed class ExportLineReader(Stream stream)
{
    /// <summary>Bytes; longer than any row: a text of a million characters, each escaped.</summary>
    private const int Longest = 16_000_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;
    private bool _isOver;

    /// <summary>Number of the line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The next line without its end; null behind the last.</summary>
    /// <exception cref="FormatException">It is no UTF-8, and reading can go on; or longer than any row.</exception>
    public async ValueTask<string?> NextAsync(CancellationToken cancellation)
    {
        var looked = 0;
        while (true)
        {
            var end = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf((byte)'\n');
            if (end >= 0)
            {
                return Take(looked + end, 1);
            }

            looked = _end - _start;
            if (_isOver)
            {
                return looked == 0 ? null : Take(looked, 0);
            }

            if (looked > Longest)
            {
                Number++;
                _isOver = true;
                _start = _end;
                throw new FormatException("is longer than any row");
            }

            MakeRoom();
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
            _isOver = read == 0;
            _end += read;
        }
    }

    private string Take(int length, int behind)
    {
        var line = _buffer.AsSpan(_start, length);
        _start += length + behind;
        Number++;
        try
        {
            return StrictUtf8.GetString(line);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException(FormattableString.Invariant($"is not UTF-8 from byte {exception.Index + 1} on"), exception);
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }
    }
}
