using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Disclosures;

public sealed class PresenceTests
{
    private static readonly Drafter Ana = new(Guid.NewGuid(), "ana", SeesAll: false);
    private static readonly Drafter Eve = new(Guid.NewGuid(), "eve", SeesAll: true);

    private readonly TestClock _clock = new(new DateTimeOffset(2026, 6, 9, 12, 3, 0, TimeSpan.Zero));
    private readonly Guid _draft = Guid.NewGuid();

    [Fact]
    public void Two_people_on_one_draft_are_told_of_each_other()
    {
        var presence = new DraftPresence(_clock);
        presence.Visit(_draft, Ana, beats: true).Should().BeEmpty();
        _clock.Advance(TimeSpan.FromMinutes(1));

        presence.Visit(_draft, Eve, beats: true).Should().ContainSingle().Which.Should().Be(new DraftVisitor("ana", new DateTime(2026, 6, 9, 12, 3, 0, DateTimeKind.Utc)));
        presence.Visit(_draft, Ana, beats: true).Should().ContainSingle().Which.Name.Should().Be("eve");
        presence.Visit(Guid.NewGuid(), Ana, beats: true).Should().BeEmpty("another draft is another matter");
    }

    [Theory]
    [InlineData(true, 90)]
    [InlineData(false, 600)]
    public void Who_says_nothing_more_is_gone_in_time(bool beats, int seconds)
    {
        var presence = new DraftPresence(_clock);
        presence.Visit(_draft, Ana, beats);

        _clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        presence.Visit(_draft, Eve, beats: true).Should().HaveCount(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        presence.Visit(_draft, Eve, beats: true).Should().BeEmpty();
    }

    [Fact]
    public void Many_drafts_that_nobody_has_open_any_more_are_forgotten()
    {
        var presence = new DraftPresence(_clock);
        presence.Visit(_draft, Ana, beats: false);
        for (var index = 0; index < 2000; index++)
        {
            presence.Visit(Guid.NewGuid(), Eve, beats: true);
            _clock.Advance(TimeSpan.FromSeconds(0.2));
        }

        presence.Visit(_draft, Eve, beats: true).Should().HaveCount(1, "ana's page is still open");
    }
}
