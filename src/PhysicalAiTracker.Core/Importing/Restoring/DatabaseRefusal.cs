using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Importing.Restoring;

/// <summary>Says what a database refused a row for, in the words of the row: which member has a value that another row has, or that refers to nothing.</summary>
internal static class DatabaseRefusal
{
    // https://www.sqlite.org/rescode.html
    private const int SqliteCheck = 275;
    private const int SqliteForeignKey = 787;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    /// <param name="row">The entity that was written last; its parts are looked at too.</param>
    public static string Of(TrackerDbContext db, DbException exception, object? row) => exception switch
    {
        SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey or SqliteUnique } sqlite => Taken(db, row, TableOf(sqlite), ColumnsOf(sqlite)),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres => Taken(db, row, postgres.TableName ?? "", ColumnsOf(db, postgres)),
        SqliteException { SqliteExtendedErrorCode: SqliteForeignKey } => ReferringToNothing(db, row),
        PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } postgres => ReferringToNothing(db, row, postgres.TableName!, postgres.ConstraintName!),
        SqliteException { SqliteExtendedErrorCode: SqliteCheck } sqlite => AgainstRule(BehindColon(sqlite.Message)),
        PostgresException { SqlState: PostgresErrorCodes.CheckViolation } postgres => AgainstRule(postgres.ConstraintName!),
        _ => $"the database refuses it: {exception.Message}",
    };

    private static string Taken(TrackerDbContext db, object? row, string table, IReadOnlyList<string> columns) => columns.Count == 0
        ? "is like another row, of which there can be one"
        : $"{string.Join(" and ", columns.Select(column => Shown(db, row, table, column)))}: another row has the same, and only one can";

    private static string AgainstRule(string rule) => $"its values do not go together: the rule {rule} of the database refuses them";

    /// <summary>SQLite does not tell which reference it is, and still answers.</summary>
    private static string ReferringToNothing(TrackerDbContext db, object? row)
    {
        foreach (var one in Parts(db, row))
        {
            foreach (var key in db.Model.FindEntityType(one.GetType())!.GetForeignKeys())
            {
                if (key.Properties is [var property] && property.PropertyInfo?.GetValue(one) is { } value && db.Find(key.PrincipalEntityType.ClrType, value) is null)
                {
                    return ReferringToNothing(property.Name, value);
                }
            }
        }

        return "refers to what is not in the export";
    }

    private static string ReferringToNothing(TrackerDbContext db, object? row, string table, string constraint)
    {
        var property = db.Model.GetEntityTypes().Where(type => type.GetTableName() == table).SelectMany(type => type.GetForeignKeys()).FirstOrDefault(key => key.GetConstraintName() == constraint)?.Properties[0];
        var value = property is null ? null : Parts(db, row).Where(part => part.GetType() == property.DeclaringType.ClrType).Select(property.PropertyInfo!.GetValue).FirstOrDefault(value => value is not null);
        return property is null ? "refers to what is not in the export" : ReferringToNothing(property.Name, value);
    }

    private static string ReferringToNothing(string property, object? value) => $"/{Camel(property)} is {value}, which is not in the export";

    private static string Shown(TrackerDbContext db, object? row, string table, string column)
    {
        var one = Parts(db, row).FirstOrDefault(part => db.Model.FindEntityType(part.GetType())?.GetTableName() == table);
        var value = one?.GetType().GetProperty(column)?.GetValue(one) is { } found ? $" {(found is string ? $"“{found}”" : found is Enum word ? Shared.Words.Of(word.GetType(), word) : found)}" : "";
        return $"/{Camel(column)}{value}";
    }

    private static IEnumerable<object> Parts(TrackerDbContext db, object? row) => row is null ? [] : [row, .. RowPart.Of(db.Model.FindEntityType(row.GetType())!).SelectMany(list => list.PartsOf(row)).SelectMany(part => Parts(db, part))];

    /// <summary><c>…: 'UNIQUE constraint failed: Records.ImportKey, Records.Kind'.</c></summary>
    private static IReadOnlyList<string> ColumnsOf(SqliteException exception) =>
        BehindColon(exception.Message) is var text && text.Contains('.', StringComparison.Ordinal) ? [.. text.Split(", ").Select(name => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..])] : [];

    private static string TableOf(SqliteException exception) => BehindColon(exception.Message).Split('.')[0];

    private static string BehindColon(string message) => message[(message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.', '\'');

    private static IReadOnlyList<string> ColumnsOf(TrackerDbContext db, PostgresException exception)
    {
        var types = db.Model.GetEntityTypes().Where(type => type.GetTableName() == exception.TableName).ToList();
        IReadOnlyList<IReadOnlyProperty>? properties = types.SelectMany(type => type.GetIndexes()).FirstOrDefault(index => index.GetDatabaseName() == exception.ConstraintName)?.Properties
            ?? types.SelectMany(type => type.GetKeys()).FirstOrDefault(key => key.GetName() == exception.ConstraintName)?.Properties;
        return [.. (properties ?? []).Select(property => property.Name)];
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
