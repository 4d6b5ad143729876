using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts.Keys;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys", table => table.HasCheckConstraint("CK_ApiKeys_Scope", "\"CanRead\" OR \"CanSubmit\" OR \"CanPublish\""));
        builder.Ignore(k => k.Scopes);
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Name).HasMaxLength(ApiKey.NameLength);
        builder.Property(k => k.Prefix).HasMaxLength(SecretToken.PrefixLength).IsKey();
        builder.Property(k => k.Hash).HasMaxLength(SecretToken.HashLength);
        builder.HasOne(k => k.Owner).WithMany().HasForeignKey(k => k.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(k => k.Prefix);
        builder.HasIndex(k => k.Hash).IsUnique();
        builder.HasIndex(k => new { k.OwnerId, k.CreatedAt });
    }
}
