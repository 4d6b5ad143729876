using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Architecture;

internal sealed class ArchitectureClaimConfiguration :
    IEntityTypeConfiguration<ArchitectureClaim>,
    IEntityTypeConfiguration<ClaimPart>,
    IEntityTypeConfiguration<ClaimHost>,
    IEntityTypeConfiguration<ClaimHardware>,
    IEntityTypeConfiguration<LatencyMeasurement>
{
    public void Configure(EntityTypeBuilder<ArchitectureClaim> builder)
    {
        builder.ToTable("ArchitectureClaims", table => table.HasCheckConstraint(
            "CK_ArchitectureClaims_About", "(\"CompanyId\" IS NULL) <> (\"Subject\" IS NULL)"));
        builder.IsRecord();
        builder.Property(c => c.Subject).HasMaxLength(ArchitectureClaim.ScopeLength);
        builder.Property(c => c.Product).HasMaxLength(ArchitectureClaim.ScopeLength);
        builder.Property(c => c.ProductVersion).HasMaxLength(ArchitectureClaim.ScopeLength);
        builder.Property(c => c.Deployment).HasMaxLength(ArchitectureClaim.ScopeLength);
        builder.Property(c => c.Purpose).HasMaxLength(ArchitectureClaim.ScopeLength);
        builder.Property(c => c.Note).HasMaxLength(ArchitectureClaim.NoteLength);
        builder.HasOne(c => c.Company).WithMany(p => p.Claims).HasForeignKey(c => c.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Parts).WithOne().HasForeignKey(p => p.ClaimId);
        builder.HasMany(c => c.Hosts).WithOne().HasForeignKey(h => h.ClaimId);
        builder.HasMany(c => c.Hardware).WithOne().HasForeignKey(h => h.ClaimId);
        builder.HasMany(c => c.Latencies).WithOne().HasForeignKey(l => l.ClaimId);
        builder.HasIndex(c => new { c.Plane, c.Placement, c.Id });
        builder.HasIndex(c => new { c.Placement, c.Id });
        builder.HasIndex(c => new { c.Modality, c.Id });
        builder.HasIndex(c => new { c.CreatedAt, c.Id });
        builder.HasIndex(c => new { c.UpdatedAt, c.Id });
    }

    public void Configure(EntityTypeBuilder<ClaimPart> builder)
    {
        builder.ToTable("ClaimParts");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Component).HasMaxLength(ClaimPart.ComponentLength);
    }

    public void Configure(EntityTypeBuilder<ClaimHost> builder)
    {
        builder.ToTable("ClaimHosts");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasOne(h => h.Party).WithMany().HasForeignKey(h => h.PartyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ClaimHardware> builder)
    {
        builder.ToTable("ClaimHardware");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Name).HasMaxLength(ClaimHardware.NameLength);
        builder.HasIndex(h => h.Name);
    }

    public void Configure(EntityTypeBuilder<LatencyMeasurement> builder)
    {
        builder.ToTable("LatencyMeasurements");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Measures).HasMaxLength(LatencyMeasurement.TextLength);
        builder.Property(l => l.Conditions).HasMaxLength(LatencyMeasurement.TextLength);
    }
}
