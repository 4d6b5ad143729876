using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>Makes inputs from fields and typed values, and registers each as a place for problems.</summary>
public sealed class FieldViews(Slots slots)
{
    public Slots Slots { get; } = slots;

    /// <param name="before">The same field before the edit; null for a new record.</param>
    /// <param name="choices">Records to choose from.</param>
    public FieldView Of(Field field, string pointer, JsonNode? value, Slot? around, EditBase? before = null, IReadOnlyList<Suggestion>? choices = null)
    {
        var view = Slots.Add(new FieldView(pointer, field.Label, field.Shape, around, value)
        {
            Hint = HintOf(field),
            IsRequired = field.IsRequired,
            IsEditorial = field.IsEditorial,
            Was = before is not null && TypedDocument.Differs(field.Shape, value, before.Typed[field.Name]) ? before.Shown.GetValueOrDefault(field.Name, "nothing") : null,
            Choices = choices ?? [],
        });
        if (field.Shape is ItemsShape items)
        {
            foreach (var (index, row) in (value as JsonArray ?? []).Index())
            {
                view.Rows.Add(RowOf(items, Pointers.Append(pointer, index), index, row as JsonObject ?? [], view));
            }
        }

        return view;
    }

    /// <summary>An input that no field describes.</summary>
    public FieldView Of(string label, FieldShape shape, string pointer, JsonNode? value, Slot? around, string? hint = null, string? quoteTarget = null, bool required = false) =>
        Slots.Add(new FieldView(pointer, label, shape, around, value) { Hint = hint, QuoteTarget = quoteTarget, IsRequired = required });

    /// <summary>Fields of an object, those without a value too.</summary>
    public IEnumerable<FieldView> Of(IEnumerable<Field> fields, string pointer, JsonObject values, Slot? around, EditBase? before = null) =>
        fields.Select(field => Of(field, Pointers.Append(pointer, field.Name), values[field.Name], around, before));

    private RowView RowOf(ItemsShape items, string pointer, int index, JsonObject row, FieldView around)
    {
        var view = Slots.Add(new RowView(pointer, $"Row {index + 1}", around));
        view.Fields.AddRange(Of(items.Fields, pointer, row, view));
        return view;
    }

    private static string? HintOf(Field field) => field.Shape switch
    {
        ListShape { Of: not WordShape } => $"One per line. {field.Hint}".TrimEnd(),
        _ => field.Hint,
    };
}
