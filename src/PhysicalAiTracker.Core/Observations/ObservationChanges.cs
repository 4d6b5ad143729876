using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Observations;

/// <summary>What a disclosure may say of an observation.</summary>
internal static class ObservationChanges
{
    public static readonly RecordSchema<Observation> Schema = new(
        RecordKind.Observation,
        observations => observations,
        fields =>
        {
            fields.Party("party", "Party", o => o.PartyId, (o, id) => o.PartyId = id);
            fields.Text("subject", "Or a market or group", o => o.Subject, (o, text) => o.Subject = text, Observation.SubjectLength).Editorial();
            fields.Word<Metric>("metric", "Metric", o => o.Metric, (o, metric) => o.Metric = metric!.Value).Required();
            fields.Quantity("quantity", "Count or share", o => o.Quantity, (o, quantity) => o.Quantity = quantity).Says("more than 120; 10–15; 50 %.");
            fields.Money("money", "Money", o => o.Money, (o, money) => o.Money = money);
            fields.Date("asOf", "As of", o => o.AsOf, (o, date) => o.AsOf = date!).Required();
            fields.Word<Period>("period", "Per", o => o.Period, (o, period) => o.Period = period);
            fields.Text("note", "Note", o => o.Note, (o, text) => o.Note = text, Observation.NoteLength, multiline: true);
        });
}
