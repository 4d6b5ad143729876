using PhysicalAiTracker.Core;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Architecture;

/// <summary>The design's rules that a compiler does not keep.</summary>
public sealed class LayersTests
{
    private static readonly string[] HttpNames = ["Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Authentication", "System.Net.Http"];

    [Fact]
    public void Core_knows_nothing_of_HTTP()
    {
        var referenced = typeof(CoreRegistration).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        referenced.Should().NotContain(name => HttpNames.Any(http => name.StartsWith(http, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_door_speaks_to_the_database_itself()
    {
        var doors = new[] { "Pages", "Api" }.Select(door => Repository.Path("src", "PhysicalAiTracker.Web", door)).Where(Directory.Exists);
        var files = doors.SelectMany(door => Directory.EnumerateFiles(door, "*.cs*", SearchOption.AllDirectories)).ToList();

        files.Should().NotBeEmpty();
        files.Where(file => File.ReadAllText(file) is var text && (text.Contains("DbContext", StringComparison.Ordinal) || text.Contains("EntityFrameworkCore", StringComparison.Ordinal)))
            .Should().BeEmpty("pages and endpoints call Core's queries and commands");
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var files = new[] { "src", "tests" }.SelectMany(part => Directory.EnumerateFiles(Repository.Path(part), "*.cs*", SearchOption.AllDirectories))
            .Where(file => !new[] { "obj", "bin", "Migrations", "Compiled" }.Any(part => file.Contains($"{Path.DirectorySeparatorChar}{part}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)));

        files.Where(file => File.ReadLines(file).Count() > 300).Should().BeEmpty();
    }
}
