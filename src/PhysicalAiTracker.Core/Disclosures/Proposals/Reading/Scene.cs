using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

/// <summary>Who is spoken of, and by which words.</summary>
/// <param name="From">The first item of the phrase.</param>
/// <param name="Party">Who it is, also where a pronoun stands for it.</param>
internal sealed record Subject(Party Party, Item Item, int From);

/// <summary>A text as the rules see it: its sentences, its parties, and whom "it" means in each sentence.</summary>
internal sealed class Scene
{
    private static readonly HashSet<string> CompanyNouns = ["company", "startup", "start-up", "firm", "group", "business", "maker", "developer", "manufacturer"];

    private static readonly HashSet<string> Skipped =
    [
        "has", "have", "had", "also", "just", "recently", "now", "today", "already", "quietly", "currently", "officially", "successfully", "yesterday", "on", "in", "since", "this", "week", "month", "then", "is", "was", "are", "were", "been", "will",
        "reportedly", "allegedly", "to", "be", "further", "have", "both", "still", "itself", "formally", "finally", "apparently", "be", "can", "only", "always", "typically", "normally", "usually", "has", "earlier", "morning", "may", "could", "might", "likely", "probably", "therefore",
    ];

    private static readonly HashSet<string> Speaking = ["said", "says", "announced", "announces", "confirmed", "confirms", "disclosed", "stated", "added", "told", "revealed", "wrote", "writes", "tells", "explains", "explained", "claims", "claimed", "adds"];

    private static readonly HashSet<string> RoleBefore = ["by", "from", "with", "including", "alongside", "at", "on", "and", "of", "for", "like", "to", "as"];

    private readonly Party?[] _topics;
    private readonly Dictionary<Party, int> _mentions;

    public Scene(ProposalSource source, IReadOnlyList<Sentence> sentences, PartyBook parties)
    {
        (Source, Sentences, Parties) = (source, sentences, parties);
        _topics = new Party?[sentences.Count];
        _mentions = sentences.Where(sentence => !sentence.IsHeading).SelectMany(sentence => sentence.Items).Where(item => item.Kind == ItemKind.Name).Select(parties.Of).OfType<Party>().CountBy(party => party).ToDictionary();
        Publisher = PublisherOf(source.Publisher);
        for (var i = 0; i < sentences.Count; i++)
        {
            _topics[i] = TopicOf(sentences[i]);
        }
    }

