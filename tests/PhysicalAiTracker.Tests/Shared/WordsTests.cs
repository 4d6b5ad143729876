using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Tests.Shared;

public sealed class WordsTests
{
    private enum Sample
    {
        OnDevice = 3,
        SeriesA = 2,
        A = 1,
        FormerlyAt = 0,

        [Word("Hz")]
        Hertz = 7,
    }

    [Fact]
    public void A_member_is_its_name_in_kebab_case_unless_it_says_otherwise()
    {
        Words.Of(Sample.OnDevice).Should().Be("on-device");
        Words.Of(Sample.SeriesA).Should().Be("series-a");
        Words.Of(Sample.A).Should().Be("A");
        Words.Of(Sample.Hertz).Should().Be("Hz");
        Words.Of(typeof(Sample), Sample.FormerlyAt).Should().Be("formerly-at");
    }

    [Fact]
    public void All_words_come_in_the_order_of_declaration()
    {
        string[] declared = ["on-device", "series-a", "A", "formerly-at", "Hz"];
        Words.All<Sample>().Should().Equal(declared);
        Words.All(typeof(Sample)).Should().Equal(declared);
    }

    [Fact]
    public void Every_word_reads_back_as_its_member()
    {
        foreach (var value in Enum.GetValues<Sample>())
        {
            Words.TryParse<Sample>(Words.Of(value), out var read).Should().BeTrue();
            read.Should().Be(value);
            Words.Parse<Sample>(Words.Of(value)).Should().Be(value);
            Words.TryParse(typeof(Sample), Words.Of(value), out var boxed).Should().BeTrue();
            boxed.Should().Be(value);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("OnDevice")]
    [InlineData("On-Device")]
    [InlineData("a")]
    [InlineData("hz")]
    [InlineData("3")]
    public void Another_spelling_is_no_word(string? word)
    {
        Words.TryParse<Sample>(word, out _).Should().BeFalse();
        Words.TryParse(typeof(Sample), word, out _).Should().BeFalse();
    }

    [Fact]
    public void An_unknown_stored_word_is_refused_with_the_words_there_are()
    {
        var act = () => Words.Parse<Sample>("in-orbit");
        act.Should().Throw<FormatException>().WithMessage("*in-orbit*on-device*Hz*");
    }

    [Fact]
    public void A_value_that_was_never_declared_has_no_word()
    {
        var act = () => Words.Of((Sample)99);
        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Only_enumerations_have_words()
    {
        var act = () => Words.All(typeof(string));
        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Looking_a_word_up_allocates_nothing()
    {
        Words.Of(Sample.OnDevice);
        var found = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            found += Words.TryParse<Sample>(Words.Of(Sample.OnDevice), out _) ? 1 : 0;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        found.Should().Be(1000);
        allocated.Should().BeLessThan(1000, "a box would take 24 bytes each time");
    }
}
