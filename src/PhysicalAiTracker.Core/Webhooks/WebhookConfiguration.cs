using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhysicalAiTracker.Core.Webhooks;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("Webhooks", table => table.HasCheckConstraint("CK_Webhooks_Disabled", "(\"DisabledAt\" IS NULL) = (\"DisabledReason\" IS NULL)"));
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Name).HasMaxLength(Webhook.NameLength);
        builder.Property(w => w.Url).HasMaxLength(Webhook.UrlLength);
        builder.Property(w => w.ProtectedSecret).HasMaxLength(Webhook.SecretLength);
        builder.Property(w => w.By).HasMaxLength(Webhook.ByLength);
        builder.Property(w => w.DisabledReason).HasMaxLength(Webhook.ReasonLength);
    }

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries", table => table.HasCheckConstraint("CK_WebhookDeliveries_Done", "(\"NotBefore\" IS NULL) = (\"DoneAt\" IS NOT NULL)"));
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Event).HasMaxLength(WebhookDelivery.EventLength);
        builder.Property(d => d.Outcome).HasMaxLength(WebhookDelivery.OutcomeLength);
        builder.HasOne(d => d.Webhook).WithMany().HasForeignKey(d => d.WebhookId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => new { d.NotBefore, d.Id });
        builder.HasIndex(d => new { d.WebhookId, d.CreatedAt, d.Id });
        builder.HasIndex(d => d.DoneAt);
    }
}
