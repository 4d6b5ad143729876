using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Tests.Cli;

public sealed class AccountVerbTests
{
    [Fact]
    public async Task Invite_prints_a_link_once_and_keeps_its_hash_only()
    {
        using var terminal = new TestTerminal();

        var invited = await terminal.RunAsync("users", "invite", "--role", Roles.Reviewer, "--Accounts:Address=https://tracker.example.org/");

        invited.Code.Should().Be(0);
        invited.Out.Should().MatchRegex(@"^https://tracker\.example\.org/account/invitation\?token=inv_[a-z2-9]{52}\n$");
        invited.Error.Should().Contain("It works once, until").And.NotContain("Accounts:Address");
        Directory.EnumerateFiles(terminal.Data).Where(file => File.ReadAllText(file).Contains(invited.Out.Trim().Split('=')[1])).Should().BeEmpty();
    }

    [Fact]
    public async Task Invite_says_what_the_link_lacks()
    {
        using var terminal = new TestTerminal();

        var invited = await terminal.RunAsync("users", "invite", "--role", Roles.Analyst);

        invited.Out.Should().StartWith("/account/invitation?token=inv_");
        invited.Error.Should().Contain("Accounts:Address");
        (await terminal.RunAsync("users", "invite", "--role", Roles.Analyst, "--email", "nobody")).Should().Match<TestTerminal.Answer>(answer => answer.Code == 1 && answer.Error.Contains("e-mail"));
    }

    [Fact]
    public async Task Keys_are_listed_for_operators_and_an_unknown_one_exits_1()
    {
        using var terminal = new TestTerminal();

        (await terminal.RunAsync("users", "keys", "list")).Out.Should().MatchRegex("^key +owner +state");
        (await terminal.RunAsync("users", "keys", "revoke", "pat_nobody")).Should().Be(new TestTerminal.Answer(1, "", "No key in use begins so.\n"));
    }

    [Fact]
    public async Task A_second_factor_that_is_not_there_exits_1()
    {
        using var terminal = new TestTerminal();
        await terminal.RunAsync("users", "add", "ana", "--role", Roles.Analyst, "--generate");

        (await terminal.RunAsync("users", "reset-second-factor", "ana")).Should().Be(new TestTerminal.Answer(1, "", "“ana” has no second factor.\n"));
        (await terminal.RunAsync("users", "reset-second-factor", "nobody")).Error.Should().Contain("There is no account");
    }

    [Theory]
    [InlineData("Accounts:SecondFactorRoles", "admin, boss", "contributor, analyst, reviewer, admin")]
    [InlineData("Accounts:InvitationHours", "0", "1 to 720")]
    public async Task Wrong_settings_are_told(string setting, string value, string reason)
    {
        using var terminal = new TestTerminal();

        var answer = await terminal.RunAsync("users", "list", $"--{setting}={value}");

        (answer.Code, answer.Error.Contains(reason)).Should().Be((1, true), answer.Error);
    }
}
