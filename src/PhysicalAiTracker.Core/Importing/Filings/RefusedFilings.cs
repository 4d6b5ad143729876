using System.Text;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>
/// The filings that an import refuses, copied to a folder under the names that they have, to be mended and imported again, with a table of what is wrong
/// with each.
/// </summary>
internal sealed class RefusedFilings : IAsyncDisposable
{
    /// <summary>Name of the table; an import of the folder passes it over.</summary>
    public const string Table = "problems.csv";

    private readonly string _folder;
    private readonly StreamWriter _table;
    private readonly StringBuilder _line = new();

    /// <param name="folder">Is made; must not exist.</param>
    /// <exception cref="IOException">It exists, or cannot be made.</exception>
    public RefusedFilings(string folder)
    {
        if (Path.Exists(folder))
        {
            throw new IOException($"{folder} exists already; the refused filings go to a folder of their own.");
        }

        _folder = Directory.CreateDirectory(folder).FullName;
        _table = new StreamWriter(Path.Combine(_folder, Table), append: false, new UTF8Encoding(false));
        Write("file", "line (from 1)", "element", "value", "rule");
    }

    /// <param name="file">The file.</param>
    /// <param name="name">Its name within the folder that is imported.</param>
    public void Add(string file, string name, IReadOnlyList<FilingProblem> problems)
    {
        var copy = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy);
        foreach (var problem in problems)
        {
            Write(problem.File, problem.Line > 0 ? problem.Line : null, problem.Element, problem.Value, problem.Rule);
        }
    }

    public ValueTask DisposeAsync() => _table.DisposeAsync();

    private void Write(params JsonNode?[] cells)
    {
        _line.Clear();
        CsvLine.Write(_line, cells);
        _table.Write(_line);
    }
}
