using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures;

internal sealed class DisclosureConfiguration : IEntityTypeConfiguration<Disclosure>
{
    public void Configure(EntityTypeBuilder<Disclosure> builder)
    {
        builder.ToTable("Disclosures", table =>
        {
            table.HasCheckConstraint("CK_Disclosures_Decided", "(\"State\" IN ('accepted', 'rejected')) = (\"DecidedAt\" IS NOT NULL)");
            table.HasCheckConstraint("CK_Disclosures_Submitted", "\"State\" <> 'submitted' OR \"SubmittedAt\" IS NOT NULL");
            table.HasCheckConstraint("CK_Disclosures_Source", "\"State\" <> 'accepted' OR (\"SourceId\" IS NULL) = (\"Act\" IS NOT NULL)");
        });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Key).HasMaxLength(Disclosure.KeyLength);
        builder.Property(d => d.Title).HasMaxLength(Disclosure.TitleLength);
        builder.Property(d => d.By).HasMaxLength(TrackerUser.NameLength);
        builder.Property(d => d.ReviewedBy).HasMaxLength(TrackerUser.NameLength);
        builder.Property(d => d.EditedBy).HasMaxLength(TrackerUser.NameLength);
        builder.Property(d => d.SourceTitle).HasMaxLength(Source.TitleLength);
        builder.Property(d => d.RejectionReason).HasMaxLength(Disclosure.ReasonLength);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasOne(d => d.Source).WithMany().HasForeignKey(d => d.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.Author).WithMany().HasForeignKey(d => d.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.State, d.DecidedAt, d.Id });
        builder.HasIndex(d => new { d.Key, d.DecidedAt });
        builder.HasIndex(d => new { d.State, d.SubmittedAt, d.Id });
        builder.HasIndex(d => new { d.State, d.ChangeCount, d.Id });
        builder.HasIndex(d => new { d.State, d.By, d.SubmittedAt });
        builder.HasIndex(d => new { d.AuthorId, d.UpdatedAt, d.Id });
    }
}
