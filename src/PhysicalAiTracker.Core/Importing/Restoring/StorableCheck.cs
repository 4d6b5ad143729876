using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Importing.Restoring;

/// <summary>
/// Refuses values that no database of the tracker has: SQLite would take texts and times that PostgreSQL refuses, and an export must fit in both.
/// </summary>
/// <param name="now">What an export says of times behind it did not happen.</param>
internal sealed class StorableCheck(TrackerDbContext db, DateTime now)
{
    /// <summary>By so much the clock of the machine that exported may be ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    private readonly Dictionary<Type, (IReadOnlyList<(string Member, PropertyInfo Property, int? Length)> Columns, IReadOnlyList<RowPart> Parts)> _types = [];

    /// <param name="row">An entity with its parts.</param>
    /// <exception cref="FormatException">Which member has which value that cannot be stored.</exception>
    public void Check(object row)
    {
        var (columns, parts) = Of(row.GetType());
        foreach (var (member, property, length) in columns)
        {
            var problem = property.GetValue(row) switch
            {
                string text => ProblemWith(text, length),
                DateTime time => ProblemWith(time),
                _ => null,
            };
            if (problem is not null)
            {
                throw new FormatException($"/{member} {problem}");
            }
        }

        foreach (var part in parts.SelectMany(list => list.PartsOf(row)))
        {
            Check(part);
        }
    }

    private (IReadOnlyList<(string Member, PropertyInfo Property, int? Length)> Columns, IReadOnlyList<RowPart> Parts) Of(Type type)
    {
        if (!_types.TryGetValue(type, out var known))
        {
            var entity = db.Model.FindEntityType(type)!;
            _types[type] = known = ([.. entity.GetProperties().Where(IsChecked).Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Name), p.PropertyInfo!, p.GetMaxLength()))], RowPart.Of(entity));
        }

        return known;
    }

    private static bool IsChecked(IProperty property) => property.PropertyInfo is { PropertyType: var type } && (type == typeof(string) || type == typeof(DateTime) || type == typeof(DateTime?));

    private static string? ProblemWith(string text, int? length)
    {
        if (text.Length > length)
        {
            return FormattableString.Invariant($"is “{text[..Math.Min(text.Length, 40)]}…”, which has {text.Length:N0} characters; at most {length:N0} are kept");
        }

        return text.Contains('\0', StringComparison.Ordinal) ? "has the character NUL in it, which cannot be kept" : null;
    }

    private string? ProblemWith(DateTime time)
    {
        var shown = time.ToString("O", CultureInfo.InvariantCulture);
        return time switch
        {
            { Kind: not DateTimeKind.Utc } => $"is {shown}, which is no time in UTC: that ends with Z",
            _ when time.Ticks % TimeSpan.TicksPerMicrosecond != 0 => $"is {shown}, which is finer than is kept: six digits of a second",
            _ when time > now + Ahead => $"is {shown}, which is yet to come",
            _ => null,
        };
    }
}
