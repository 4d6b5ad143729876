using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.Counting;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>Filter and order by today's grade, the same for every kind of record.</summary>
internal static class GradeLists
{
    private const string Word = "grade";

    public static Filter<T> Filter<T>()
        where T : Record
    {
        var parameter = new Parameter(Word, "How well the record is borne out today: the lowest grade of its main fields.", Words.All<Grade>());
        return new Filter<T>([parameter], input =>
        {
            if (Filters.ReadWords<Grade>(input, parameter) is not { } grades)
            {
                return ValueTask.FromResult<Expression<Func<T, bool>>?>(null);
            }

            var keys = grades.Select(grade => (int)grade).ToArray();
            var today = input.Db.Today;
            return ValueTask.FromResult<Expression<Func<T, bool>>?>(r =>
                ((r.StaleFrom == null || r.StaleFrom > today) && keys.Contains(r.GradeKey)) || (r.StaleFrom <= today && keys.Contains(r.StaleGradeKey)));
        })
        {
            Facets = [Facet<T>()],
            IsFixed = true,
            Column = new CountColumn<T>(
                [r => r.StaleFrom, r => r.StaleGradeKey, r => r.GradeKey],
                today => new WordColumn<Grade>(parameter, values => (int?)((DateOnly?)values[0] <= today ? values[1] : values[2]))),
        };
    }

    private static Facet<T> Facet<T>()
        where T : Record => new(Word, [Word], async (rows, input) =>
        {
            var today = input.Db.Today;
            var counts = await rows.GroupBy(r => r.StaleFrom <= today ? r.StaleGradeKey : r.GradeKey).Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(input.Cancellation);
            return Facets.Ordered(counts.Select(group => ((int?)group.Key, group.Count)), key => Words.Of((Grade)key));
        });

    public static Sort<T> Sort<T>()
        where T : Record => new GradeSort<T>();

    /// <summary>Nothing stored is today's grade, so the rows that are stale by now and the others are two stretches of an index each, which are merged.</summary>
    private sealed class GradeSort<T>() : Sort<T, int>(Word, "How well it is borne out today, unsupported first.", r => r.GradeKey)
        where T : Record
    {
        internal override Sort<T> On(DateOnly today) => new Dated(today);

        private sealed class Dated(DateOnly today) : Sort<T, int>(Word, "", r => r.StaleFrom <= today ? r.StaleGradeKey : r.GradeKey)
        {
            internal override IReadOnlyList<(Expression<Func<T, bool>> Where, Sort<T> Sort)> Stretches { get; } =
            [
                (r => r.StaleFrom == null || r.StaleFrom > today, new Sort<T, int>(Word, "", r => r.GradeKey)),
                (r => r.StaleFrom <= today, new Sort<T, int>(Word, "", r => r.StaleGradeKey)),
            ];
        }
    }
}
