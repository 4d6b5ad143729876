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
        Describe(context.Model).Should().Be(Describe(built), "scripts/optimize-model writes it anew");
    }

    private static string Describe(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault);
}
