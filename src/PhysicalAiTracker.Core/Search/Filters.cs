using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search.Counting;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search;

/// <summary>The sorts of filter that the lists are made of.</summary>
internal static class Filters
{
    /// <summary>So many values of an open vocabulary are told to a caller who gave another one.</summary>
    private const int MostListed = 100;

    /// <summary>Any of some words of an enumeration.</summary>
    /// <param name="facet">Counts the words; null where a row's words cannot be counted so.</param>
    public static Filter<T> Word<T, TEnum>(string name, string description, Func<TEnum[], Expression<Func<T, bool>>> where, Facet<T>? facet = null)
        where TEnum : struct, Enum
    {
        var parameter = new Parameter(name, description, Words.All<TEnum>());
        return new Filter<T>([parameter], input => ValueTask.FromResult(ReadWords<TEnum>(input, parameter) is { } words ? where(words) : null))
        {
            Facets = facet is null ? [] : [facet],
            IsFixed = true,
        };
    }

    /// <summary>The same of a member of the row, which has one word or none.</summary>
    public static Filter<T> Word<T, TEnum>(string name, string description, Expression<Func<T, TEnum?>> member)
        where TEnum : struct, Enum
    {
        var parameter = new Parameter(name, description, Words.All<TEnum>());
        return new Filter<T>([parameter], input => ValueTask.FromResult(ReadWords<TEnum>(input, parameter) is { } words ? IsOneOf(member, words) : null))
        {
            Facets = [Facets.OfWord(name, member)],
            IsFixed = true,
            Column = new CountColumn<T>([Boxed(member)], _ => new WordColumn<TEnum>(parameter, values => values[0] is { } word ? Convert.ToInt32(word, CultureInfo.InvariantCulture) : null)),
        };
    }

    /// <summary>Words of an enumeration; null where none is given or one is wrong, which is reported.</summary>
    public static TEnum[]? ReadWords<TEnum>(FilterInput input, Parameter parameter)
        where TEnum : struct, Enum
    {
        var words = new List<TEnum>();
        var wrong = false;
        foreach (var text in input.Values(parameter.Name))
        {
            if (Words.TryParse<TEnum>(text, out var word))
            {
                words.Add(word);
            }
            else
            {
                wrong = true;
                input.Report(parameter, text);
            }
        }

        return wrong || words.Count == 0 ? null : [.. words];
    }

    /// <summary>Any of some parties, by slug (a former one too) or id.</summary>
    public static Filter<T> Party<T>(string name, string description, string example, Func<Guid[], Expression<Func<T, bool>>> where) =>
        Party<T>(name, description, example, (_, ids) => where(ids));

