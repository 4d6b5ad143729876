using System.Text;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>Reads lines (LF, CRLF or CR) of which no more is ever in memory than a row may have.</summary>
internal sealed class LineReader(TextReader text)
{
    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _line = new();
    private int _at;
    private int _end;
    private bool _endedByReturn;

    /// <summary>Whether the line that was read last goes on behind what was kept of it.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The next line, of a longer one its first <see cref="CsvReader.LongestRow"/> characters; null at the end.</summary>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellation)
    {
        _line.Clear();
        IsCut = false;
        var isThere = false;
        while (_at < _end || await FillAsync(cancellation))
        {
            if (_endedByReturn && _buffer[_at] == '\n')
            {
                _at++;
            }

            _endedByReturn = false;
            var rest = _buffer.AsSpan(_at, _end - _at);
            var end = rest.IndexOfAny('\n', '\r');
            Keep(end < 0 ? rest : rest[..end]);
            isThere |= !rest.IsEmpty;
            if (end >= 0)
            {
                _endedByReturn = rest[end] == '\r';
                _at += end + 1;
                return _line.ToString();
            }

            _at = _end;
        }

        return isThere ? _line.ToString() : null;
    }

    private void Keep(ReadOnlySpan<char> piece)
    {
        var room = CsvReader.LongestRow - _line.Length;
        IsCut |= piece.Length > room;
        _line.Append(piece[..Math.Min(piece.Length, room)]);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        (_at, _end) = (0, await text.ReadAsync(_buffer.AsMemory(), cancellation));
        return _end > 0;
    }
}
