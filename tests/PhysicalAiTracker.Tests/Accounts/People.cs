using System.Net;
using System.Text.RegularExpressions;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.SecondFactor;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts;

/// <summary>What people do with their accounts, through the pages.</summary>
internal static partial class People
{
    /// <summary>Sets a second factor up with the code of now.</summary>
    /// <returns>The authenticator's key, and the recovery codes that were shown.</returns>
    public static async Task<(byte[] Key, IReadOnlyList<string> Codes)> SetUpSecondFactorAsync(this Visitor visitor, TestClock clock)
    {
        var page = await visitor.Client.GetStringAsync("/account/second-factor");
        var key = Base32.Parse(Key().Match(page).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal));
        var answer = await visitor.PostFormAsync("/account/second-factor", ("do", "confirm"), ("code", CodeOf(key, clock)));
        var codes = RecoveryCode().Matches(await answer.Content.ReadAsStringAsync()).Select(match => match.Groups["code"].Value).ToList();
        codes.Should().HaveCount(SecondFactorCommands.RecoveryCodes);
        return (key, codes);
    }

    public static string CodeOf(byte[] key, TestClock clock) => Totp.CodeAt(key, clock.GetUtcNow().ToUnixTimeSeconds() / Totp.Period);

    /// <summary>Gives name, password and a code; the answer to the code.</summary>
    public static async Task<HttpResponseMessage> SignInWithAsync(this Visitor visitor, string name, string code)
    {
        var answer = await visitor.SignInAsync(name);
        answer.Headers.Location?.OriginalString.Should().StartWith("/account/sign-in/code");
        return await visitor.PostFormAsync("/account/sign-in/code", ("code", code));
    }

    /// <summary>Makes an API key on the page.</summary>
    /// <returns>The key that was shown.</returns>
    public static async Task<string> MakeKeyAsync(this Visitor visitor, string name = "script", int days = 30, params string[] scopes)
    {
        var page = await (await visitor.PostKeyAsync(name, days, scopes)).Content.ReadAsStringAsync();
        return Token().Match(page).Groups["token"].Value;
    }

    public static Task<HttpResponseMessage> PostKeyAsync(this Visitor visitor, string name, int days, params string[] scopes) => visitor.PostFormAsync(
        "/account/keys",
        [("name", name), ("days", $"{days}"), ("password", Visitor.Password), .. scopes.Select(scope => ("scope", scope))]);

    /// <summary>Invites as an admin on the page.</summary>
    /// <returns>The path of the link that was shown.</returns>
    public static async Task<string> InviteAsync(this Visitor admin, string role = Roles.Analyst, string email = "")
    {
        var answer = await admin.PostFormAsync("/admin/accounts", ("role", role), ("email", email));
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        var link = Token().Match(await answer.Content.ReadAsStringAsync()).Groups["token"].Value;
        link.Should().StartWith("http://localhost/account/invitation?token=inv_");
        return new Uri(link).PathAndQuery;
    }

    public static Task<HttpResponseMessage> TakeInvitationAsync(this Visitor visitor, string path, string name, string password = Visitor.Password) =>
        visitor.PostFormAsync(path, "/account/invitation", InvitationFields(path, name, password));

    /// <summary>What somebody sends who takes an invitation.</summary>
    public static (string Name, string Value)[] InvitationFields(string path, string name, string password = Visitor.Password) =>
        [("token", path.Split('=')[1]), ("name", name), ("password", password), ("again", password)];

    /// <summary>A program that sends a key, and keeps no cookie.</summary>
    public static HttpClient Program(this TrackerApp app, string key)
    {
        var client = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    [GeneratedRegex("<code class=\"secret\">(?<key>[A-Z2-7 ]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>(?<code>[a-z2-9-]+)</code></li>")]
    private static partial Regex RecoveryCode();

    [GeneratedRegex("<code class=\"secret\">(?<token>[^<]+)</code>")]
    private static partial Regex Token();
}
