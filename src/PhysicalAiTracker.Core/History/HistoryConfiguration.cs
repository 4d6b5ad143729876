using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.History;

internal sealed class RecordIdentityConfiguration : IEntityTypeConfiguration<RecordIdentity>
{
    public void Configure(EntityTypeBuilder<RecordIdentity> builder)
    {
        builder.ToTable("Records");
        builder.Property(r => r.ImportKey).HasMaxLength(RecordIdentity.ImportKeyLength);
        builder.HasIndex(r => r.ImportKey).IsUnique();
    }
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("Revisions", table => table.HasCheckConstraint("CK_Revisions_Version", "\"Version\" >= 1"));
        builder.Property(r => r.Note).HasMaxLength(Revision.NoteLength);
        builder.Property(r => r.By).HasMaxLength(Accounts.TrackerUser.NameLength);
        builder.HasIndex(r => new { r.RecordId, r.Version }).IsUnique();
        builder.HasIndex(r => new { r.At, r.Id });
        builder.HasOne(r => r.Record).WithMany().HasForeignKey(r => r.RecordId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Disclosure).WithMany().HasForeignKey(r => r.DisclosureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TombstoneConfiguration : IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<Tombstone> builder)
    {
        builder.ToTable("Tombstones");
        builder.Property(t => t.Reason).HasMaxLength(Tombstone.ReasonLength);
        builder.Property(t => t.By).HasMaxLength(Accounts.TrackerUser.NameLength);
        builder.HasOne(t => t.Disclosure).WithMany().HasForeignKey(t => t.DisclosureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(t => t.Record).WithOne().HasForeignKey<Tombstone>(t => t.Id).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(t => t.MergedInto).WithMany().HasForeignKey(t => t.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FormerSlugConfiguration : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> builder)
    {
        builder.ToTable("FormerSlugs");
        builder.HasKey(s => new { s.Kind, s.Slug });
        builder.Property(s => s.Slug).HasMaxLength(Slug.MaxLength);
        builder.HasOne(s => s.Record).WithMany().HasForeignKey(s => s.RecordId).OnDelete(DeleteBehavior.Restrict);
    }
}
