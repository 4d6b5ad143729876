using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>
/// What the rows of a file are known by, to tell a row that says it is one before it and says something else. It is in a database of its own that SQLite keeps beside the memory and
/// forgets in the end: memory does not grow with the file, and the tracker's database knows nothing of rows that were refused or known before.
/// </summary>
internal sealed class RowsSeen : IDisposable
{
    /// <summary>Of the hash that tells whether two rows are the same to the letter.</summary>
    private const int HashLength = 16;

    private SqliteConnection? _file;
    private SqliteCommand? _add;
    private SqliteCommand? _find;

    /// <summary>Refuses a row whose key a row before it has, unless it is that row over again.</summary>
    public void Check(ImportRow row)
    {
        if (row.Key is not { } key)
        {
            return;
        }

        Open();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(row.Raw)).AsSpan(0, HashLength).ToArray();
        (_add!.Parameters[0].Value, _add.Parameters[1].Value, _add.Parameters[2].Value) = (row.Ref, row.Number, hash);
        if (_add.ExecuteNonQuery() > 0)
        {
            return;
        }

        _find!.Parameters[0].Value = row.Ref;
        using var found = _find.ExecuteReader();
        if (found.Read() && !hash.AsSpan().SequenceEqual((byte[])found[1]))
        {
            row.Problems.Add(new RowProblem(row.Number, key.Column, key.Value, row.IsByNumber
                ? "is the number of another row of this file too, which says something else: each keeps the number that it had"
                : FormattableString.Invariant($"is the {(row.IsLine ? "ref" : "key")} of row {found.GetInt64(0)} too, which says something else: leave out one of them, or tell them apart ({(row.IsLine ? "ref" : "key")})")));
        }
    }

    public void Dispose()
    {
        _add?.Dispose();
        _find?.Dispose();
        _file?.Dispose();
    }

    private void Open()
    {
        if (_file is not null)
        {
            return;
        }

        _file = new SqliteConnection("Data Source=;Pooling=False");
        _file.Open();
        using var make = _file.CreateCommand();
        make.CommandText = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE Seen (Ref TEXT PRIMARY KEY, Row INTEGER NOT NULL, Hash BLOB NOT NULL) WITHOUT ROWID; BEGIN";
        make.ExecuteNonQuery();
        _add = Prepare("INSERT OR IGNORE INTO Seen VALUES ($ref, $row, $hash)", ("$ref", SqliteType.Text), ("$row", SqliteType.Integer), ("$hash", SqliteType.Blob));
        _find = Prepare("SELECT Row, Hash FROM Seen WHERE Ref = $ref", ("$ref", SqliteType.Text));
    }

    private SqliteCommand Prepare(string text, params (string Name, SqliteType Type)[] parameters)
    {
        var command = _file!.CreateCommand();
        command.CommandText = text;
        foreach (var (name, type) in parameters)
        {
            command.Parameters.Add(name, type);
        }

        return command;
    }
}
