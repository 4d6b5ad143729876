using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Pages.About;

/// <summary>A word and what the tracker means by it.</summary>
public sealed record Term(string Word, string Meaning);

/// <summary>The words of one enumeration, in its order.</summary>
/// <param name="Id">Fragment of the address that leads to them.</param>
/// <param name="Note">What they are for, as a sentence.</param>
/// <param name="Sign">Class of the signs that stand for the words elsewhere; null where they have none.</param>
public sealed record Vocabulary(string Id, string Title, string Note, IReadOnlyList<Term> Terms, string? Sign = null)
{
    /// <summary>Class attribute that shows a word with its sign.</summary>
    public string? SignOf(Term term) => Sign is null ? null : $"{Sign} {term.Word}";

    /// <summary>Of the words of an enumeration. The compiler refuses a <paramref name="meaning"/> that forgets one.</summary>
    public static Vocabulary Of<TEnum>(string id, string title, string note, Func<TEnum, string> meaning, string? sign = null)
        where TEnum : struct, Enum =>
        new(id, title, note, [.. Words.All<TEnum>().Select(word => new Term(word, meaning(Words.Parse<TEnum>(word))))], sign);
}

/// <summary>Every word that the tracker uses in a fixed sense.</summary>
public static class Glossary
{
    /// <summary>In the order of the page about the method.</summary>
    public static IReadOnlyList<(string Id, string Title, IReadOnlyList<Vocabulary> Vocabularies)> Parts { get; } =
    [
        ("records", "Records and their history", GlossaryOfRecords.All),
        ("evidence", "Sources and evidence", GlossaryOfEvidence.All),
        ("architecture", "Architecture claims", GlossaryOfArchitecture.All),
        ("money", "Funding rounds and deals", GlossaryOfMoney.All),
        ("others", "Parties, measurements, questions", GlossaryOfParties.All),
        ("insights", "Insights", GlossaryOfInsights.All),
        ("work", "Review, accounts and keys", GlossaryOfWork.All),
    ];
}