    /// <summary>
    /// The same where another table leads from the parties to the rows: to begin there takes as long as there are such rows, and to ask each row of the list
    /// whether one is among its own takes as long as the list.
    /// </summary>
    public static Filter<T> Party<T>(string name, string description, string example, Func<TrackerDbContext, Guid[], Expression<Func<T, bool>>> where)
    {
        var parameter = new Parameter(name, description, [], Example: example);
        return new Filter<T>([parameter], async input =>
        {
            var texts = input.Values(name);
            if (texts.Count == 0)
            {
                return null;
            }

            var ids = texts.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).ToArray();
            var found = await input.Db.Parties.Where(p => texts.Contains(p.Slug) || ids.Contains(p.Id)).Select(p => new { p.Id, p.Slug }).ToListAsync(input.Cancellation);
            found.AddRange(await input.Db.FormerSlugs.Where(s => s.Kind == RecordKind.Party && texts.Contains(s.Slug)).Select(s => new { Id = s.RecordId, s.Slug }).ToListAsync(input.Cancellation));
            foreach (var (text, id) in texts.Zip(ids).Where(pair => pair.Second != Guid.Empty && !found.Exists(p => p.Id == pair.Second)).ToList())
            {
                if (await Merged.FollowAsync(input.Db, id, input.Cancellation) is { } now)
                {
                    found.Add(new { Id = now, Slug = text });
                }
            }

            foreach (var text in texts.Where(text => !found.Exists(p => p.Slug == text || string.Equals(p.Id.ToString(), text, StringComparison.OrdinalIgnoreCase))))
            {
                input.Report(parameter, text, $"no party has the slug or id “{FilterInput.Shorten(text)}”");
            }

            return where(input.Db, [.. found.Select(p => p.Id).Distinct()]);
        });
    }

    /// <summary>Any of some values of an open vocabulary.</summary>
    /// <param name="known">The values that rows have: another one is a mistake, as a word that an enumeration lacks.</param>
    /// <param name="many">False where a value may have a comma.</param>
    public static Filter<T> Known<T>(
        string name,
        string description,
        string example,
        Func<TrackerDbContext, IQueryable<string?>> known,
        Func<string[], Expression<Func<T, bool>>> where,
        bool many = true,
        Facet<T>? facet = null)
    {
        var parameter = new Parameter(name, description, [], many, example);
        return new Filter<T>([parameter], async input =>
        {
            string[] texts = [.. input.Values(name)];
            var found = await known(input.Db).Where(value => texts.Contains(value)).Distinct().ToListAsync(input.Cancellation);
            if (texts.Except(found).ToList() is { Count: > 0 } unknown)
            {
                var some = await known(input.Db).Where(value => value != null).Distinct().OrderBy(value => value).Take(MostListed).ToListAsync(input.Cancellation);
                unknown.ForEach(text => input.Report(parameter with { Allowed = [.. some.Select(value => value!)] }, text!));
            }

            return where(texts);
        })
        { Facets = facet is null ? [] : [facet] };
    }

    /// <summary>US dollars from and to, both included.</summary>
    /// <param name="cents">The amount in US cents, where it is to be held in memory.</param>
    public static Filter<T> Usd<T>(string stem, string what, Func<long, long, Expression<Func<T, bool>>> where, Expression<Func<T, long?>>? cents = null)
    {
        var from = new Parameter($"{stem}UsdMin", $"Least {what} in US dollars; undisclosed ones do not match.", [], Many: false, Example: "1000000000", Negatable: false);
        var to = new Parameter($"{stem}UsdMax", $"Largest {what} in US dollars; undisclosed ones do not match.", [], Many: false, Example: "5000000000", Negatable: false);
        return Range([from, to], where, Ends, cents is null ? null : new CountColumn<T>([Boxed(cents)], _ => new UsdColumn(Ends)));

        (long Low, long High)? Ends(FilterInput input)
        {
            var low = ReadUsd(input, from);
            var high = ReadUsd(input, to);
            return low is null && high is null ? null : (low ?? 0, high ?? Money.MaxMinor);
        }
    }

    /// <param name="read">The ends given, of which one may be missing; null where both are.</param>
    private static Filter<T> Range<T, TEnd>(
        IReadOnlyList<Parameter> parameters, Func<TEnd, TEnd, Expression<Func<T, bool>>> where, Func<FilterInput, (TEnd Low, TEnd High)?> read, CountColumn<T>? column, Facet<T>? facet = null)
        where TEnd : struct => new(parameters, input => ValueTask.FromResult(read(input) is { } ends ? where(ends.Low, ends.High) : null))
        {
            Range = new RangeFilter<T>(input => read(input) is { } ends ? (ends.Low, ends.High) : null, (low, high) => where((TEnd)low, (TEnd)high)),
            Column = column,
            Facets = facet is null ? [] : [facet],
        };

    /// <summary>A span of time that a date's own span must overlap; both ends as EDTF.</summary>
    /// <param name="day">The first day the date may mean.</param>
    public static Filter<T> Span<T>(string stem, string what, Func<DateOnly, DateOnly, Expression<Func<T, bool>>> where, Expression<Func<T, DateOnly?>> day) =>
        Span(stem, what, where, Facets.OfYears(stem, day));

    /// <inheritdoc cref="Span{T}(string, string, Func{DateOnly, DateOnly, Expression{Func{T, bool}}}, Expression{Func{T, DateOnly?}})"/>
    /// <param name="years">Counts the years of the date; null where they are not counted.</param>
    /// <param name="days">The first and the last day that the date may mean, and its year, where they are to be held in memory.</param>
    public static Filter<T> Span<T>(string stem, string what, Func<DateOnly, DateOnly, Expression<Func<T, bool>>> where, Facet<T>? years = null, IReadOnlyList<Expression<Func<T, object?>>>? days = null)
    {
        var from = new Parameter($"{stem}From", $"{what} on or after this EDTF date; matches when the two may overlap.", [], Many: false, Example: "2025", Negatable: false);
        var to = new Parameter($"{stem}To", $"{what} on or before this EDTF date; matches when the two may overlap.", [], Many: false, Example: "2026-06", Negatable: false);
        return Range([from, to], where, Ends, days is null ? null : new CountColumn<T>(days, _ => new SpanColumn(Ends)), years);

        (DateOnly Low, DateOnly High)? Ends(FilterInput input)
        {
            var low = ReadDate(input, from)?.Earliest;
            var high = ReadDate(input, to)?.Latest;
            return low is null && high is null ? null : (low ?? DateOnly.MinValue, high ?? DateOnly.MaxValue);
        }
    }

    private static Expression<Func<T, object?>> Boxed<T, TValue>(Expression<Func<T, TValue>> member) => Expression.Lambda<Func<T, object?>>(Expression.Convert(member.Body, typeof(object)), member.Parameters);

    private static Expression<Func<T, bool>> IsOneOf<T, TEnum>(Expression<Func<T, TEnum?>> member, TEnum[] words)
        where TEnum : struct, Enum
    {
        Expression<Func<TEnum?, bool>> isOne = word => word != null && words.Contains(word.Value);
        return Expression.Lambda<Func<T, bool>>(new Swap(isOne.Parameters[0], member.Body).Visit(isOne.Body), member.Parameters);
    }

    private static long? ReadUsd(FilterInput input, Parameter parameter)
    {
        if (!input.Has(parameter.Name))
        {
            return null;
        }

        var text = input.Values(parameter.Name)[0];
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var usd) && usd is >= 0 and <= Money.MaxMinor / 100)
        {
            return (long)(usd * 100);
        }

        input.Report(parameter, text, usd > Money.MaxMinor / 100
            ? FormattableString.Invariant($"“{FilterInput.Shorten(text)}” is more than any amount has: {Money.MaxMinor / 100:0} US dollars are the most")
            : $"“{FilterInput.Shorten(text)}” is no amount of US dollars, such as 1000000000 or 1e9");
        return null;
    }

    private static PartialDate? ReadDate(FilterInput input, Parameter parameter)
    {
        if (!input.Has(parameter.Name))
        {
            return null;
        }

        if (PartialDate.TryParse(input.Values(parameter.Name)[0], out var date, out var problem))
        {
            return date;
        }

        input.Report(parameter, "", problem);
        return null;
    }
}
