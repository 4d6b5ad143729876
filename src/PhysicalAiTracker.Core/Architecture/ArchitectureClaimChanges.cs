using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Architecture;

/// <summary>What a disclosure may say of an architecture claim.</summary>
internal static class ArchitectureClaimChanges
{
    public static readonly RecordSchema<ArchitectureClaim> Schema = new(
        RecordKind.Claim,
        claims => claims.Include(c => c.Parts).Include(c => c.Hosts).Include(c => c.Hardware).Include(c => c.Latencies),
        fields =>
        {
            fields.Party("company", "Company", c => c.CompanyId, (c, id) => c.CompanyId = id);
            fields.Text("subject", "Or a class of systems", c => c.Subject, (c, text) => c.Subject = text, ArchitectureClaim.ScopeLength).Editorial();
            fields.Text("product", "Product", c => c.Product, (c, text) => c.Product = text, ArchitectureClaim.ScopeLength);
            fields.Text("productVersion", "Version", c => c.ProductVersion, (c, text) => c.ProductVersion = text, ArchitectureClaim.ScopeLength);
            fields.Text("deployment", "Deployment", c => c.Deployment, (c, text) => c.Deployment = text, ArchitectureClaim.ScopeLength);
            fields.Text("purpose", "Purpose", c => c.Purpose, (c, text) => c.Purpose = text, ArchitectureClaim.ScopeLength);
            fields.Word<Plane>("plane", "Plane", c => c.Plane, (c, plane) => c.Plane = plane!.Value).Required();
            fields.Word<Placement>("placement", "Placement", c => c.Placement, (c, placement) => c.Placement = placement!.Value).Required();
            fields.Items<ClaimPart>("parts", "Parts of a hybrid", c => c.Parts, part =>
            {
                part.Text("component", "Component", p => p.Component, (p, text) => p.Component = text!, ClaimPart.ComponentLength).Required();
                part.Word<Placement>("placement", "Placement", p => p.Placement, (p, placement) => p.Placement = placement!.Value).Required();
            });
            fields.Items<ClaimHost>("hosts", "Host or provider", c => c.Hosts, host =>
            {
                host.Party("party", "Party", h => h.PartyId, (h, id) => h.PartyId = id!.Value).Required();
                host.Flag("candidate", "Only a candidate", h => h.Candidate, (h, flag) => h.Candidate = flag).Says("The source hedges.");
            });
            fields.Texts("hardware", "Hardware", c => [.. c.Hardware.OrderBy(h => h.Ordinal).Select(h => h.Name)], SetHardware, ClaimHardware.NameLength);
            fields.Word<ClaimModality>("modality", "Modality", c => c.Modality, (c, modality) => c.Modality = modality!.Value).Required();
            fields.Items<LatencyMeasurement>("latencies", "Latency or rate", c => c.Latencies, latency =>
            {
                latency.Number("low", "Value", l => l.Low, (l, value) => l.Low = value!.Value).Required();
                latency.Number("high", "To", l => l.High, (l, value) => l.High = value);
                latency.Word<LatencyUnit>("unit", "Unit", l => l.Unit, (l, unit) => l.Unit = unit!.Value).Required();
                latency.Word<Qualifier>("qualifier", "Qualifier", l => l.Qualifier == Qualifier.Exactly ? null : l.Qualifier, (l, word) => l.Qualifier = word ?? Qualifier.Exactly);
                latency.Text("measures", "What is measured", l => l.Measures, (l, text) => l.Measures = text!, LatencyMeasurement.TextLength).Required();
                latency.Text("conditions", "Conditions", l => l.Conditions, (l, text) => l.Conditions = text, LatencyMeasurement.TextLength);
            });
            fields.Date("validFrom", "Valid from", c => c.ValidFrom, (c, date) => c.ValidFrom = date);
            fields.Date("validTo", "Valid to", c => c.ValidTo, (c, date) => c.ValidTo = date);
            fields.Text("note", "Note", c => c.Note, (c, text) => c.Note = text, ArchitectureClaim.NoteLength, multiline: true);
        });


    private static void SetHardware(ArchitectureClaim claim, IReadOnlyList<string> names)
    {
        claim.Hardware.Clear();
        claim.Hardware.AddRange(names.Select((name, index) => new ClaimHardware { ClaimId = claim.Id, Ordinal = index, Name = name }));
    }
}
