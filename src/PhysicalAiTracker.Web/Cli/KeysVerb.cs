using System.CommandLine;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Cli;

/// <summary><c>users keys</c>: for the operator who has to know or end them.</summary>
internal static class KeysVerb
{
    public static Command Create(VerbHost host) => new("keys", "Look after API keys.") { List(host), Revoke(host) };

    private static Command List(VerbHost host)
    {
        var name = new Argument<string?>("name") { Description = "The account; all accounts when left out.", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Command("list", "List API keys, without the keys.") { name };
        verb.SetAction((parsed, cancellation) => host.RunAsync(
            async (services, token) =>
            {
                await host.Terminal.Out.WriteLineAsync($"{"key",-13}{"owner",-20}{"state",-9}{"may",-24}{"expires",-12}{"last use",-18}name");
                foreach (var key in await services.GetRequiredService<ApiKeyQueries>().ListAllAsync(parsed.GetValue(name), token))
                {
                    var scopes = string.Join(", ", key.Scopes.Select(scope => Words.Of(scope)));
                    var used = key.LastUsedAt is { } at ? $"{at:yyyy-MM-dd HH:mm}" : "never";
                    await host.Terminal.Out.WriteLineAsync($"{key.Prefix,-13}{key.Owner,-20}{Words.Of(key.State),-9}{scopes,-24}{key.ExpiresAt,-12:yyyy-MM-dd}{used,-18}{key.Name}");
                }
            },
            cancellation));
        return verb;
    }

    private static Command Revoke(VerbHost host)
    {
        var start = new Argument<string>("key") { Description = "The visible beginning, as in pat_ab12cd." };
        var verb = new Command("revoke", "Revoke an API key at once.") { start };
        verb.SetAction((parsed, cancellation) => host.RunAsync(
            async (services, token) =>
            {
                var given = parsed.GetRequiredValue(start);
                if (!await services.GetRequiredService<ApiKeyCommands>().RevokeAsync(given, Actor.CommandLine, token))
                {
                    throw new JobFailedException("No key in use begins so.");
                }

                await host.Terminal.Out.WriteLineAsync("Revoked.");
            },
            cancellation));
        return verb;
    }
}
