using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("river candle orbit mint")]
    [InlineData("x7#Kq!w2Zp_9")]
    [InlineData("der Apfel fällt nicht weit")]
    [InlineData("静かな湖畔の森の影から今日も")]
    public void Accepts_what_takes_long_to_guess(string password) => Problems(password).Should().BeEmpty();

    [Fact]
    public void Accepts_every_generated_one() =>
        Enumerable.Range(0, 200).Select(_ => GeneratedPassword.Create()).Should().OnlyHaveUniqueItems().And.OnlyContain(p => Problems(p).Count == 0);

    [Theory]
    [InlineData("x7#Kq!w2Zp_", "11")]
    [InlineData("", "0")]
    public void Refuses_what_is_too_short_and_says_how_long_it_is(string password, string length) =>
        Problems(password).Should().Contain(problem => problem.Contains($"12 to 128 characters; this one has {length}"));

    [Fact]
    public void Counts_characters_as_people_do_and_refuses_more_than_128()
    {
        var ok = string.Concat(Enumerable.Range(0, 128).Select(i => char.ConvertFromUtf32(0x1F400 + (i * 7 % 61))));
        Problems(ok).Should().BeEmpty();
        Problems(ok + "x").Should().ContainSingle().Which.Should().Contain("129");
    }

    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("x7#Kqx7#Kqx7#Kq")]
    [InlineData("x7#Kqx7#Kqx7#")]
    public void Refuses_repetitions(string password) => Problems(password).Should().ContainSingle().Which.Should().Contain("repeat");

    [Theory]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop12")]
    [InlineData("QWERTZUIOPAS")]
    [InlineData("abcdefghijkl")]
    [InlineData("lkjihgfedcba")]
    [InlineData("aaaabbbbcccc")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("Password2026!")]
    [InlineData("P@ssw0rd1234")]
    [InlineData("iloveyou1234567")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("Welcome-Admin")]
    public void Refuses_what_is_tried_first(string password) => Problems(password).Should().ContainSingle().Which.Should().Contain("easy to guess");

    [Theory]
    [InlineData("candle ana.lopez orbit", "user name")]
    [InlineData("candle Ana Lopez orbit", "user name")]
    [InlineData("candle alopez9 orbit", "e-mail")]
    [InlineData("my-physical-AI-tracker!", "this site")]
    public void Refuses_the_names_that_everybody_knows(string password, string which) =>
        PasswordRules.Problems(password, "ana.lopez", "alopez9@example.org").Should().ContainSingle().Which.Should().Contain(which);

    [Fact]
    public void Does_not_look_for_names_of_two_letters() => PasswordRules.Problems("x7#Kq!al_2Zp_9", "al", null).Should().BeEmpty();

    private static IReadOnlyList<string> Problems(string password) => PasswordRules.Problems(password, "ana.lopez", null);
}
