using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts.Activity;

internal sealed class ActivityEntryConfiguration : IEntityTypeConfiguration<ActivityEntry>
{
    public void Configure(EntityTypeBuilder<ActivityEntry> builder)
    {
        builder.ToTable("ActivityEntries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.ActorName).HasMaxLength(TrackerUser.NameLength);
        builder.Property(e => e.ActorKey).HasMaxLength(TrackerUser.NameLength).IsKey();
        builder.Property(e => e.SubjectKind).HasMaxLength(ActivityEntry.SubjectKindLength);
        builder.Property(e => e.SubjectName).HasMaxLength(ActivityEntry.SubjectNameLength);
        builder.Property(e => e.Detail).HasMaxLength(ActivityEntry.DetailLength);
        builder.Property(e => e.Address).HasMaxLength(ActivityEntry.AddressLength);
        builder.HasOne<TrackerUser>().WithMany().HasForeignKey(e => e.ActorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.At, e.Id });
        builder.HasIndex(e => new { e.Kind, e.At, e.Id });
        builder.HasIndex(e => new { e.ActorKey, e.At, e.Id });
        foreach (var property in builder.Metadata.GetProperties().Where(p => !p.IsPrimaryKey()))
        {
            // An entry is written once: an attempt to change one is a mistake in the program.
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        }
    }
}
