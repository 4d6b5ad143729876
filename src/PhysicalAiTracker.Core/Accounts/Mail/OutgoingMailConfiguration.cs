using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhysicalAiTracker.Core.Accounts.Mail;

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.To).HasMaxLength(OutgoingMail.AddressLength);
        builder.Property(m => m.Subject).HasMaxLength(OutgoingMail.SubjectLength);
        builder.Property(m => m.ProtectedText).HasMaxLength(OutgoingMail.TextLength);
        builder.HasIndex(m => new { m.NotBefore, m.Id });
    }
}
