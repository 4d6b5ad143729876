using FsCheck;
using FsCheck.Fluent;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Tests.Shared;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("Amazon  Web Services, Inc.", "amazon web services inc")]
    [InlineData("Überfall-Søn", "uberfall son")]
    [InlineData("U\u0308berfall Søn", "uberfall son")]
    [InlineData("MOODY’S", "moodys")]
    [InlineData("A.I. Lab", "a i lab")]
    [InlineData("宇树科技 Unitree", "宇树科技 unitree")]
    [InlineData("Яндекс", "яндекс")]
    [InlineData("Чайный", "чайный")]
    [InlineData("ЧАИ\u0306НЫИ\u0306", "чайный")]
    [InlineData("™", "")]
    [InlineData("", "")]
    public void A_key_keeps_only_what_tells_names_apart(string name, string key) =>
        NameKey.Of(name).Should().Be(key);

    [Fact]
    public void Two_spellings_of_one_name_have_one_key() =>
        NameKey.Of("Crédit Agricole S.A.").Should().Be(NameKey.Of("CREDIT AGRICOLE — S. A."));

    [Fact]
    public void A_name_is_found_from_each_of_its_words() =>
        NameKey.WordStarts("amazon web services").Should().Equal("amazon web services", "web services", "services");

    [Fact]
    public void At_most_eight_words_begin_a_search()
    {
        NameKey.WordStarts("a b c d e f g h i j").Should().HaveCount(8);
        NameKey.WordStarts("").Should().BeEmpty();
    }

    [Fact]
    public void A_key_stays_itself()
    {
        Prop.ForAll<NonNull<string>>(name =>
        {
            var key = NameKey.Of(name.Get);
            return NameKey.Of(key) == key && !key.Contains("  ", StringComparison.Ordinal) && key == key.Trim();
        }).QuickCheckThrowOnFailure();
    }
}
