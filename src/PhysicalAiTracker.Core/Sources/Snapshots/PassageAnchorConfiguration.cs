using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhysicalAiTracker.Core.Sources.Snapshots;

internal sealed class PassageAnchorConfiguration : IEntityTypeConfiguration<PassageAnchor>
{
    public void Configure(EntityTypeBuilder<PassageAnchor> builder)
    {
        builder.ToTable("PassageAnchors", table => table.HasCheckConstraint(
            "CK_PassageAnchors_Span",
            "(\"State\" = 'intact' AND \"Start\" >= 0 AND \"End\" > \"Start\" AND \"Start\" IS NOT NULL AND \"End\" IS NOT NULL) OR "
            + "(\"State\" IN ('ambiguous', 'missing') AND \"Start\" IS NULL AND \"End\" IS NULL)"));
        builder.HasKey(a => new { a.PassageId, a.SnapshotId });
        builder.HasIndex(a => a.SnapshotId);
        builder.HasOne(a => a.Passage).WithMany().HasForeignKey(a => a.PassageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Snapshot).WithMany().HasForeignKey(a => a.SnapshotId).OnDelete(DeleteBehavior.Restrict);
    }
}
