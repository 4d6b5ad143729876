namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>
/// Hashes by which a party is found: of two names that <see cref="NameMatcher"/> finds alike, at least one is the same, so that only names
/// with a hash in common are compared.
/// </summary>
internal static class NameHashes
{
    /// <summary>Letters of a long name that are tried without one of them.</summary>
    private const int LongestSlip = 24;

    /// <summary>What a party is stored with.</summary>
    /// <param name="person">Whether it is, or may be, a person.</param>
    public static IEnumerable<long> Of(NameForm form, bool person) => Spelt(form, person).Concat(Briefs(form).Append(form.Numeronym).OfType<string>().Select(brief => Hash('a', brief)));

    /// <summary>
    /// What to look for among what others are stored with. Thousands of long names have the same first letter, last letter and length, which makes none of them
    /// like another: a name is not looked for by its numeronym, but by who is called so.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static IEnumerable<long> Sought(NameForm form, bool person)
    {
        var text = form.Compact;
        if (form.Numeronym is not { } numeronym || text.Length > LongestSlip || !text.All(char.IsAsciiLetterOrDigit))
        {
            // Two names with one letter replaced may have nothing else in common.
            return Of(form, person);
        }

        // Where a name begins with one letter twice, or another would but for a slip, the one without it is not among those stored.
        var same = text.TakeWhile(letter => letter == text[0]).Count();
        return Spelt(form, person)
            .Concat(Briefs(form).Select(brief => Hash('a', brief)))
            .Append(Hash('c', numeronym))
            .Concat(same > 1 ? [Hash('e', text[1..])] : [])
            .Concat(same < text.Length ? [Hash('e', $"{text[..same]}{text[0]}{text[(same + 1)..]}")] : []);
    }

    /// <summary>Of the address of a website; null of hosts that many share.</summary>
    public static long? OfHost(string? host) => host is null ? null : Hash('w', host);

    private static IEnumerable<long> Spelt(NameForm form, bool person)
    {
        yield return Hash('b', form.BareCompact);
        yield return Hash('c', form.Compact);
        yield return Hash('o', form.Sorted);
        if (person && form.Words is [{ Length: > 0 } first, .., var last])
        {
            yield return Hash('p', $"{last} {first[..Math.Min(3, first.Length)]}");
        }

        foreach (var without in Slips(form))
        {
            yield return Hash('e', without);
        }
    }

    /// <summary>Short for it, but the numeronym.</summary>
    private static IEnumerable<string> Briefs(NameForm form) =>
        new[] { NameForm.Initials(form.Core), NameForm.Initials(form.Words), form.IsAcronym ? form.Core[0] : null, form.Core.Count == 1 && form.Numbers.Length > 0 ? form.Core[0] : null }.OfType<string>();

    /// <summary>The name itself, and without each of its letters; two names one slip apart have one of these in common.</summary>
    private static IEnumerable<string> Slips(NameForm form)
    {
        var text = form.Compact;
        if (text.Length < 5 || text.Length > LongestSlip)
        {
            yield break;
        }

        yield return text;
        for (var at = 1; at < text.Length; at++)
        {
            if (char.IsLetter(text[at]) && text[at] != text[at - 1])
            {
                yield return text.Remove(at, 1);
            }
        }
    }

    /// <summary>FNV-1a (Fowler, Noll and Vo), signed as databases store it.</summary>
    private static long Hash(char kind, string text)
    {
        const ulong Prime = 1099511628211;
        var hash = unchecked((14695981039346656037UL ^ kind) * Prime);
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * Prime);
        }

        return unchecked((long)hash);
    }
}
