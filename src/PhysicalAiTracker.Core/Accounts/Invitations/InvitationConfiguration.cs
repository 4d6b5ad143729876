using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts.Invitations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    /// <summary>Longest name of a role.</summary>
    private const int RoleLength = 40;

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Prefix).HasMaxLength(SecretToken.PrefixLength).IsKey();
        builder.Property(i => i.Hash).HasMaxLength(SecretToken.HashLength);
        builder.Property(i => i.Role).HasMaxLength(RoleLength);
        builder.Property(i => i.Email).HasMaxLength(Invitation.EmailLength);
        builder.Property(i => i.By).HasMaxLength(TrackerUser.NameLength);
        builder.HasIndex(i => i.Prefix);
        builder.HasIndex(i => i.Hash).IsUnique();
        builder.HasIndex(i => i.ExpiresAt);
    }
}
