using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>
/// Builds a typed document from a form whose inputs are named by JSON pointers: <c>/changes/0/set/amount</c>. A segment of digits
/// is a place in a list, gaps are closed; <c>/-</c> at the end (RFC 6901: behind the last) adds to a list of words.
/// </summary>
public sealed class FormTree
{
    /// <summary>Segments of the longest pointer that the form has: <c>/changes/0/assertions/0/values/participations/0/investor</c>.</summary>
    private const int MaxDepth = 8;

    private const int MaxIndexDigits = 4;

    private readonly SortedDictionary<string, FormTree> _members = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, FormTree> _items = [];
    private List<string>? _words;
    private string? _text;

    /// <summary>The document. What is no pointer, or contradicts another name, is left out: no form of ours sends it.</summary>
    public static JsonObject Read(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var root = new FormTree();
        foreach (var (name, values) in form)
        {
            var segments = name.Split('/');
            if (segments.Length is > 1 and <= MaxDepth + 1 && segments[0].Length == 0)
            {
                root.Put(segments.AsSpan(1), values);
            }
        }

        return root.ToNode() as JsonObject ?? [];
    }

    private void Put(ReadOnlySpan<string> path, StringValues values)
    {
        if (path is ["-"])
        {
            (_words ??= []).AddRange(values.OfType<string>().Where(word => word.Length > 0));
        }
        else if (path.Length > 0)
        {
            Child(path[0]).Put(path[1..], values);
        }
        else
        {
            // A box that is not ticked sends only the hidden input before it, a select beside a free input both.
            _text = SnapshotText.Normalise(values.LastOrDefault(value => !string.IsNullOrWhiteSpace(value)) ?? "");
        }
    }

    private FormTree Child(string segment)
    {
        if (segment.Length is > 0 and <= MaxIndexDigits && segment.All(char.IsAsciiDigit))
        {
            var index = int.Parse(segment, CultureInfo.InvariantCulture);
            return _items.TryGetValue(index, out var item) ? item : _items[index] = new FormTree();
        }

        return _members.TryGetValue(segment, out var member) ? member : _members[segment] = new FormTree();
    }

    private JsonNode? ToNode()
    {
        if (_members.Count > 0)
        {
            return new JsonObject(_members.Select(member => KeyValuePair.Create(member.Key, member.Value.ToNode())));
        }

        if (_items.Count > 0)
        {
            return new JsonArray([.. _items.Values.Select(item => item.ToNode())]);
        }

        return _words is not null ? new JsonArray([.. _words.Select(word => (JsonNode)word)]) : _text;
    }
}
