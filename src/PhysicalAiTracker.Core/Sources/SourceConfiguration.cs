using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources;

internal sealed class SourceConfiguration :
    IEntityTypeConfiguration<Source>,
    IEntityTypeConfiguration<FormerSource>,
    IEntityTypeConfiguration<Snapshot>,
    IEntityTypeConfiguration<Passage>,
    IEntityTypeConfiguration<Assertion>,
    IEntityTypeConfiguration<AssertedValue>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.ToTable("Sources", table => table.HasCheckConstraint("CK_Sources_Origin", "\"OriginId\" IS NULL OR \"OriginId\" <> \"Id\""));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Slug).HasMaxLength(Slug.MaxLength);
        builder.Property(s => s.Title).HasMaxLength(Source.TitleLength);
        builder.Property(s => s.TitleKey).HasMaxLength(2 * Source.TitleLength).IsKey();
        builder.Property(s => s.Publisher!).HasMaxLength(Source.NameLength).IsKey();
        builder.Property(s => s.Author).HasMaxLength(Source.NameLength);
        builder.Property(s => s.Url).HasMaxLength(Source.UrlLength);
        builder.Property(s => s.UrlKey).HasMaxLength(Source.UrlLength);
        builder.Property(s => s.Language).HasMaxLength(Source.LanguageLength);
        builder.Property(s => s.Note).HasMaxLength(Source.NoteLength);
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.HasIndex(s => s.UrlKey).IsUnique();
        builder.HasIndex(s => new { s.TitleKey, s.Id });
        builder.HasIndex(s => new { s.PublishedFrom, s.Id });
        builder.HasIndex(s => new { s.Kind, s.Id });
        builder.HasIndex(s => new { s.Publisher, s.Id });
        builder.HasIndex(s => new { s.Reliability, s.Id });
        builder.HasIndex(s => new { s.CreatedAt, s.Id });
        builder.HasOne(s => s.Origin).WithMany(s => s.Rewrites).HasForeignKey(s => s.OriginId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FormerSource> builder)
    {
        builder.ToTable("FormerSources");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.SourceId, s.Until });
        builder.HasIndex(s => s.Until);
        builder.HasOne(s => s.Source).WithMany().HasForeignKey(s => s.SourceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Snapshot> builder)
    {
        builder.ToTable("Snapshots", table => table.HasCheckConstraint("CK_Snapshots_Sha256", "length(\"Sha256\") = 64"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Text).HasMaxLength(Snapshot.TextLength);
        builder.Property(s => s.Sha256).HasMaxLength(64);
        builder.Property(s => s.By).HasMaxLength(TrackerUser.NameLength);
        builder.HasIndex(s => new { s.SourceId, s.CapturedAt });
        builder.HasIndex(s => s.Sha256);
        builder.HasOne(s => s.Source).WithMany(s => s.Snapshots).HasForeignKey(s => s.SourceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Passage> builder)
    {
        builder.ToTable("Passages", table =>
        {
            table.HasCheckConstraint("CK_Passages_Span", "\"Start\" >= 0 AND \"End\" > \"Start\"");
            table.HasCheckConstraint(
                "CK_Passages_Captured",
                "(\"State\" = 'not-captured' AND \"Locator\" IS NOT NULL AND \"SnapshotId\" IS NULL AND \"Start\" IS NULL AND \"End\" IS NULL) OR "
                + "(\"State\" <> 'not-captured' AND \"Locator\" IS NULL AND \"SnapshotId\" IS NOT NULL AND \"Start\" IS NOT NULL AND \"End\" IS NOT NULL)");
        });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Exact).HasMaxLength(Passage.ExactLength);
        builder.Property(p => p.Prefix).HasMaxLength(Passage.ContextLength);
        builder.Property(p => p.Suffix).HasMaxLength(Passage.ContextLength);
        builder.Property(p => p.Locator).HasMaxLength(Passage.LocatorLength);
        builder.HasIndex(p => new { p.SnapshotId, p.Start, p.End }).IsUnique();
        builder.HasIndex(p => new { p.SourceId, p.State });
        builder.HasOne(p => p.Source).WithMany(s => s.Passages).HasForeignKey(p => p.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Snapshot).WithMany(s => s.Passages).HasForeignKey(p => p.SnapshotId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Assertion> builder)
    {
        builder.ToTable("Assertions", table =>
        {
            table.HasCheckConstraint("CK_Assertions_Claimant", "\"ClaimantId\" IS NULL OR \"ClaimantName\" IS NULL");
            table.HasCheckConstraint("CK_Assertions_Credibility", "\"Credibility\" IS NULL OR \"Credibility\" BETWEEN 1 AND 6");
        });
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.ClaimantName).HasMaxLength(Assertion.NameLength);
        builder.Property(a => a.ClaimantInterest).HasMaxLength(Assertion.InterestLength);
        builder.Property(a => a.Note).HasMaxLength(Assertion.NoteLength);
        builder.HasOne(a => a.Record).WithMany().HasForeignKey(a => a.RecordId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Passage).WithMany().HasForeignKey(a => a.PassageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Source).WithMany(s => s.Assertions).HasForeignKey(a => a.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Origin).WithMany(s => s.Credits).HasForeignKey(a => a.OriginId).OnDelete(DeleteBehavior.Restrict);
        // Nearly all have none, and whoever asks for one without would be led through all of them.
        builder.HasIndex(a => a.OriginId).HasFilter("\"OriginId\" IS NOT NULL");
        builder.HasOne(a => a.Claimant).WithMany().HasForeignKey(a => a.ClaimantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Disclosure).WithMany().HasForeignKey(a => a.DisclosureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Values).WithOne().HasForeignKey(v => v.AssertionId);
    }

    public void Configure(EntityTypeBuilder<AssertedValue> builder)
    {
        builder.ToTable("AssertedValues");
        builder.HasKey(v => new { v.AssertionId, v.Field });
        builder.Property(v => v.Field).HasMaxLength(AssertedValue.FieldLength);
    }
}
