using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Review;

internal sealed class ReviewStepConfiguration : IEntityTypeConfiguration<ReviewStep>
{
    public void Configure(EntityTypeBuilder<ReviewStep> builder)
    {
        builder.ToTable("ReviewSteps");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.By).HasMaxLength(TrackerUser.NameLength);
        builder.Property(s => s.Reason).HasMaxLength(Disclosure.ReasonLength);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(s => s.DisclosureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<TrackerUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.DisclosureId, s.At, s.Id });
    }
}

internal sealed class SubmittedEditConfiguration : IEntityTypeConfiguration<SubmittedEdit>
{
    public void Configure(EntityTypeBuilder<SubmittedEdit> builder)
    {
        builder.ToTable("SubmittedEdits");
        builder.HasKey(e => new { e.DisclosureId, e.RecordId });
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(e => e.DisclosureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<RecordIdentity>().WithMany().HasForeignKey(e => e.RecordId).OnDelete(DeleteBehavior.Restrict);
    }
}
