using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Deals;

internal sealed class DealConfiguration : IEntityTypeConfiguration<Deal>
{
    public void Configure(EntityTypeBuilder<Deal> builder)
    {
        builder.ToTable("Deals", table => table.HasCheckConstraint("CK_Deals_Parties", "\"AcquirerId\" <> \"TargetId\""));
        builder.IsRecord();
        builder.Property(d => d.Note).HasMaxLength(Deal.NoteLength);
        builder.HasMoney(d => d.Price);
        builder.HasOne(d => d.Acquirer).WithMany().HasForeignKey(d => d.AcquirerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.Target).WithMany().HasForeignKey(d => d.TargetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.DatedFrom, d.Id });
        builder.HasIndex(d => new { d.PriceUsdMinor, d.Id });
        builder.HasIndex(d => new { d.Status, d.Id });
        builder.HasIndex(d => new { d.Type, d.Id });
        builder.HasIndex(d => new { d.CreatedAt, d.Id });
        builder.HasIndex(d => new { d.UpdatedAt, d.Id });
    }
}
