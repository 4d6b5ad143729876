using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Tests.Hosting;

public sealed class SettingsTests
{
    public static TheoryData<string> Names => new(AllNames());

    [Theory, MemberData(nameof(Names))]
    public void Each_setting_is_in_the_docs(string name) =>
        File.ReadAllText(Repository.Path("docs/configuration.md")).Should().Contain($"| `{name}` | ");

    [Fact]
    public void Each_setting_in_the_docs_exists() =>
        File.ReadLines(Repository.Path("docs/configuration.md"))
            .SkipWhile(line => line != "## The tracker's own").TakeWhile(line => line != "## The framework's")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1])
            .Should().BeEquivalentTo(AllNames());

    private static IEnumerable<string> AllNames() =>
        Settings.Sections.SelectMany(section => section.Value.GetProperties().Where(property => property.CanWrite).Select(property => $"{section.Key}:{property.Name}"));
}
