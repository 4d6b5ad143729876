using Microsoft.Data.Sqlite;

namespace PhysicalAiTracker.Core.Data;

/// <summary>Copies a SQLite database while it is in use (sqlite.org/backup.html).</summary>
public static class SqliteBackup
{
    /// <summary>Writes a whole, checked copy, or nothing.</summary>
    /// <param name="databaseFile">The file in use; it must exist.</param>
    /// <param name="target">Where the copy goes; it must not exist.</param>
    /// <exception cref="IOException">The target exists or cannot be written, or the copy is damaged.</exception>
    public static void Write(string databaseFile, string target)
    {
        target = Path.GetFullPath(target);
        if (Path.Exists(target))
        {
            throw new IOException($"{target} exists already; a backup overwrites nothing.");
        }

        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The folder {folder} does not exist.");
        }

        // Beside the target, so that the last step is a rename and no half copy ever has the final name.
        var unfinished = Path.Combine(folder, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}");
        try
        {
            CreatePrivate(unfinished);
            Copy(databaseFile, unfinished);
            using (var file = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, target, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>It holds password hashes: for its owner only.</summary>
    private static void CreatePrivate(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(file, options).Dispose();
    }

    private static void Copy(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var copy = Open(to, SqliteOpenMode.ReadWrite);
        source.BackupDatabase(copy);
        // A copy of a WAL database asks for two more files; a backup is one.
        Ask(copy, "PRAGMA journal_mode = DELETE");
        var answer = Ask(copy, "PRAGMA integrity_check");
        if (answer != "ok")
        {
            throw new IOException($"The copy is damaged: {answer}");
        }
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static string? Ask(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return command.ExecuteScalar() as string;
    }
}
