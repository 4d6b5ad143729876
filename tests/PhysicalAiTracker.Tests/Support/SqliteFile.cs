using Microsoft.Data.Sqlite;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>SQLite databases as files that are copied.</summary>
public static class SqliteFile
{
    /// <summary>Lets <paramref name="fill"/> write to a database, and answers the file to copy.</summary>
    /// <param name="from">Another template to start from; null starts without a table.</param>
    /// <param name="fill">Gets the directory that the file is in.</param>
    public static byte[] CreateTemplate(byte[]? from, Action<string> fill)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File(DatabaseRegistration.SqliteFile);
        if (from is not null)
        {
            File.WriteAllBytes(file, from);
        }

        fill(directory.Path);

        // The last connection to close writes the log back into the file.
        Close(file);
        return File.ReadAllBytes(file);
    }

    /// <summary>Closes the connections that the pool keeps open.</summary>
    public static void Close(string file)
    {
        using var connection = new SqliteConnection(SqliteConnections.StringFor(file));
        SqliteConnection.ClearPool(connection);
    }
}
