using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Questions;

internal sealed class QuestionConfiguration :
    IEntityTypeConfiguration<Question>,
    IEntityTypeConfiguration<QuestionTrigger>,
    IEntityTypeConfiguration<QuestionResponse>
{
    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("Questions");
        builder.IsRecord();
        builder.Property(q => q.Slug).HasMaxLength(Slug.MaxLength);
        builder.Property(q => q.Text).HasMaxLength(Question.TextLength);
        builder.Property(q => q.SettledBy).HasMaxLength(Question.TextLength);
        builder.Property(q => q.Resolution).HasMaxLength(Question.ResolutionLength);
        builder.HasOne(q => q.Company).WithMany(p => p.Questions).HasForeignKey(q => q.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(q => q.SettledByAssertion).WithMany().HasForeignKey(q => q.SettledByAssertionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(q => q.Triggers).WithOne().HasForeignKey(t => t.QuestionId);
        builder.HasMany(q => q.Responses).WithOne().HasForeignKey(r => r.QuestionId);
        builder.HasIndex(q => q.Slug).IsUnique();
        builder.HasIndex(q => new { q.Status, q.Id });
        builder.HasIndex(q => new { q.Plane, q.Id });
        builder.HasIndex(q => new { q.CreatedAt, q.Id });
        builder.HasIndex(q => new { q.UpdatedAt, q.Id });
    }

    public void Configure(EntityTypeBuilder<QuestionTrigger> builder)
    {
        builder.ToTable("QuestionTriggers");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Text).HasMaxLength(QuestionTrigger.TextLength);
        builder.HasOne(t => t.Party).WithMany().HasForeignKey(t => t.PartyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<QuestionResponse> builder)
    {
        builder.ToTable("QuestionResponses");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Note).HasMaxLength(QuestionResponse.NoteLength);
        builder.HasOne(r => r.Party).WithMany().HasForeignKey(r => r.PartyId).OnDelete(DeleteBehavior.Restrict);
    }
}
