using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Core.Accounts.Activity;

/// <summary>An entry of the log as an admin reads it.</summary>
/// <param name="Actor">Name of whoever did it, as it was then.</param>
/// <param name="Subject">Name of what it was done to, as it was then; null where there is nothing.</param>
public sealed record ActivityItem(
    Guid Id, DateTime At, ActivityKind Kind, Guid? ActorId, string Actor, string? SubjectKind, Guid? SubjectId, string? Subject, string? Detail, string? Address);

/// <summary>What an export holds, or everything that was wrong with the request.</summary>
public sealed record ActivityExport(IAsyncEnumerable<ActivityItem>? Items, IReadOnlyList<ParameterProblem> Problems);

/// <summary>Reads the log.</summary>
public sealed class ActivityQueries(TrackerDbContext db)
{
    private static readonly Parameter Actor = new("actor", "Name of whoever did it.", [], Many: false, Example: "ana");

    /// <summary>Filters and orders.</summary>
    public static ListDefinition<ActivityEntry, ActivityItem> List { get; } = new(
        [
            Filters.Span<ActivityEntry>("on", "Done", (from, to) => Within(from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), End(to))),
            new Filter<ActivityEntry>([Actor], input =>
            {
                var key = ActivityLog.KeyOf(input.Values(Actor.Name)[0]);
                return ValueTask.FromResult<Expression<Func<ActivityEntry, bool>>?>(e => e.ActorKey == key);
            }),
            Filters.Word<ActivityEntry, ActivityKind>("kind", "What was done.", kinds => e => kinds.Contains(e.Kind)),
        ],
        [new Sort<ActivityEntry, DateTime>("at", "When it was done.", e => e.At)],
        "-at",
        e => new ActivityItem(e.Id, e.At, e.Kind, e.ActorId, e.ActorName, e.SubjectKind, e.SubjectId, e.SubjectName, e.Detail, e.Address));

    public Task<ListResult<ActivityItem>> ListAsync(ListRequest request, CancellationToken cancellation) => List.ListAsync(db, request, cancellation);

    /// <summary>All entries that the filters let through, the newest first, read as they are written out.</summary>
    /// <param name="others">Parameters that the caller reads itself.</param>
    public async Task<ActivityExport> ExportAsync(ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others)
    {
        var (rows, problems) = await List.FilterAsync(db, request, cancellation, others);
        return new ActivityExport(
            rows?.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(List.Projection).AsAsyncEnumerable(), problems);
    }

    private static Expression<Func<ActivityEntry, bool>> Within(DateTime from, DateTime before) => e => e.At >= from && e.At < before;

    /// <summary>The first moment after a day.</summary>
    private static DateTime End(DateOnly day) => day == DateOnly.MaxValue ? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc) : day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
