using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Funding;

internal sealed class FundingRoundConfiguration : IEntityTypeConfiguration<FundingRound>, IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<FundingRound> builder)
    {
        builder.ToTable("FundingRounds", table =>
        {
            table.HasCheckConstraint("CK_FundingRounds_Unspecified", "NOT \"Unspecified\" OR (\"Amount_Minor\" IS NULL AND \"Valuation_Minor\" IS NULL)");
            table.HasCheckConstraint("CK_FundingRounds_Supersedes", "\"SupersedesId\" IS NULL OR \"SupersedesId\" <> \"Id\"");
        });
        builder.IsRecord();
        builder.Property(r => r.StageAsAnnounced).HasMaxLength(FundingRound.StageLength);
        builder.Property(r => r.Note).HasMaxLength(FundingRound.NoteLength);
        builder.HasMoney(r => r.Amount);
        builder.HasMoney(r => r.Valuation);
        builder.HasMoney(r => r.FiledOffering);
        builder.HasMoney(r => r.FiledSold);
        builder.HasMoney(r => r.FiledRemaining);
        builder.Property(r => r.FiledRevenue).HasMaxLength(FundingRound.RevenueLength);
        builder.HasOne(r => r.Company).WithMany(p => p.Rounds).HasForeignKey(r => r.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Supersedes).WithOne(r => r.SupersededBy).HasForeignKey<FundingRound>(r => r.SupersedesId).OnDelete(DeleteBehavior.Restrict);
        // Behind the order of a list all that its filters and counts look at, so that neither fetches a row that is not shown.
        builder.HasIndex(r => new { r.AmountUsdMinor, r.Id, r.AnnouncedFrom, r.AnnouncedTo, r.Stage, r.Status, r.Instrument, r.AnnouncedYear });
        builder.HasIndex(r => new { r.AnnouncedFrom, r.Id, r.AnnouncedTo, r.AmountUsdMinor, r.Stage, r.Status, r.Instrument, r.AnnouncedYear });
        builder.HasIndex(r => r.AnnouncedYear);
        builder.HasIndex(r => new { r.ValuationUsdMinor, r.Id });
        builder.HasIndex(r => new { r.Stage, r.Id });
        builder.HasIndex(r => new { r.Status, r.Id });
        builder.HasIndex(r => new { r.Instrument, r.Id });
        builder.HasIndex(r => new { r.CreatedAt, r.Id });
        builder.HasIndex(r => new { r.UpdatedAt, r.Id });
    }

    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.ToTable("Participations");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Vehicle).HasMaxLength(Participation.VehicleLength);
        builder.HasMoney(p => p.Amount);
        builder.HasOne(p => p.Round).WithMany(r => r.Participations).HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(p => p.Investor).WithMany(p => p.Participations).HasForeignKey(p => p.InvestorId).OnDelete(DeleteBehavior.Restrict);
    }
}
