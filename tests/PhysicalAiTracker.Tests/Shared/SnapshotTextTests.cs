using FsCheck;
using FsCheck.Fluent;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Tests.Shared;

public sealed class SnapshotTextTests
{
    [Theory]
    [InlineData("\uFEFFa\r\nb\rc\nd\te", "a\nb\nc\nd\te")]
    [InlineData("a\0b\u0007c\u007Fd\u009Fe", "abcde")]
    [InlineData("page one\fpage two\u2028line\u0085line", "page one\npage two\nline\nline")]
    [InlineData("\0\uFEFF\uFEFFx\uFEFFy", "x\uFEFFy")]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("e\u0302\u0323", "\u1EC7")] // marks in either order
    [InlineData("\u00EA\u0323", "\u1EC7")]
    [InlineData("e\u0323\u0302", "\u1EC7")]
    [InlineData("q\u0323\u0307", "q\u0323\u0307")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("A\u030A \u212B", "\u00C5 \u00C5")]
    [InlineData("\u0438\u0306", "\u0439")]
    [InlineData("\u304B\u3099", "\u304C")]
    [InlineData("\u0301x", "\u0301x")]
    public void Text_has_one_form(string text, string normalised) => SnapshotText.Normalise(text).Should().Be(normalised);

    [Fact]
    public void Half_a_character_is_marked_as_lost_and_a_whole_one_kept() =>
        SnapshotText.Normalise("robot 🤖 \uD83E end \uDD16").Should().Be("robot 🤖 \uFFFD end \uFFFD");

    [Fact]
    public void Normalised_text_stays_as_it_is()
    {
        Prop.ForAll<NonNull<string>>(text =>
        {
            var normalised = SnapshotText.Normalise(text.Get);
            return SnapshotText.Normalise(normalised) == normalised;
        }).QuickCheckThrowOnFailure();
        var marked = Gen.Elements("aeiouqAÅêệшй\u0300\u0301\u0302\u0307\u0308\u031B\u0323\u0327\u0328\u0345\u3099か".ToCharArray());
        Prop.ForAll(marked.ListOf().Select(list => string.Concat(list)).ToArbitrary(), text =>
        {
            var normalised = SnapshotText.Normalise(text);
            return SnapshotText.Normalise(normalised) == normalised;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>To sort so many by insertion would not end within the time limit of the run.</summary>
    [Fact]
    public void A_long_run_of_marks_is_put_in_order()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 500_000));

        SnapshotText.Normalise(text).Should().HaveLength(text.Length - 1);
    }

    [Fact]
    public void The_hash_is_of_the_text_in_utf_8()
    {
        SnapshotText.Sha256("").Should().Be("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        SnapshotText.Sha256("é").Should().Be("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
    }
}
