using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Affiliations;

internal sealed class AffiliationConfiguration : IEntityTypeConfiguration<Affiliation>
{
    public void Configure(EntityTypeBuilder<Affiliation> builder)
    {
        builder.ToTable("Affiliations", table => table.HasCheckConstraint("CK_Affiliations_Parties", "\"PartyId\" <> \"OrganisationId\""));
        builder.IsRecord();
        builder.Property(a => a.Title).HasMaxLength(Affiliation.TitleLength);
        builder.Property(a => a.Note).HasMaxLength(Affiliation.NoteLength);
        builder.HasOne(a => a.Party).WithMany(p => p.Affiliations).HasForeignKey(a => a.PartyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Organisation).WithMany(p => p.Affiliates).HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Type, a.Id });
        builder.HasIndex(a => new { a.CreatedAt, a.Id });
        builder.HasIndex(a => new { a.UpdatedAt, a.Id });
    }
}
