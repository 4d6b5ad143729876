using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Questions;

/// <summary>What a disclosure may say of a question.</summary>
internal static class QuestionChanges
{
    public static readonly RecordSchema<Question> Schema = new(
        RecordKind.Question,
        questions => questions.Include(q => q.Triggers).Include(q => q.Responses),
        fields =>
        {
            fields.Text("text", "Question", q => q.Text, (q, text) => q.Text = text!, Question.TextLength, multiline: true).Required().Editorial();
            fields.Slug("slug", "Slug", q => q.Slug, (q, slug) => q.Slug = slug ?? "").Editorial()
                .Says("The name in the address. Left empty, it is made from the question.");
            fields.Party("company", "Company", q => q.CompanyId, (q, id) => q.CompanyId = id);
            fields.Word<Plane>("plane", "Plane", q => q.Plane, (q, plane) => q.Plane = plane);
            fields.Text("settledBy", "What would settle it", q => q.SettledBy, (q, text) => q.SettledBy = text, Question.TextLength, multiline: true);
            fields.Items<QuestionTrigger>("triggers", "Watch for", q => q.Triggers, trigger =>
            {
                trigger.Word<TriggerKind>("kind", "Kind", t => t.Type, (t, kind) => t.Type = kind!.Value).Required();
                trigger.Text("text", "What", t => t.Text, (t, text) => t.Text = text!, QuestionTrigger.TextLength).Required();
                trigger.Party("party", "Whose", t => t.PartyId, (t, id) => t.PartyId = id);
                trigger.Date("on", "When", t => t.On, (t, date) => t.On = date);
            });
            fields.Items<QuestionResponse>("responses", "Responses", q => q.Responses, response =>
            {
                response.Word<ResponseKind>("kind", "Kind", r => r.Type, (r, kind) => r.Type = kind!.Value).Required();
                response.Party("party", "By", r => r.PartyId, (r, id) => r.PartyId = id!.Value).Required();
                response.Date("on", "When", r => r.On, (r, date) => r.On = date);
                response.Text("note", "Note", r => r.Note, (r, text) => r.Note = text, QuestionResponse.NoteLength);
            });
            fields.Word<QuestionStatus>("status", "Status", q => q.Status == QuestionStatus.Open ? null : q.Status, (q, status) => q.Status = status ?? QuestionStatus.Open).Editorial();
            fields.Text("resolution", "Resolution", q => q.Resolution, (q, text) => q.Resolution = text, Question.ResolutionLength, multiline: true);
            fields.Date("resolvedOn", "Resolved", q => q.ResolvedOn, (q, date) => q.ResolvedOn = date);
            fields.Assertion("settledByAssertion", "Settled by the assertion", q => q.SettledByAssertionId, (q, id) => q.SettledByAssertionId = id).Editorial()
                .Says("The id of the assertion that answered it, of whatever record.");
        });
}
