using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Data;

public sealed class CompiledModelTests
{
    [Theory, EachDatabase]
    public async Task The_compiled_model_is_that_of_the_entities(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var context = database.NewContext();

        // Entity Framework notes in the one compiled model of the process what a query asks for beside the entities, as searches do.
        (await context.Database.SqlQuery<Beside>($"""SELECT 1 AS "Number" """).SingleAsync()).Number.Should().Be(1);

        context.Model.GetType().Namespace.Should().Be($"PhysicalAiTracker.Core.Data.Compiled.{provider}", "no start should have to build the model");
        var built = context.GetService<IModelSource>().GetModel(context, context.GetService<ModelCreationDependencies>(), designTime: false);
        Describe(context.Model).Should().Equal(Describe(built), "scripts/optimize-model writes it anew");
    }

    private static IEnumerable<string> Describe(IModel model) =>
        Entities(model).SelectMany(type => type.ToDebugString(MetadataDebugStringOptions.ShortDefault).Split('\n').Concat(Columns(type)));

    private static IEnumerable<IEntityType> Entities(IModel model)
    {
        var beside = ((RuntimeModel)model).GetAdHocEntityTypes().Select(type => type.Name).ToHashSet();
        return model.GetEntityTypes().Where(type => !beside.Contains(type.Name));
    }

    /// <summary>Where each property is stored, and as what.</summary>
    private static IEnumerable<string> Columns(ITypeBase type) =>
        type.GetProperties().Select(p => $"{type.Name}.{p.Name}: {type.ContainingEntityType.GetTableName()}.{p.GetColumnName()} {p.GetColumnType()} {p.GetMaxLength()} {p.GetTypeMapping().Converter?.GetType()}")
            .Concat(type.GetComplexProperties().SelectMany(part => Columns(part.ComplexType)));

    /// <summary>No entity.</summary>
    private sealed record Beside(int Number);
}
