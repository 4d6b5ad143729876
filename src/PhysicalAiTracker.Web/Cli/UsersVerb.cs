using System.CommandLine;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.Invitations;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Cli;

/// <summary><c>users</c>: accounts are made and looked after here, so that a fresh installation has none that anybody knows.</summary>
internal static class UsersVerb
{
    public static Command Create(VerbHost host) => new("users", "Look after accounts.")
    {
        Add(host),
        Invite(host),
        List(host),
        Disable(host, "disable", "Keep an account from signing in, end its sessions and revoke its keys.", disabled: true),
        Disable(host, "enable", "Let a disabled account sign in again.", disabled: false),
        ResetPassword(host),
        ResetSecondFactor(host),
        KeysVerb.Create(host),
    };

    private static Command Add(VerbHost host)
    {
        var name = Name();
        var role = Role();
        var email = new Option<string?>("--email") { Description = "E-mail address, for people to know whose account it is." };
        var password = new PasswordOptions();
        var verb = new Command("add", "Add an account; asks for its password.") { name, role, email, password.FromInput, password.Generate };
        verb.SetAction((parsed, cancellation) =>
        {
            var choice = password.Of(parsed, host.Terminal);
            return host.RunAsync(
                async (services, token) =>
                {
                    var secret = choice.Read();
                    Check(await services.GetRequiredService<AccountCommands>().AddAsync(
                        parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), parsed.GetValue(email), secret, token));
                    await host.Terminal.Out.WriteLineAsync($"Added {parsed.GetValue(name)}, {parsed.GetValue(role)}.");
                    await choice.TellAsync(secret);
                },
                cancellation);
        });
        return verb;
    }

    private static Command Invite(VerbHost host)
    {
        var role = Role();
        var email = new Option<string?>("--email") { Description = "Gets the link where e-mail is configured, and becomes the account's address." };
        var verb = new Command("invite", "Make an invitation and print its link once: whoever has it makes an account.") { role, email };
        verb.SetAction((parsed, cancellation) => host.RunAsync(
            async (services, token) =>
            {
                var made = await services.GetRequiredService<InvitationCommands>().MakeAsync(parsed.GetRequiredValue(role), parsed.GetValue(email), Actor.CommandLine, token);
                if (made.Token is not { } secret)
                {
                    throw new JobFailedException(string.Join('\n', made.Problems));
                }

                var options = services.GetRequiredService<TrackerSettings>().Accounts;
                await host.Terminal.Out.WriteLineAsync(options.Link(InvitationCommands.Path + secret.Text));
                await host.Terminal.Error.WriteLineAsync(
                    $"It works once, until {made.ExpiresAt:yyyy-MM-dd HH:mm} UTC.{(made.Mailed ? " An e-mail with it is on its way." : "")}"
                    + (options.Address.Length == 0 ? " Put this site's address in front of it, or set Accounts:Address." : ""));
            },
            cancellation));
        return verb;
    }

    private static Command List(VerbHost host)
    {
        var verb = new Command("list", "List all accounts.");
        verb.SetAction((_, cancellation) => host.RunAsync(
            async (services, token) =>
            {
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                await host.Terminal.Out.WriteLineAsync($"{"name",-24}{"role",-14}{"state",-10}{"since",-12}e-mail");
                foreach (var account in await services.GetRequiredService<AccountQueries>().ListAsync(token))
                {
                    var state = account.Disabled ? "disabled" : account.LockedUntil > now ? "locked" : "active";
                    await host.Terminal.Out.WriteLineAsync($"{account.Name,-24}{account.Role,-14}{state,-10}{account.CreatedAt,-12:yyyy-MM-dd}{account.Email}".TrimEnd());
                }
            },
            cancellation));
        return verb;
    }

    private static Command Disable(VerbHost host, string word, string description, bool disabled)
    {
        var name = Name();
        var verb = new Command(word, description) { name };
        verb.SetAction((parsed, cancellation) => host.RunAsync(
            async (services, token) =>
            {
                Check(await services.GetRequiredService<AccountCommands>().SetDisabledAsync(parsed.GetRequiredValue(name), disabled, cancellation: token));
                await host.Terminal.Out.WriteLineAsync($"{(disabled ? "Disabled" : "Enabled")} {parsed.GetValue(name)}.");
            },
            cancellation));
        return verb;
    }

    private static Command ResetPassword(VerbHost host)
    {
        var name = Name();
        var password = new PasswordOptions();
        var verb = new Command("reset-password", "Set a new password, end all sessions, and unlock the account.") { name, password.FromInput, password.Generate };
        verb.SetAction((parsed, cancellation) =>
        {
            var choice = password.Of(parsed, host.Terminal);
            return host.RunAsync(
                async (services, token) =>
                {
                    var secret = choice.Read();
                    Check(await services.GetRequiredService<AccountCommands>().ResetPasswordAsync(parsed.GetRequiredValue(name), secret, token));
                    await host.Terminal.Out.WriteLineAsync($"Reset the password of {parsed.GetValue(name)}.");
                    await choice.TellAsync(secret);
                },
                cancellation);
        });
        return verb;
    }

    private static Command ResetSecondFactor(VerbHost host)
    {
        var name = Name();
        var verb = new Command("reset-second-factor", "Take the second factor off an account whose owner lost it; ends all sessions.") { name };
        verb.SetAction((parsed, cancellation) => host.RunAsync(
            async (services, token) =>
            {
                Check(await services.GetRequiredService<AccountCommands>().ResetSecondFactorAsync(parsed.GetRequiredValue(name), cancellation: token));
                await host.Terminal.Out.WriteLineAsync($"Took the second factor off {parsed.GetValue(name)}.");
            },
            cancellation));
        return verb;
    }

    private static Option<string> Role()
    {
        var role = new Option<string>("--role") { Description = $"What the account may do, from the least to the most: {string.Join(", ", Roles.All)}.", Required = true };
        role.AcceptOnlyFromAmong([.. Roles.All]);
        return role;
    }

    private static Argument<string> Name() => new("name") { Description = "User name: letters, digits and -._@+." };

    private static void Check(AccountOutcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new JobFailedException(string.Join('\n', outcome.Problems));
        }
    }
}
