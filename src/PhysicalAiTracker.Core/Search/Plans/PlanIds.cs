using System.Data.Common;
using System.Globalization;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>Ids as the one parameter of a plan.</summary>
internal static class PlanIds
{
    /// <summary>Ids that stand in for a request's own while the statement is made.</summary>
    public static Guid[] StandIn() => [(Guid)new StandIns().For(Guid.Empty)!];

    /// <summary>The ids as a parameter takes them: SQLite has no arrays.</summary>
    public static object Written(TrackerDbContext db, Guid[] ids) =>
        db is SqliteTrackerDbContext ? $"[{string.Join(',', ids.Select(one => $"\"{one.ToString().ToUpper(CultureInfo.InvariantCulture)}\""))}]" : ids;

    /// <summary>The parameter of a statement that takes them; null where it has others.</summary>
    public static PlanParameter? ParameterOf(DbCommand command, TrackerDbContext db, Guid[] standIn) =>
        command.Parameters.Count == 1 && IsSame(command.Parameters[0].Value, Written(db, standIn)) ? new PlanParameter(command.Parameters[0], 0) : null;

    private static bool IsSame(object? one, object other) => one is IEnumerable<Guid> ids ? other is Guid[] others && ids.SequenceEqual(others) : Equals(one, other);
}
