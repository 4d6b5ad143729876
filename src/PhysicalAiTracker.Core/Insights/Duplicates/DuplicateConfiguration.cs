using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

internal sealed class DuplicateConfiguration :
    IEntityTypeConfiguration<DuplicatePair>,
    IEntityTypeConfiguration<DuplicateJudgement>,
    IEntityTypeConfiguration<PartyHash>
{
    public void Configure(EntityTypeBuilder<DuplicatePair> builder)
    {
        builder.ToTable("DuplicatePairs");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<RecordIdentity>().WithMany().HasForeignKey(p => p.FirstId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<RecordIdentity>().WithMany().HasForeignKey(p => p.SecondId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
        builder.HasIndex(p => p.SecondId);
        builder.HasIndex(p => new { p.Score, p.Id });
        builder.HasIndex(p => new { p.State, p.Score, p.Id });
        builder.HasIndex(p => new { p.Kind, p.State, p.Score, p.Id });
    }

    public void Configure(EntityTypeBuilder<DuplicateJudgement> builder)
    {
        builder.ToTable("DuplicateJudgements");
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Property(j => j.Note).HasMaxLength(DuplicateJudgement.NoteLength);
        builder.Property(j => j.By).HasMaxLength(DuplicateJudgement.ByLength);
        builder.HasOne<RecordIdentity>().WithMany().HasForeignKey(j => j.FirstId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RecordIdentity>().WithMany().HasForeignKey(j => j.SecondId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(j => new { j.FirstId, j.SecondId, j.Number }).IsUnique();
        builder.HasIndex(j => j.SecondId);
    }

    public void Configure(EntityTypeBuilder<PartyHash> builder)
    {
        builder.ToTable("PartyHashes");
        builder.HasKey(h => new { h.PartyId, h.Hash });
        builder.HasIndex(h => new { h.Hash, h.PartyId });
        builder.HasOne<Party>().WithMany().HasForeignKey(h => h.PartyId).OnDelete(DeleteBehavior.Cascade);
    }
}
