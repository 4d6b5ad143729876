using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Parties;

internal sealed class PartyConfiguration :
    IEntityTypeConfiguration<Party>,
    IEntityTypeConfiguration<PartyName>,
    IEntityTypeConfiguration<PartySector>,
    IEntityTypeConfiguration<Place>,
    IEntityTypeConfiguration<PartyCompute>
{
    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.ToTable("Parties");
        builder.IsRecord();
        builder.Property(p => p.Slug).HasMaxLength(Slug.MaxLength);
        builder.Property(p => p.Name).HasMaxLength(Party.NameLength);
        builder.Property(p => p.NameKey).HasMaxLength(Party.KeyLength).IsKey();
        builder.Property(p => p.Summary).HasMaxLength(Party.SummaryLength);
        builder.Property(p => p.Website).HasMaxLength(Party.UrlLength);
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.HasIndex(p => new { p.Type, p.NameKey, p.Id });
        builder.HasIndex(p => new { p.Type, p.CreatedAt, p.Id });
        builder.HasIndex(p => new { p.Type, p.UpdatedAt, p.Id });
        builder.HasIndex(p => new { p.Type, p.GradeKey, p.Id });
        builder.HasIndex(p => new { p.Type, p.StaleGradeKey, p.Id });
        // Investors are of every kind.
        builder.HasIndex(p => new { p.NameKey, p.Id });
        builder.HasIndex(p => new { p.CreatedAt, p.Id });
        builder.HasIndex(p => new { p.UpdatedAt, p.Id });
        builder.HasMany(p => p.Names).WithOne().HasForeignKey(n => n.PartyId);
        builder.HasMany(p => p.Sectors).WithOne().HasForeignKey(s => s.PartyId);
        builder.HasMany(p => p.Places).WithOne().HasForeignKey(p => p.PartyId);
        builder.HasMany(p => p.SellsCompute).WithOne().HasForeignKey(c => c.PartyId);
    }

    public void Configure(EntityTypeBuilder<PartyName> builder)
    {
        builder.ToTable("PartyNames");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Name).HasMaxLength(Party.NameLength);
        builder.Property(n => n.Key).HasMaxLength(Party.KeyLength).IsKey();
        builder.HasIndex(n => new { n.Key, n.PartyId });
        // Whoever is called so, past the many whose names have a word such as "capital" in them.
        builder.HasIndex(n => new { n.Key, n.PartyId }, "IX_PartyNames_Whole").HasFilter("\"Whole\"");
    }

    public void Configure(EntityTypeBuilder<PartySector> builder)
    {
        builder.ToTable("PartySectors");
        builder.HasKey(s => new { s.PartyId, s.Name });
        builder.Property(s => s.Name).HasMaxLength(PartySector.NameLength).IsKey();
        builder.HasIndex(s => new { s.Name, s.PartyId });
    }

    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("Places", table => table.HasCheckConstraint(
            "CK_Places_Country", "\"Country\" IS NULL OR (length(\"Country\") = 2 AND \"Country\" = upper(\"Country\"))"));
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(Place.NameLength);
        builder.Property(p => p.Country).HasMaxLength(2);
        builder.Property(p => p.Note).HasMaxLength(Place.NoteLength);
        builder.HasIndex(p => new { p.Country, p.PartyId });
    }

    public void Configure(EntityTypeBuilder<PartyCompute> builder)
    {
        builder.ToTable("PartyCompute");
        builder.HasKey(c => new { c.PartyId, c.Kind });
        builder.HasIndex(c => new { c.Kind, c.PartyId });
    }
}
