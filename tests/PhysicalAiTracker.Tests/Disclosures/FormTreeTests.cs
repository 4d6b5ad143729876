using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using PhysicalAiTracker.Web.Pages.Disclosures.Form;

namespace PhysicalAiTracker.Tests.Disclosures;

public sealed class FormTreeTests
{
    [Fact]
    public void Names_are_pointers_into_the_document() => Read(
            ("/title", "T"), ("/changes/0/set/amount", "$10 bn"), ("/changes/0/set/participations/1/investor", "b"), ("/changes/0/set/participations/0/investor", "a"),
            ("/changes/0/set/sellsCompute/-", ""), ("/changes/0/set/sellsCompute/-", "cloud"), ("do", "save"), ("__RequestVerificationToken", "x"))
        .Should().Be("{'changes':[{'set':{'amount':'$10 bn','participations':[{'investor':'a'},{'investor':'b'}],'sellsCompute':['cloud']}}],'title':'T'}");

    [Fact]
    public void Gaps_are_closed_in_order() =>
        Read(("/changes/7/record", "deal"), ("/changes/2/record", "party")).Should().Be("{'changes':[{'record':'party'},{'record':'deal'}]}");

    [Fact]
    public void Of_several_inputs_with_one_name_the_last_that_says_something_counts() =>
        Read(("/a", "false"), ("/a", "true"), ("/b", "id"), ("/b", " ")).Should().Be("{'a':'true','b':'id'}");

    [Theory]
    [InlineData("title")]
    [InlineData("x/title")]
    [InlineData("/1/2/3/4/5/6/7/8/9")]
    [InlineData("")]
    public void What_is_no_pointer_of_the_form_is_left_out(string name) => Read((name, "x")).Should().Be("{}");

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("/-")]
    [InlineData("/changes/99999999999")]
    [InlineData("/a/-/b")]
    [InlineData("/constructor/__proto__")]
    public void Hostile_names_make_no_trouble(string name) => FormTree.Read([KeyValuePair.Create(name, new StringValues("x")), KeyValuePair.Create(name + "/0", new StringValues("y"))]).Should().NotBeNull();

    [Fact]
    public void Line_breaks_and_control_characters_are_the_trackers() => Read(("/a", "x\r\ny\0z")).Should().Be("{'a':'x\\nyz'}");

    private static string Read(params (string Name, string Value)[] form) => FormTree
        .Read(form.GroupBy(pair => pair.Name).Select(group => KeyValuePair.Create(group.Key, new StringValues([.. group.Select(pair => pair.Value)]))))
        .ToJsonString().Replace('"', '\'');
}
