using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>The currencies of ISO 4217 with the digits of their minor unit, and the signs and names the press uses.</summary>
public static class Currencies
{
    private const string TwoDigits =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP "
        + "COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR "
        + "IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN "
        + "NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN "
        + "SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";

    private const string NoDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    private const string ThreeDigits = "BHD IQD JOD KWD LYD OMR TND";
    private const string FourDigits = "CLF UYW";

    /// <summary>Replaced in 2023–2026; disclosures of the years before are in them.</summary>
    private const string LatelyReplaced = "ANG BGN HRK";

    private static readonly FrozenDictionary<string, int> MinorDigits = Table(TwoDigits, 2)
        .Concat(Table(NoDigits, 0)).Concat(Table(ThreeDigits, 3)).Concat(Table(FourDigits, 4)).Concat(Table(LatelyReplaced, 2))
        .ToFrozenDictionary(pair => pair.Code, pair => pair.Digits);

    /// <summary>
    /// Longest first where one begins with another. The first code is meant where nothing else is said;
    /// an empty one means that the sign alone does not tell.
    /// </summary>
    internal static readonly (string Sign, string Code)[] Signs =
    [
        ("US$", "USD"), ("AU$", "AUD"), ("A$", "AUD"), ("CA$", "CAD"), ("C$", "CAD"), ("HK$", "HKD"), ("NT$", "TWD"),
        ("NZ$", "NZD"), ("S$", "SGD"), ("R$", "BRL"), ("CN¥", "CNY"), ("JP¥", "JPY"), ("$", "USD"), ("€", "EUR"),
        ("£", "GBP"), ("₹", "INR"), ("₩", "KRW"), ("₪", "ILS"), ("₺", "TRY"), ("¥", ""), ("￥", ""),
    ];

    internal static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["dollar"] = "USD", ["dollars"] = "USD", ["euro"] = "EUR", ["euros"] = "EUR", ["pounds"] = "GBP", ["yen"] = "JPY",
        ["yuan"] = "CNY", ["renminbi"] = "CNY", ["rmb"] = "CNY", ["rupees"] = "INR", ["francs"] = "CHF",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>All codes, in alphabetical order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. MinorDigits.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether it is a code, in upper case.</summary>
    public static bool IsKnown([NotNullWhen(true)] string? code) => code is not null && MinorDigits.ContainsKey(code);

    /// <summary>Decimal digits of the minor unit: 2 for USD, 0 for JPY.</summary>
    /// <exception cref="KeyNotFoundException">Unknown code.</exception>
    public static int DigitsOf(string code) => MinorDigits[code];

    /// <summary>The sign to show before an amount where every reader knows it; otherwise null, and the code is shown.</summary>
    internal static string? DisplaySign(string code) => code switch { "USD" => "$", "EUR" => "€", "GBP" => "£", _ => null };

    private static IEnumerable<(string Code, int Digits)> Table(string codes, int digits) =>
        codes.Split(' ').Select(code => (code, digits));
}
