using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Tests.Disclosures;

public sealed class FormTextTests
{
    private static readonly Dictionary<Guid, (string, string)> Names = new() { [Guid.Parse("0199aa00-0000-7000-8000-000000000001")] = ("jeff-bezos", "Jeff Bezos") };

    [Theory]
    [InlineData(RecordKind.FundingRound, "amount", "{'value':10000000000,'currency':'USD'}", "'$10 bn'")]
    [InlineData(RecordKind.FundingRound, "amount", "{'value':10000000001,'currency':'USD'}", "'USD 10,000,000,001'")]
    [InlineData(RecordKind.FundingRound, "amount", "{'value':890000000,'currency':'EUR','qualifier':'more-than','usd':1000000000,'usdRateOn':'2026-06-01'}", "'more than €890 m'")]
    [InlineData(RecordKind.FundingRound, "company", "'0199aa00-0000-7000-8000-000000000001'", "'jeff-bezos'")]
    [InlineData(RecordKind.FundingRound, "unspecified", "true", "'true'")]
    [InlineData(RecordKind.FundingRound, "announcedOn", "'2026-04~'", "'2026-04~'")]
    [InlineData(RecordKind.FundingRound, "amount", null, "''")]
    [InlineData(RecordKind.FundingRound, "participations", null, "[]")]
    [InlineData(RecordKind.FundingRound, "participations", "[{'investor':'0199aa00-0000-7000-8000-000000000001','amount':{'value':5,'currency':'JPY'}}]", "[{'investor':'jeff-bezos','amount':'JPY 5'}]")]
    [InlineData(RecordKind.Party, "aliases", "['A','B, C']", "'A\\nB, C'")]
    [InlineData(RecordKind.Party, "sellsCompute", "['cloud']", "['cloud']")]
    [InlineData(RecordKind.Observation, "quantity", "{'value':120,'unit':'people','qualifier':'more-than'}", "'more than 120 people'")]
    [InlineData(RecordKind.Observation, "quantity", "{'value':10,'high':15,'unit':'%'}", "'10–15 %'")]
    public void Canonical_values_are_shown_as_typed(RecordKind kind, string field, string? canonical, string typed)
    {
        var text = FormText.Of(RecordSchemas.Of(kind).Find(field)!.Shape, canonical is null ? null : Parse(canonical), Names);

        text.ToJsonString().Should().Be(Parse(typed).ToJsonString());
    }

    [Theory]
    [InlineData("10B", "no currency was typed, USD is taken")]
    [InlineData("1,030,000,000", "no currency was typed, USD is taken")]
    [InlineData("€890m", null)]
    [InlineData("ten", null)]
    public void A_currency_that_nobody_typed_is_told(string typed, string? told) => FormText.Assumed(new MoneyShape(), typed).Should().Be(told);

    [Theory]
    [InlineData("more than 120", "no unit was typed, people is taken")]
    [InlineData("10 %", null)]
    public void A_unit_that_nobody_typed_is_told(string typed, string? told) => FormText.Assumed(new QuantityShape(), typed).Should().Be(told);

    [Fact]
    public void An_edit_sends_what_differs_and_null_for_what_was_emptied()
    {
        var canonical = Analyst.Json("""
            { 'company': 'x', 'amount': { 'value': 890000000, 'currency': 'EUR', 'usd': 1000000000, 'usdRateOn': '2026-06-01' }, 'note': 'A\nB', 'status': 'in-talks',
              'participations': [{ 'investor': 'a', 'amount': { 'value': 1, 'currency': 'EUR', 'usd': 2, 'usdRateOn': '2026-06-01' } }, { 'investor': 'b' }] }
            """);
        var typed = FormText.Of(RecordSchemas.Of(RecordKind.FundingRound).Fields, canonical, Names);
        var started = new EditBase(3, typed, canonical, new Dictionary<string, string>());
        var edit = typed.DeepClone().AsObject();
        (edit["status"], edit["note"], edit["unspecified"], edit["stage"]) = ("", "A\r\nB ", "false", "");
        ((JsonArray)edit["participations"]!)[1]!["role"] = "lead";

        var document = TypedDocument.Complete(new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["record"] = "funding-round", ["set"] = edit }) }, _ => started);

        document["changes"]![0]!["set"]!.ToJsonString().Should().Be(
            Parse("{'status':null,'participations':[{'investor':'a','amount':{'value':1,'currency':'EUR','usd':2,'usdRateOn':'2026-06-01'}},{'investor':'b','role':'lead'}]}").ToJsonString());
    }

    [Fact]
    public void A_new_record_sends_what_was_filled_in()
    {
        var typed = Analyst.Json("""
            { 'title': 'T', 'source': 'known', 'changes': [{ 'record': 'party', 'ref': '', 'note': ' ', 'set':
              { 'name': ' Acme ', 'aliases': 'A\r\n\r\n B ', 'sellsCompute': ['', 'cloud'], 'places': [], 'website': '', 'slug': '' },
              'assertions': [{ 'fields': ['*'], 'passage': { 'exact': 'Acme', 'prefix': '' }, 'claimant': '', 'modality': 'stated' }, { 'fields': ['*', 'name'], 'passage': { 'exact': 'x' } }, { 'values': { 'name': 'B' } , 'fields': [''] }] }] }
            """);

        var document = TypedDocument.Complete(typed, _ => null);

        document.ToJsonString().Should().Be(Analyst.Json("""
            { 'title': 'T', 'source': 'known', 'changes': [{ 'record': 'party', 'set': { 'name': 'Acme', 'aliases': ['A', 'B'], 'sellsCompute': ['cloud'] },
              'assertions': [{ 'passage': { 'exact': 'Acme' }, 'modality': 'stated' }, { 'fields': ['name'], 'passage': { 'exact': 'x' } }, { 'values': { 'name': 'B' }, 'fields': [] }] }] }
            """).ToJsonString());
    }

    [Fact]
    public void Tidying_drops_blank_rows_and_evidence_and_nothing_else()
    {
        var typed = Analyst.Json("""
            { 'origins': [{ 'kind': 'other', 'seen': 'false', 'title': '' }, { 'title': 'Wire story', 'publisher': 'Reuters', 'slug': '', 'kind': 'article' }],
              'changes': [{ 'record': 'claim', 'set': { 'subject': '', 'hosts': [{ 'party': '', 'candidate': 'false' }, { 'party': 'aws' }], 'parts': [{ 'component': '' }] },
              'assertions': [{ 'fields': ['*'], 'modality': 'stated', 'polarity': 'affirms', 'passage': { 'exact': '' } }, { 'fields': ['*'], 'modality': 'hedged', 'passage': { 'exact': '' } }] }] }
            """);

        TidyText.Tidy(typed).ToJsonString().Should().Be(Analyst.Json("""
            { 'origins': [{ 'title': 'Wire story', 'publisher': 'Reuters', 'slug': 'reuters-wire-story', 'kind': 'article' }],
              'changes': [{ 'record': 'claim', 'set': { 'subject': '', 'hosts': [{ 'party': 'aws' }], 'parts': [] },
              'assertions': [{ 'fields': ['*'], 'modality': 'hedged', 'passage': { 'exact': '' } }] }] }
            """).ToJsonString());
    }

    private static JsonNode Parse(string text) => JsonNode.Parse(text.Replace('\'', '"'))!;
}
