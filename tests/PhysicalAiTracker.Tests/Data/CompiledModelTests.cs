using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Data;

public sealed class CompiledModelTests
{
    [Theory, EachDatabase]
    public void The_compiled_model_is_that_of_the_entities(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var context = database.NewContext();

        context.Model.GetType().Namespace.Should().Be($"PhysicalAiTracker.Core.Data.Compiled.{provider}", "no start should have to build the model");
        var built = context.GetService<IModelSource>().GetModel(context, context.GetService<ModelCreationDependencies>(), designTime: false);
        Describe(context.Model).Should().Equal(Describe(built), "scripts/optimize-model writes it anew");
    }

    private static IEnumerable<string> Describe(IModel model) =>
        model.ToDebugString(MetadataDebugStringOptions.ShortDefault).Split('\n').Concat(model.GetEntityTypes().SelectMany(Columns));

    /// <summary>Where each property is stored, and as what.</summary>
    private static IEnumerable<string> Columns(ITypeBase type) =>
        type.GetProperties().Select(p => $"{type.Name}.{p.Name}: {type.ContainingEntityType.GetTableName()}.{p.GetColumnName()} {p.GetColumnType()} {p.GetMaxLength()} {p.GetTypeMapping().Converter?.GetType()}")
            .Concat(type.GetComplexProperties().SelectMany(part => Columns(part.ComplexType)));
}
