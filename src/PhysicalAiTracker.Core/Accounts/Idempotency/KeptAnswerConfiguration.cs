using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhysicalAiTracker.Core.Accounts.Idempotency;

internal sealed class KeptAnswerConfiguration : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("KeptAnswers");
        builder.HasKey(a => new { a.AccountId, a.Key });
        builder.Property(a => a.Key).HasMaxLength(KeptAnswer.KeyLength);
        builder.Property(a => a.RequestHash).HasMaxLength(SecretToken.HashLength);
        builder.Property(a => a.Location).HasMaxLength(KeptAnswer.LocationLength);
        builder.Property(a => a.ContentType).HasMaxLength(KeptAnswer.TypeLength);
        builder.HasOne<TrackerUser>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(a => a.CreatedAt);
    }
}
