using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Proposals;

/// <summary>A party that the tracker has, as a text may name it.</summary>
/// <param name="Key">Its name or alias normalised, or its slug.</param>
/// <param name="Kind">The word of its kind.</param>
internal sealed record KnownParty(string Key, string Slug, string Name, string Kind);

/// <summary>A party that a text names.</summary>
/// <param name="typed">What a form takes for it: the slug of a known party, <c>#ref</c> of a new one.</param>
internal sealed class Party(string name, string typed, bool isKnown, Item first)
{
    public string Name { get; } = name;

    public string Typed { get; } = typed;

    public bool IsKnown { get; } = isKnown;

    /// <summary>Where the text names it first.</summary>
    public Item First { get; } = first;

    /// <summary>The word of its kind; null while nothing tells.</summary>
    public string? Kind { get; set; }

    public bool MayBe(string kind) => Kind is null || Kind == kind;
}

/// <summary>Who the names of a text are: known parties by name or alias, others by what their names and the words around them tell.</summary>
internal sealed class PartyBook
{
    public const string Company = "company";
    public const string Person = "person";
    public const string Firm = "investment-firm";

    private readonly ILookup<string, KnownParty> _known;
    private readonly Dictionary<string, Party?> _parties = [];
    private readonly Dictionary<string, string> _longer = [];

    public PartyBook(IEnumerable<Sentence> sentences, IEnumerable<KnownParty> known)
    {
        _known = known.ToLookup(party => party.Key);
        var names = sentences.SelectMany(sentence => sentence.Items).Where(item => item.Kind == ItemKind.Name).Select(item => item.Value).Distinct().ToList();
        foreach (var shorter in names.Where(name => !name.Contains(' ', StringComparison.Ordinal) && !_known.Contains(NameKey.Of(name))))
        {
            var longer = names.Where(name => name.Length > shorter.Length && Abbreviates(shorter, name)).Take(2).ToList();
            if (longer.Count == 1)
            {
                _longer[shorter] = longer[0];
            }
        }
    }

    /// <summary>The names to look up in the database, normalised, at most a thousand.</summary>
    public static IReadOnlyList<string> Keys(IEnumerable<Sentence> sentences) =>
        [.. sentences.SelectMany(sentence => sentence.Items).Where(item => item.Kind == ItemKind.Name).Select(item => NameKey.Of(item.Value)).Where(key => key.Length > 0).Distinct().Take(1000)];

    /// <summary>The party that a name means; null where it may mean several.</summary>
    public Party? Of(Item name)
    {
        if (name.Kind != ItemKind.Name)
        {
            return null;
        }

        var whole = _longer.GetValueOrDefault(name.Value, name.Value);
        var key = NameKey.Of(whole);
        if (!_parties.TryGetValue(key, out var party))
        {
            party = _parties[key] = Make(whole, key, name);
        }

        return party;
    }

    /// <summary>"Acme" stands for "Acme Robotics", "Lovelace" for "Ada Lovelace".</summary>
    private static bool Abbreviates(string shorter, string longer)
    {
        var words = longer.Split(' ');
        var given = NameCues.GivenNames.Contains(words[0].ToLowerInvariant());
        return words.Length == 2 && (given ? words[1] == shorter : words[0] == shorter && !NameCues.Divisions.Contains(words[1].ToLowerInvariant()) && !NameCues.KnownCompanies.Contains(shorter.ToLowerInvariant()));
    }

    private Party? Make(string name, string key, Item first)
    {
        var known = _known[key].Concat(_known[Slug.From(name) ?? key]).DistinctBy(party => party.Slug).ToList();
        var isSlug = known.Find(party => party.Slug == Slug.From(name));
        if (known.Count > 1 && isSlug is null)
        {
            return null;
        }

        if (known.Count > 0)
        {
            var one = isSlug ?? known[0];
            return new Party(one.Name, one.Slug, isKnown: true, first) { Kind = one.Kind };
        }

        return Slug.From(name) is not { } slug || name.Length > Parties.Party.NameLength ? null
            : new Party(name, "#" + (slug.Length > 60 ? slug[..60] : slug), isKnown: false, first) { Kind = KindOf(name) };
    }

    /// <summary>What a name tells of its bearer; null where it tells nothing.</summary>
    private static string? KindOf(string name)
    {
        var lower = name.ToLowerInvariant();
        var words = lower.Split(' ', '-');
        return NameCues.KnownPublicBodies.Contains(lower) ? "public-body"
            : NameCues.KnownCompanies.Contains(lower) ? Company
            : NameCues.KnownInvestors.Contains(lower) || words.Skip(1).Any(NameCues.InvestmentFirms.Contains) || (words.Length > 1 && NameCues.KnownInvestors.Contains(words[0])) ? Firm
            : words.Any(NameCues.PublicBodies.Contains) ? "public-body"
            : words.Skip(1).Any(NameCues.Companies.Contains) || words[0].Skip(1).Any(char.IsAsciiDigit) ? Company
            : words.Length is 2 or 3 && NameCues.GivenNames.Contains(words[0]) ? Person
            : null;
    }
}
