using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Parties;

/// <summary>What a disclosure may say of a party.</summary>
internal static class PartyChanges
{
    public static readonly RecordSchema<Party> Schema = new(
        RecordKind.Party,
        parties => parties.Include(p => p.Names).Include(p => p.Sectors).Include(p => p.Places).Include(p => p.SellsCompute),
        fields =>
        {
            fields.Text("name", "Name", p => p.Name, (p, name) => p.Rename(name!, Aliases(p)), Party.NameLength).Required();
            fields.Word<PartyKind>("kind", "Kind", p => p.Type, (p, kind) => p.Type = kind!.Value).Required().Editorial();
            fields.Slug("slug", "Slug", p => p.Slug, (p, slug) => p.Slug = slug ?? "").Editorial()
                .Says("The name in the address. Left empty, it is made from the name.");
            fields.Texts("aliases", "Aliases", Aliases, (p, aliases) => p.Rename(p.Name, aliases), Party.NameLength);
            fields.Text("summary", "Summary", p => p.Summary, (p, text) => p.Summary = text, Party.SummaryLength, multiline: true).Editorial()
                .Says("One or two sentences in your own words.");
            fields.Date("foundedOn", "Founded", p => p.FoundedOn, (p, date) => p.FoundedOn = date);
            fields.Tags("sectors", "Sectors", p => [.. p.Sectors.Select(s => s.Name).Order(StringComparer.Ordinal)], SetSectors, PartySector.NameLength)
                .Says("Kebab-case words: physical-ai, robotics, manufacturing-ai, spatial-intelligence …");
            fields.Items<Place>("places", "Places", p => p.Places, place =>
            {
                place.Text("place", "Place", p => p.Name, (p, name) => p.Name = name!, Place.NameLength).Required();
                place.Text("country", "Country", p => p.Country, (p, country) => p.Country = country?.ToUpperInvariant(), 2).Says("Two letters: US, GB, CH.");
                place.Text("note", "Note", p => p.Note, (p, note) => p.Note = note, Place.NoteLength);
            });
            fields.WordList<ComputeKind>("sellsCompute", "Sells compute", p => [.. p.SellsCompute.Select(c => c.Kind).Order()], SetCompute);
            fields.Url("website", "Website", p => p.Website, (p, url) => p.Website = url, Party.UrlLength).Editorial();
        });

    private static IReadOnlyList<string> Aliases(Party party) =>
        [.. party.Names.Where(n => n.Whole && n.Name != party.Name).Select(n => n.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static void SetSectors(Party party, IReadOnlyList<string> names)
    {
        party.Sectors.RemoveAll(sector => !names.Contains(sector.Name));
        party.Sectors.AddRange(names.Where(name => !party.Sectors.Exists(s => s.Name == name)).Select(name => new PartySector { PartyId = party.Id, Name = name }));
    }

    private static void SetCompute(Party party, IReadOnlyList<ComputeKind> kinds)
    {
        party.SellsCompute.RemoveAll(compute => !kinds.Contains(compute.Kind));
        party.SellsCompute.AddRange(kinds.Where(kind => !party.SellsCompute.Exists(c => c.Kind == kind)).Select(kind => new PartyCompute { PartyId = party.Id, Kind = kind }));
    }
}
