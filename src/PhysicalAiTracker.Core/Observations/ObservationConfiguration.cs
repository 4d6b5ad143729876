using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Observations;

internal sealed class ObservationConfiguration : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable("Observations", table =>
        {
            table.HasCheckConstraint("CK_Observations_About", "(\"PartyId\" IS NULL) <> (\"Subject\" IS NULL)");
            table.HasCheckConstraint("CK_Observations_Value", "(\"Quantity_Value\" IS NULL) <> (\"Money_Minor\" IS NULL)");
        });
        builder.IsRecord();
        builder.Property(o => o.Subject).HasMaxLength(Observation.SubjectLength);
        builder.Property(o => o.Note).HasMaxLength(Observation.NoteLength);
        builder.HasMoney(o => o.Money);
        builder.HasQuantity(o => o.Quantity);
        builder.HasOne(o => o.Party).WithMany().HasForeignKey(o => o.PartyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.PartyId, o.Metric, o.AsOfFrom });
        builder.HasIndex(o => new { o.Metric, o.Id });
        builder.HasIndex(o => new { o.AsOfFrom, o.Id });
        builder.HasIndex(o => new { o.CreatedAt, o.Id });
        builder.HasIndex(o => new { o.UpdatedAt, o.Id });
    }
}
