namespace PhysicalAiTracker.Core.Shared;

/// <summary>How a source bounds a figure: "more than 120" is 120 with <see cref="MoreThan"/>.</summary>
public enum Qualifier
{
    Exactly,
    About,
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
}

/// <summary>The phrases by which people and the press write a <see cref="Qualifier"/>.</summary>
internal static class QualifierPhrases
{
    /// <summary>Longest first where one begins with another, so that "more than" is not read as "more".</summary>
    public static readonly (string Phrase, Qualifier Qualifier)[] Known =
    [
        ("no more than", Qualifier.AtMost), ("not more than", Qualifier.AtMost), ("no less than", Qualifier.AtLeast),
        ("not less than", Qualifier.AtLeast), ("no fewer than", Qualifier.AtLeast),
        ("more than", Qualifier.MoreThan), ("in excess of", Qualifier.MoreThan), ("over", Qualifier.MoreThan),
        ("above", Qualifier.MoreThan), ("at least", Qualifier.AtLeast), ("less than", Qualifier.LessThan),
        ("fewer than", Qualifier.LessThan), ("under", Qualifier.LessThan), ("below", Qualifier.LessThan),
        ("up to", Qualifier.AtMost), ("at most", Qualifier.AtMost),
        ("approximately", Qualifier.About), ("approx.", Qualifier.About), ("approx", Qualifier.About),
        ("about", Qualifier.About), ("around", Qualifier.About), ("roughly", Qualifier.About), ("nearly", Qualifier.About),
        ("almost", Qualifier.About), ("some", Qualifier.About), ("circa", Qualifier.About), ("exactly", Qualifier.Exactly),
        (">=", Qualifier.AtLeast), ("≥", Qualifier.AtLeast), ("<=", Qualifier.AtMost), ("≤", Qualifier.AtMost),
        (">", Qualifier.MoreThan), ("<", Qualifier.LessThan), ("~", Qualifier.About), ("≈", Qualifier.About),
    ];

    /// <summary>The phrase to put before a figure, with its space; empty for an exact one.</summary>
    public static string Before(Qualifier qualifier) => qualifier switch
    {
        Qualifier.About => "about ",
        Qualifier.MoreThan => "more than ",
        Qualifier.AtLeast => "at least ",
        Qualifier.LessThan => "less than ",
        Qualifier.AtMost => "up to ",
        _ => "",
    };
}
