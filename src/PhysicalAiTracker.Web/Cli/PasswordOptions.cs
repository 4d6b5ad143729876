using System.CommandLine;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Cli;

/// <summary>Where a verb takes a password from. Never from an argument, which the whole machine and the shell's history could read.</summary>
internal sealed class PasswordOptions
{
    public Option<bool> FromInput { get; } = new("--password-stdin") { Description = "Read the password from the first line of standard input." };

    public Option<bool> Generate { get; } = new("--generate") { Description = "Make a password and print it once." };

    /// <exception cref="WrongUseException">Both are given, or neither and nobody can be asked.</exception>
    public PasswordChoice Of(ParseResult parsed, Terminal terminal)
    {
        var (input, generate) = (parsed.GetValue(FromInput), parsed.GetValue(Generate));
        return (input, generate) switch
        {
            (true, true) => throw new WrongUseException("Give either --password-stdin or --generate."),
            (false, false) when !terminal.Interactive => throw new WrongUseException("Nobody can be asked for the password here: give --password-stdin or --generate."),
            _ => new PasswordChoice(input, generate, terminal),
        };
    }
}

/// <summary>How this password comes about.</summary>
internal sealed record PasswordChoice(bool FromInput, bool Generated, Terminal Terminal)
{
    /// <exception cref="JobFailedException">There is no input, or the second time something else was typed.</exception>
    public string Read()
    {
        if (Generated)
        {
            return GeneratedPassword.Create();
        }

        if (FromInput)
        {
            return Terminal.In.ReadLine() ?? throw new JobFailedException("Standard input holds no password.");
        }

        var password = Terminal.AskSecret("Password");
        return Terminal.AskSecret("The same again") == password ? password : throw new JobFailedException("The two passwords differ.");
    }

    /// <summary>A generated password is shown this once.</summary>
    public Task TellAsync(string password) => Generated ? Terminal.Out.WriteLineAsync($"Password: {password}") : Task.CompletedTask;
}
