using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>
/// What a search looks in: the words of one record or source, derived and never typed in. The index of its keys, FTS5 on SQLite, a
/// generated <c>tsvector</c> and a table of words on PostgreSQL, is no part of the model: migrations make it, and the database itself keeps it in step.
/// </summary>
public sealed class SearchDocument
{
    public const int KindLength = 24;

    /// <summary>A longer text is searched in its beginning only.</summary>
    public const int MaxBody = 100_000;

    /// <summary>The row number that FTS5 knows the document by.</summary>
    public long Id { get; set; }

    /// <summary>The record or source.</summary>
    public Guid ItemId { get; set; }

    /// <summary>One of <see cref="SearchKinds.All"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What it is called; with aliases, one a line.</summary>
    public string Title { get; set; } = "";

    /// <summary>All else, one field a line.</summary>
    public string Body { get; set; } = "";

    /// <summary>Words of the title as they are searched: see <see cref="Shared.NameKey"/>.</summary>
    public string TitleKey { get; set; } = "";

    /// <inheritdoc cref="TitleKey"/>
    public string BodyKey { get; set; } = "";
}

internal sealed class SearchDocumentConfiguration : IEntityTypeConfiguration<SearchDocument>
{
    public void Configure(EntityTypeBuilder<SearchDocument> builder)
    {
        builder.ToTable("SearchDocuments");
        builder.Property(d => d.Kind).HasMaxLength(SearchDocument.KindLength);
        builder.HasIndex(d => d.ItemId).IsUnique();
    }
}