    public ProposalSource Source { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public PartyBook Parties { get; }

    /// <summary>The company that speaks as "we": the publisher, where the text names it.</summary>
    public Party? Publisher { get; }

    /// <summary>The company that the text names most often; null where two are named as often.</summary>
    public Party? Main
    {
        get
        {
            var most = _mentions.Where(mention => mention.Key.MayBe(PartyBook.Company)).OrderByDescending(mention => mention.Value).Take(2).ToList();
            return most.Count == 0 || (most.Count == 2 && most[0].Value == most[1].Value) ? null : most[0].Key;
        }
    }

    /// <summary>Who does what a verb says; null where nobody is named or it is unclear who.</summary>
    public Subject? SubjectOf(Sentence sentence, int verb)
    {
        var at = verb - 1;
        while (at >= 0 && (sentence[at].IsAny(Skipped) || sentence[at].Kind == ItemKind.Date || (sentence[at].Lower.EndsWith("ly", StringComparison.Ordinal) && sentence[at].Kind == ItemKind.Word)))
        {
            at--;
        }

        // "is said to have raised"
        if (at > 0 && sentence[at].Lower is "said" or "rumoured" or "rumored" or "believed" or "reported" or "thought" or "understood" && sentence[at - 1].Lower is "is" or "was" or "are" or "were")
        {
            at -= 2;
        }

        // "Acme of Berlin"
        if (at > 1 && sentence[at].Kind == ItemKind.Place && sentence[at - 1].Lower is "of" or "from" or "in")
        {
            at -= 2;
        }

        if (at >= 0 && sentence[at].Is(",") && Apposition(sentence, at) is { } before)
        {
            at = before;
        }

        if (at < 0)
        {
            return null;
        }

        // "Acme, which raised"
        if (sentence[at].Is("which") && at > 1 && sentence[at - 1].Is(",") && sentence[at - 2].Kind == ItemKind.Name)
        {
            at -= 2;
        }

        // "Acme is based in Berlin and employs": the subject of the sentence.
        if (sentence[at].Is("and") && Head(sentence, at) is { } head)
        {
            return head;
        }

        if (sentence[at].Kind == ItemKind.Name)
        {
            return IsListed(sentence, at) || Parties.Of(sentence[at]) is not { } party ? null : new Subject(party, sentence[at], at);
        }

        return Pronoun(sentence, at);
    }

    /// <summary>Who a name, "it" or "the company" at a position is.</summary>
    public Subject? PhraseAt(Sentence sentence, int at) =>
        sentence[at].Kind != ItemKind.Name ? Pronoun(sentence, at) : Parties.Of(sentence[at]) is { } party ? new Subject(party, sentence[at], at) : null;

    /// <summary>
    /// The company that "it" or "the company" means at the head of a sentence: the one that the sentence before speaks of. In another paragraph, or
    /// further on, it must be one that the text names more than once. Null where that is unclear.
    /// </summary>
    public Party? Antecedent(Sentence sentence)
    {
        var previous = sentence.Index - 1;
        while (previous >= 0 && Sentences[previous].IsHeading)
        {
            previous--;
        }

        if (previous < 0 || sentence.Paragraph - Sentences[previous].Paragraph > 1 || _topics[previous] is not { } topic)
        {
            return null;
        }

        var adjacent = sentence.Paragraph == Sentences[previous].Paragraph && Sentences[previous].Items.Any(item => item.Kind == ItemKind.Name && Parties.Of(item) == topic);
        return adjacent || _mentions.GetValueOrDefault(topic) > 1 ? topic : null;
    }

    /// <summary>The subject at the head of a sentence, for a second verb behind "and"; null where another may have come between.</summary>
    private Subject? Head(Sentence sentence, int and)
    {
        var last = sentence[0].Kind == ItemKind.Name || sentence[0].Is("it") || sentence[0].Is("we") ? 0 : sentence.Count > 1 && sentence[0].Is("the") && sentence[1].IsAny(CompanyNouns) ? 1 : -1;
        var between = sentence.Items.Skip(last + 1).Take(and - last - 1).ToList();
        return last < 0 || last + 1 >= and || sentence[last + 1].Kind != ItemKind.Word || sentence[last + 1].Lower is "and" or "or"
            || between.Exists(item => item.IsAny(Speaking) || item.IsAny(GateCues.Breaks) || item.Lower is "that" or "which" or "who" or "whose" or "after" or "before" or "when")
            ? null
            : PhraseAt(sentence, last);
    }

    /// <summary>From a comma before a verb back to the name that the phrase between commas describes.</summary>
    private static int? Apposition(Sentence sentence, int comma)
    {
        for (var at = comma - 1; at > 0 && comma - at < 25; at--)
        {
            if (sentence[at].Is(","))
            {
                // What stands between must describe: "a maker of …", "which …", "based in …", not be one more of a list.
                var opening = sentence[at + 1];
                return (sentence[at - 1].Kind == ItemKind.Name || sentence[at - 1].IsAny(CompanyNouns)) && (opening.Lower is "a" or "an" or "the" or "which" or "who" or "whose" or "based" or "founded" or "headquartered" or "maker" or "formerly" or "led" or "backed" or "known" or "one" || opening.Kind == ItemKind.Place)
                    ? at - 1
                    : null;
            }
        }

        return null;
    }

    /// <summary>"A and B raised": a figure of both is nobody's.</summary>
    private static bool IsListed(Sentence sentence, int at) =>
        at > 1 && ((sentence[at - 1].Lower is "and" or "or" or "&" && (sentence[at - 2].Kind == ItemKind.Name || sentence[at - 2].Is(","))) || (sentence[at - 1].Is(",") && sentence[at - 2].Kind == ItemKind.Name && at > 2 && sentence[at - 3].Lower is "and" or ","));

    private Subject? Pronoun(Sentence sentence, int at)
    {
        var item = sentence[at];
        if (item.Is("we") && !item.Quoted)
        {
            return Publisher is { } speaker ? new Subject(speaker, item, at) : null;
        }

        var from = item.Is("it") ? at : item.IsAny(CompanyNouns) && at > 0 && (sentence[at - 1].Is("the") || sentence[at - 1].Kind == ItemKind.Place || sentence[at - 1].Is("-based") || at > 1 && sentence[at - 2].Is("the")) ? at - 1 : -1;
        while (from > 0 && !item.Is("it") && !sentence[from].Is("the"))
        {
            from--;
        }

        if (from < 0 || !(item.Is("it") || sentence[from].Is("the")))
        {
            return null;
        }

        // "Acme said on Tuesday it had raised": the speaker. Otherwise whoever the sentence before spoke of.
        var said = from - 1;
        while (said >= 0 && (sentence[said].Kind == ItemKind.Date || sentence[said].Lower is "on" or "that" or "today" or "in" or "a" or "statement" or "release" or "blog" or "post" or "press"))
        {
            said--;
        }

        if (said >= 0 && sentence[said].IsAny(Speaking))
        {
            return SubjectOf(sentence, said) is { Party: var speaker } found && speaker.MayBe(PartyBook.Company) ? found with { From = found.From } : null;
        }

        if (Antecedent(sentence) is not { } party)
        {
            return null;
        }

        var named = sentence.Items.Take(from).Where(name => name.Kind == ItemKind.Name).ToList();
        return (named.Count == 0 && from <= 3) || (named.Count > 0 && named.TrueForAll(name => Parties.Of(name) == party)) ? new Subject(party, item, from) : null;
    }

    private Party? PublisherOf(string? publisher)
    {
        var key = NameKey.Of(publisher ?? "");
        var item = key.Length == 0 ? null : Sentences.SelectMany(sentence => sentence.Items).FirstOrDefault(item => item.Kind == ItemKind.Name && Parties.Of(item) is { } party && NameKey.Of(party.Name) == key);
        return item is null ? null : Parties.Of(item);
    }

    /// <summary>The one company that a sentence speaks of; the one before where it names none, nobody where it names several.</summary>
    private Party? TopicOf(Sentence sentence)
    {
        if (sentence.IsHeading)
        {
            return null;
        }

        var companies = new HashSet<Party>();
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Kind == ItemKind.Name && Parties.Of(sentence[i]) is { } party && party.MayBe(PartyBook.Company) && !(i > 0 && sentence[i - 1].IsAny(RoleBefore) && companies.Count > 0)
                && !(i > 0 && sentence[i - 1].Lower is "by" or "from" or "to" or "told"))
            {
                companies.Add(party);
            }
        }

        // "Bank advised the company": of two, or of one that was just called by its name.
        var before = Antecedent(sentence);
        var other = companies.Count == 1 && before is not null && !companies.Contains(before)
            && Enumerable.Range(1, Math.Max(0, sentence.Count - 1)).Any(i => sentence[i].IsAny(CompanyNouns) && sentence[i - 1].Is("the") && sentence.Items.Take(i).Any(item => item.Kind == ItemKind.Name));
        return other ? null : companies.Count switch { 1 => companies.First(), 0 => before ?? (sentence.Items.Any(i => i.Is("we")) ? Publisher : null), _ => null };
    }
}
