using System.Reflection;
using PhysicalAiTracker.Core.Data;
using Xunit.Sdk;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>Runs a theory once on SQLite and once on PostgreSQL: <c>[Theory, EachDatabase]</c>, with the provider as its parameter.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<DatabaseProvider>().Select(provider => new object[] { provider });
}
