using FsCheck;
using FsCheck.Fluent;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Tests.Shared;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Project Prometheus", "project-prometheus")]
    [InlineData("  Physical Intelligence (π) ", "physical-intelligence")]
    [InlineData("Löwen & Søn A/S", "lowen-son-a-s")]
    [InlineData("Łódź Straße Æther Œuvre", "lodz-strasse-aether-oeuvre")]
    [InlineData("Moody's", "moodys")]
    [InlineData("Nguye\u0302\u0303n", "nguyen")]
    [InlineData("1X Technologies", "1x-technologies")]
    [InlineData("--a--b--", "a-b")]
    public void A_name_becomes_plain_words(string name, string slug) => Slug.From(name).Should().Be(slug);

    [Theory]
    [InlineData("")]
    [InlineData("™ & !")]
    [InlineData("宇树科技")]
    public void A_name_without_latin_letters_has_none(string name) => Slug.From(name).Should().BeNull();

    [Fact]
    public void A_long_name_is_cut_between_words()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("laboratory", 20)))!;
        slug.Length.Should().BeLessThanOrEqualTo(Slug.MaxLength);
        slug.Should().EndWith("-laboratory");
        Slug.From(new string('a', 200)).Should().HaveLength(Slug.MaxLength);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("a", true)]
    [InlineData("general-agents", true)]
    [InlineData("General-agents", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a--b", false)]
    [InlineData("a_b", false)]
    [InlineData("é", false)]
    [InlineData("0198c0de-0000-7000-8000-000000000000", false)]
    public void A_slug_is_lower_case_words_and_no_id(string? slug, bool valid) => Slug.IsValid(slug).Should().Be(valid);

    [Fact]
    public void Whatever_it_makes_is_valid_and_stays_itself()
    {
        Prop.ForAll<NonNull<string>>(name =>
            Slug.From(name.Get) is not { } slug || (Slug.IsValid(slug) && Slug.From(slug) == slug)).QuickCheckThrowOnFailure();
    }
}
