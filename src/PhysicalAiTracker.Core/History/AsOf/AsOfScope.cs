using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.History.AsOf;

/// <summary>Says, within a scope of services, which day's file its <see cref="TrackerDbContext"/> reads.</summary>
public sealed class AsOfScope(TimeProvider time)
{
    /// <summary>A file of <see cref="AsOfFiles"/>; null for the live database. Set before the scope's first query.</summary>
    public string? File { get; set; }

    /// <summary>The day's context, which cannot write; null for the live database.</summary>
    internal TrackerDbContext? Open()
    {
        if (File is null)
        {
            return null;
        }

        var builder = new DbContextOptionsBuilder<SqliteTrackerDbContext>();
        builder.UseTrackerSqliteReadOnly(File);
        return new SqliteTrackerDbContext(builder.Options, time);
    }
}
