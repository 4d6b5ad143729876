using Microsoft.AspNetCore.WebUtilities;
using PhysicalAiTracker.Core.History.AsOf;

namespace PhysicalAiTracker.Web.AsOf;

/// <summary>Which day a request for something to read is about; among the request's features, also while its error page is drawn.</summary>
/// <param name="Day">Null for now.</param>
/// <param name="Today">The last day that can be asked for (UTC).</param>
/// <param name="Path">What was asked for.</param>
/// <param name="Query">Its parameters without the day.</param>
/// <param name="Links">Knows which addresses can be read as of a day.</param>
public sealed record AsOfView(AsOfDay? Day, AsOfDay Today, PathString Path, QueryString Query, ReadRoutes Links)
{
    public const string Parameter = "asOf";

    /// <summary>The same as it is now.</summary>
    public string Now => Path + Query;

    /// <summary>The parameters beside the day, for a form that asks for another.</summary>
    public IEnumerable<KeyValuePair<string, string>> Beside =>
        QueryHelpers.ParseQuery(Query.Value).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));

    /// <summary>The request's view where it is about a day.</summary>
    public static AsOfView? DayOf(HttpContext context) => context.Features.Get<AsOfView>() is { Day: not null } view ? view : null;

    /// <summary>A link of this site that stays on the day; one that leads to what cannot be read as of a day stays what it is.</summary>
    public string Link(string address)
    {
        var cut = address.IndexOfAny(['?', '#']);
        var path = cut < 0 ? address : address[..cut];
        if (Day is not { } day || address.Contains($"{Parameter}=", StringComparison.Ordinal) || (path.Length == 0 ? cut < 0 || address[cut] == '#' : path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal) || !Links.IsRead(path)))
        {
            return address;
        }

        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (before, fragment) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        return $"{before}{(before.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={day.Text}{fragment}";
    }

    /// <summary>A query without the day, otherwise as it was sent.</summary>
    public static QueryString Without(QueryString query)
    {
        var kept = (query.Value ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !Uri.UnescapeDataString(pair.Split('=')[0]).Equals(Parameter, StringComparison.OrdinalIgnoreCase)).ToList();
        return kept.Count == 0 ? QueryString.Empty : new QueryString("?" + string.Join('&', kept));
    }
}
