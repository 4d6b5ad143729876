using System.Text;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Line">Number of its first line, from 1.</param>
/// <param name="Cells">Without quotation marks.</param>
/// <param name="Raw">As it stands in the file, without the end of the line.</param>
/// <param name="Problem">What keeps it from being a row; null when all is well.</param>
public sealed record CsvRow(long Line, IReadOnlyList<string> Cells, string Raw, string? Problem);

/// <summary>
/// Reads comma-separated values (RFC 4180) row by row: cells in quotation marks may have separators, line breaks and doubled quotation marks in
/// them; a line ends with LF, CRLF or CR. What is no such table is said, never guessed.
/// </summary>
/// <param name="separator">Between cells: comma, semicolon, tab.</param>
public sealed class CsvReader(TextReader text, char separator = ',')
{
    /// <summary>A longer row is refused, and no more of it kept: a quotation mark that is never closed would swallow the file.</summary>
    public const int LongestRow = 1_000_000;

    private static readonly string TooLong = FormattableString.Invariant($"is longer than {LongestRow:N0} characters");

    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _raw = new();
    private readonly StringBuilder _cell = new();
    private readonly List<int> _ends = [];
    private int _at;
    private int _end;
    private long _line;
    private bool _isLong;
    private bool _isLost;

    /// <summary>Where, in the row that was read last as it stands in the file, each of its cells ends.</summary>
    public IReadOnlyList<int> CellEnds => _ends;

    /// <summary>The next row that is not blank, of which separators without anything between are one too; null at the end.</summary>
    public async ValueTask<CsvRow?> ReadAsync(CancellationToken cancellation)
    {
        while (!_isLost && await PeekAsync(cancellation) >= 0)
        {
            var row = await RowAsync(cancellation);
            if (row.Problem is not null || row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                return row;
            }
        }

        return null;
    }

    private async ValueTask<CsvRow> RowAsync(CancellationToken cancellation)
    {
        var first = ++_line;
        var cells = new List<string>();
        string? problem = null;
        var (inQuotes, wasQuoted) = (false, false);
        _isLong = false;
        _raw.Clear();
        _cell.Clear();
        _ends.Clear();
        while (true)
        {
            var next = await PeekAsync(cancellation);
            if (next < 0)
            {
                problem = !inQuotes ? problem : _isLong ? $"{TooLong}, and a quotation mark in it is never closed: what stands behind it was not read as rows" : "a quotation mark is opened and never closed";
                break;
            }

            var c = (char)next;
            if (!_isLong && _raw.Length >= LongestRow && (inQuotes || c is not ('\n' or '\r')))
            {
                if (inQuotes)
                {
                    _isLost = true;
                    return new CsvRow(first, [], _raw.ToString(), $"{TooLong} and within quotation marks, so that nobody can tell where it ends: the rest of the file was not read; close the quotation mark in the file and import it again");
                }

                (_isLong, problem) = (true, TooLong);
            }

            _at++;
            if (inQuotes)
            {
                Keep(c);
                if (c == '\n')
                {
                    _line++;
                }

                if (c != '"')
                {
                    Hold(c);
                }
                else if (await PeekAsync(cancellation) == '"')
                {
                    _at++;
                    Keep('"');
                    Hold('"');
                }
                else
                {
                    inQuotes = false;
                }
            }
            else if (c == separator)
            {
                EndCell(cells);
                Keep(c);
                _cell.Clear();
                wasQuoted = false;
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && await PeekAsync(cancellation) == '\n')
                {
                    _at++;
                }

                break;
            }
            else
            {
                Keep(c);
                if (c == '"' && _cell.Length == 0 && !wasQuoted)
                {
                    (inQuotes, wasQuoted) = (true, true);
                    continue;
                }

                if (wasQuoted)
                {
                    problem ??= $"has “{c}” behind a closed quotation mark, in cell {cells.Count + 1}";
                }

                Hold(c);
            }
        }

        EndCell(cells);
        return new CsvRow(first, cells, _raw.ToString(), problem);
    }

    private void EndCell(List<string> cells)
    {
        if (!_isLong)
        {
            cells.Add(_cell.ToString());
            _ends.Add(_raw.Length);
        }
    }

    private void Keep(char c)
    {
        if (!_isLong)
        {
            _raw.Append(c);
        }
    }

    /// <summary>Of a long row so much that it is known where a cell begins.</summary>
    private void Hold(char c)
    {
        if (!_isLong || _cell.Length == 0)
        {
            _cell.Append(c);
        }
    }

    private async ValueTask<int> PeekAsync(CancellationToken cancellation)
    {
        if (_at == _end)
        {
            (_at, _end) = (0, await text.ReadAsync(_buffer.AsMemory(), cancellation));
        }

        return _at == _end ? -1 : _buffer[_at];
    }
}
