using System.Text;

namespace PhysicalAiTracker.Web.Cli;

/// <summary>What a verb reads from and writes to: answers to <paramref name="Out"/>, questions and reasons to <paramref name="Error"/>.</summary>
/// <param name="Interactive">Whether somebody can be asked.</param>
public sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool Interactive)
{
    public static Terminal OfProcess() => new(Console.In, Console.Out, Console.Error, !Console.IsInputRedirected);

    /// <summary>Asks for a secret and shows nothing of it.</summary>
    public string AskSecret(string question)
    {
        Error.Write($"{question}: ");
        var secret = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                secret.Length = Math.Max(0, secret.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                secret.Append(key.KeyChar);
            }
        }

        Error.WriteLine();
        return secret.ToString();
    }
}
