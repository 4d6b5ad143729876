using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

internal sealed class ContradictionConfiguration :
    IEntityTypeConfiguration<Contradiction>,
    IEntityTypeConfiguration<ContradictionSide>,
    IEntityTypeConfiguration<ContradictionStatement>,
    IEntityTypeConfiguration<ContradictionComparison>,
    IEntityTypeConfiguration<ContradictionRuling>
{
    /// <summary>Characters of a SHA-256 in hexadecimal.</summary>
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<Contradiction> builder)
    {
        builder.ToTable("Contradictions");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Field).HasMaxLength(Contradiction.FieldLength).IsKey();
        builder.Property(c => c.Subject).HasMaxLength(Contradiction.SubjectLength);
        builder.Property(c => c.Topic).HasMaxLength(Contradiction.TopicLength);
        builder.Property(c => c.Fingerprint).HasMaxLength(HashLength);
        builder.HasOne(c => c.Party).WithMany().HasForeignKey(c => c.PartyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(c => c.Record).WithMany().HasForeignKey(c => c.RecordId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Sides).WithOne().HasForeignKey(s => s.ContradictionId);
        builder.HasMany(c => c.Statements).WithOne().HasForeignKey(s => s.ContradictionId);
        builder.HasMany(c => c.Comparisons).WithOne().HasForeignKey(s => s.ContradictionId);
        builder.HasIndex(c => c.OwnerId);
        builder.HasIndex(c => new { c.State, c.Id });
        builder.HasIndex(c => new { c.SeenOn, c.Id });
        builder.HasIndex(c => new { c.UpdatedAt, c.Id });
        builder.HasIndex(c => new { c.Kind, c.Id });
        builder.HasIndex(c => new { c.Field, c.Id });
    }

    public void Configure(EntityTypeBuilder<ContradictionSide> builder)
    {
        builder.ToTable("ContradictionSides");
        builder.HasKey(s => new { s.ContradictionId, s.Number });
        builder.Property(s => s.Field).HasMaxLength(Contradiction.FieldLength);
        builder.Property(s => s.Label).HasMaxLength(ContradictionSide.LabelLength);
    }

    public void Configure(EntityTypeBuilder<ContradictionStatement> builder)
    {
        builder.ToTable("ContradictionStatements");
        builder.HasKey(s => new { s.ContradictionId, s.Side, s.AssertionId, s.Field });
        builder.Property(s => s.Field).HasMaxLength(Contradiction.FieldLength);
        builder.HasOne(s => s.Assertion).WithMany().HasForeignKey(s => s.AssertionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.RecordId, s.Field });
    }

    public void Configure(EntityTypeBuilder<ContradictionComparison> builder)
    {
        builder.ToTable("ContradictionComparisons");
        builder.HasKey(c => new { c.ContradictionId, c.Left, c.Right });
        builder.Property(c => c.Text).HasMaxLength(ContradictionComparison.TextLength);
        builder.HasIndex(c => c.Explanation);
    }

    public void Configure(EntityTypeBuilder<ContradictionRuling> builder)
    {
        builder.ToTable("ContradictionRulings");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Fingerprint).HasMaxLength(HashLength);
        builder.Property(r => r.UpheldText).HasMaxLength(ContradictionRuling.ValueLength);
        builder.Property(r => r.Note).HasMaxLength(ContradictionRuling.NoteLength);
        builder.Property(r => r.By).HasMaxLength(ContradictionRuling.ByLength);
        builder.HasIndex(r => new { r.ContradictionId, r.Number }).IsUnique();
    }
}
