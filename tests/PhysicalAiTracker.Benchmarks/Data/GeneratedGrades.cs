using System.Reflection;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;

namespace PhysicalAiTracker.Benchmarks.Data;

/// <summary>Puts a record's grade to where lists look for it, which nothing but a derivation may do in the program itself.</summary>
internal static class GeneratedGrades
{
    private static readonly PropertyInfo Fresh = typeof(Record).GetProperty(nameof(Record.GradeKey))!;
    private static readonly PropertyInfo Stale = typeof(Record).GetProperty(nameof(Record.StaleGradeKey))!;
    private static readonly PropertyInfo From = typeof(Record).GetProperty(nameof(Record.StaleFrom))!;

    public static void Keep(Record record, FieldGrade whole)
    {
        Fresh.SetValue(record, (int)whole.Fresh);
        Stale.SetValue(record, (int)whole.Stale);
        From.SetValue(record, whole.StaleFrom);
    }
}
