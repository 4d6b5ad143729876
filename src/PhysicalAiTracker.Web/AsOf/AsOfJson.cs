using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Web.Api;

namespace PhysicalAiTracker.Web.AsOf;

/// <summary>Lets the addresses in an answer of the API stay on the day that was asked for.</summary>
internal static class AsOfJson
{
    private static readonly string[] Addresses = [ItemMembers.Url, ItemMembers.Page];

    public static JsonNode? Link(JsonNode? node, AsOfView view)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var name in Addresses)
                {
                    if (members[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String)
                    {
                        members[name] = view.Link(value.GetValue<string>());
                    }
                }

                foreach (var (_, member) in members)
                {
                    Link(member, view);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Link(item, view);
                }

                break;
        }

        return node;
    }
}
