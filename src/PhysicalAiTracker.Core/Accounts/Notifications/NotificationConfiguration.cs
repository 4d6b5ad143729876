using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Disclosures;

namespace PhysicalAiTracker.Core.Accounts.Notifications;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Title).HasMaxLength(Disclosure.TitleLength);
        builder.Property(n => n.By).HasMaxLength(TrackerUser.NameLength);
        builder.Property(n => n.Text).HasMaxLength(Disclosure.ReasonLength);
        builder.HasOne<TrackerUser>().WithMany().HasForeignKey(n => n.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(n => n.DisclosureId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(n => new { n.UserId, n.At, n.Id });
        builder.HasIndex(n => new { n.UserId, n.ReadAt });
    }
}
