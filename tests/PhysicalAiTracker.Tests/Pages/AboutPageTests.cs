using PhysicalAiTracker.Core.Accounts.Mail;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Reconciling;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Shared.Differences;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Pages.About;

namespace PhysicalAiTracker.Tests.Pages;

public sealed class AboutPageTests
{
    /// <summary>Enumerations that no reader meets as a word, or only as a setting or parameter whose documentation explains it.</summary>
    private static readonly Type[] Internal =
    [
        typeof(DatabaseProvider), typeof(ChangeEffect), typeof(DatePrecision), typeof(Proof), typeof(PieceKind),
        typeof(QueueConflicts), typeof(DuplicateVerdict), typeof(ReconcileType), typeof(TypeStrictness), typeof(SmtpSecurity),
    ];

    public static TheoryData<Type> Vocabularies { get; } = new(
        typeof(Words).Assembly.GetExportedTypes().Where(type => type.IsEnum && !Internal.Contains(type)));

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void Every_word_of_every_enumeration_is_explained(Type type)
    {
        var words = Words.All(type);

        Glossary.Parts.SelectMany(part => part.Vocabularies).Should().Contain(
            vocabulary => words.SequenceEqual(vocabulary.Terms.Select(term => term.Word)), "the page about the method explains {0}", type.Name);
    }

    [Fact]
    public void No_meaning_is_empty_and_no_fragment_stands_twice()
    {
        Glossary.Parts.SelectMany(part => part.Vocabularies).SelectMany(v => v.Terms).Should().OnlyContain(term => term.Meaning.Length > 3);
        Glossary.Parts.SelectMany(part => part.Vocabularies.Select(v => v.Id).Prepend(part.Id)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_page_says_every_word_and_its_meaning()
    {
        await using var app = new TrackerApp();

        (await Page.GetAsync(app, "/about")).Text.Should().ContainAll(Glossary.Parts.SelectMany(part => part.Vocabularies).SelectMany(v => v.Terms).Select(term => term.Meaning))
            .And.Contain("What a brief is").And.Contain("Origins");
    }
}
