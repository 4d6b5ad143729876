using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhysicalAiTracker.Core.Sources.Likeness;

internal sealed class LikenessConfiguration : IEntityTypeConfiguration<SourceLikeness>, IEntityTypeConfiguration<SnapshotHash>
{
    public void Configure(EntityTypeBuilder<SourceLikeness> builder)
    {
        builder.ToTable("SourceLikenesses", table =>
        {
            table.HasCheckConstraint("CK_SourceLikenesses_Pair", "\"FirstId\" <> \"SecondId\"");
            table.HasCheckConstraint("CK_SourceLikenesses_Judged", "(\"State\" = 'suggested') = (\"By\" IS NULL) AND (\"State\" = 'suggested') = (\"At\" IS NULL)");
        });
        builder.HasKey(l => new { l.FirstId, l.SecondId });
        builder.HasIndex(l => l.SecondId);
        builder.Property(l => l.By).HasMaxLength(SourceLikeness.ByLength);
        builder.Property(l => l.Note).HasMaxLength(SourceLikeness.NoteLength);
        builder.HasOne(l => l.First).WithMany().HasForeignKey(l => l.FirstId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.Second).WithMany().HasForeignKey(l => l.SecondId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SnapshotHash> builder)
    {
        builder.ToTable("SnapshotHashes");
        builder.HasKey(h => new { h.SnapshotId, h.Hash });
        builder.HasIndex(h => new { h.Hash, h.SnapshotId });
        builder.HasOne<Snapshot>().WithMany().HasForeignKey(h => h.SnapshotId).OnDelete(DeleteBehavior.Cascade);
    }
}
