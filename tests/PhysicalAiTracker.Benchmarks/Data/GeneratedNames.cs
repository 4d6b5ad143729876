namespace PhysicalAiTracker.Benchmarks.Data;

/// <summary>Names that nobody has, each once, in no order.</summary>
internal static class GeneratedNames
{
    private const string Syllables =
        "ba co di fu ga hel ir jo ka lum mi nor ol per qui ro sta tel un vex wa xen yor zim bra clo dre flu gri hos ith jem kra len mos nid orb pla ras syn";

    private static readonly string[] Parts = Syllables.Split(' ');

    private static readonly string[] Companies = "Robotics,Dynamics,Motion,Machines,Automation,Intelligence,Works,Systems".Split(',');

    private static readonly string[] Investors = "Capital,Ventures,Partners,Holdings,Growth".Split(',');

    /// <summary>A prime that 40³ is no multiple of, so that neighbours have names far apart.</summary>
    private const int Stride = 27_103;

    public static string OfCompany(int number) => $"{Word(number)} {Companies[number % Companies.Length]}";

    public static string OfInvestor(int number) => $"{Word(number)} {Investors[number % Investors.Length]}";

    private static string Word(int number)
    {
        var all = Parts.Length * Parts.Length * Parts.Length;
        var place = (int)((long)number * Stride % all);
        var word = Parts[place % Parts.Length] + Parts[place / Parts.Length % Parts.Length] + Parts[place / (Parts.Length * Parts.Length)];
        return char.ToUpperInvariant(word[0]) + word[1..] + (number < all ? "" : $" {number / all + 1}");
    }
}
