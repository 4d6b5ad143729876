using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>The grade of one shown value, derived and never typed in. Holds no trace of the day it was derived on: today's grade is a comparison.</summary>
public sealed class FieldGrade
{
    /// <summary>The record as a whole.</summary>
    public const string Whole = "";

    public Guid RecordId { get; set; }

    /// <summary>The record's field; <see cref="Whole"/> for the record itself.</summary>
    public string Field { get; set; } = Whole;

    public Grade Fresh { get; set; }

    public Grade Stale { get; set; }

    /// <summary>The day from which <see cref="Stale"/> holds; null for never.</summary>
    public DateOnly? StaleFrom { get; set; }

    /// <summary>The newest day that a passage speaks of; null where none does.</summary>
    public DateOnly? EvidenceOn { get; set; }

    /// <summary><see cref="GradeTrace"/> as JSON.</summary>
    public string Trace { get; set; } = "";
}

internal sealed class FieldGradeConfiguration : IEntityTypeConfiguration<FieldGrade>
{
    public void Configure(EntityTypeBuilder<FieldGrade> builder)
    {
        builder.ToTable("Grades");
        builder.HasKey(g => new { g.RecordId, g.Field });
        builder.Property(g => g.Field).HasMaxLength(AssertedValue.FieldLength);
        builder.HasOne<RecordIdentity>().WithMany().HasForeignKey(g => g.RecordId).OnDelete(DeleteBehavior.Restrict);
    }
}
