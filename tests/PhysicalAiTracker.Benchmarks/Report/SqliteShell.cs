using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace PhysicalAiTracker.Benchmarks.Report;

/// <summary>SQLite's own shell, <c>sqlite3</c>: what bulk work is compared with.</summary>
internal static class SqliteShell
{
    /// <summary>Tables that hold no rows of their own: indexes of words, bookkeeping.</summary>
    private const string Tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'SearchWords%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY rowid";

    /// <summary>How long the shell takes for a script; null where there is no shell.</summary>
    public static async Task<TimeSpan?> RunAsync(string script, params IEnumerable<string> arguments)
    {
        try
        {
            var watch = Stopwatch.StartNew();
            using var process = ProgramRun.StartFile("sqlite3", arguments);
            var failed = process.StandardError.ReadToEndAsync();
            var said = process.StandardOutput.ReadToEndAsync();
            await process.StandardInput.WriteAsync(script);
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            await said;
            return process.ExitCode == 0 && await failed is "" ? watch.Elapsed : throw new InvalidOperationException($"sqlite3: {await failed}");
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>
    /// Imports into an empty database what another holds, table by table. A .csv file knows no NULL, so that neither checks nor foreign keys can hold
    /// and the shell looks at none of them; where no two rows may have the same value, NULL becomes one of its own.
    /// </summary>
    public static async Task<TimeSpan?> ImportAsync(string filled, string empty, string folder)
    {
        var lines = new List<string> { "PRAGMA journal_mode = WAL;", "PRAGMA synchronous = FULL;", "PRAGMA ignore_check_constraints = ON;", ".mode csv", "BEGIN;" };
        var written = new List<string> { ".headers off", ".mode csv" };
        await using var db = new SqliteConnection($"Data Source={filled};Mode=ReadOnly");
        await db.OpenAsync();
        foreach (var table in Read(db, Tables))
        {
            var unique = Read(db, $"SELECT c.name FROM pragma_index_list('{table}') AS i, pragma_index_info(i.name) AS c WHERE i.\"unique\"").ToHashSet();
            var columns = Read(db, $"SELECT name FROM pragma_table_info('{table}') ORDER BY cid").Select(name => unique.Contains(name) ? $"ifnull(\"{name}\", 'null-' || rowid)" : $"\"{name}\"");
            var file = Path.Combine(folder, $"{table}.csv");
            written.Add($".output \"{file}\"");
            written.Add($"SELECT {string.Join(", ", columns)} FROM \"{table}\";");
            lines.Add($".import \"{file}\" \"{table}\"");
        }

        lines.Add("COMMIT;");
        return await RunAsync(string.Join('\n', written), filled) is null ? null : await RunAsync(string.Join('\n', lines), empty);
    }

    private static List<string> Read(SqliteConnection db, string query)
    {
        using var command = db.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
