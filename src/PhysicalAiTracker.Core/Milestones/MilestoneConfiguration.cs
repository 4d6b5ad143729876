using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Milestones;

internal sealed class MilestoneConfiguration : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("Milestones");
        builder.IsRecord();
        builder.Property(m => m.Title).HasMaxLength(Milestone.TitleLength);
        builder.Property(m => m.Note).HasMaxLength(Milestone.NoteLength);
        builder.HasOne(m => m.Party).WithMany().HasForeignKey(m => m.PartyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.OnFrom, m.Id });
        builder.HasIndex(m => new { m.Type, m.Id });
        builder.HasIndex(m => new { m.CreatedAt, m.Id });
        builder.HasIndex(m => new { m.UpdatedAt, m.Id });
    }
}
