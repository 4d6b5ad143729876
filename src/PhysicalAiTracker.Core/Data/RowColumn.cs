using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PhysicalAiTracker.Core.Data;

/// <summary>A column of an entity's table and the way to its value, for whoever writes rows without tracking them.</summary>
internal sealed class RowColumn
{
    private readonly Func<object, object?> _read;
    private readonly Func<object?, object?>? _convert;

    private RowColumn(IProperty property, PropertyInfo[] path)
    {
        var mapping = property.GetRelationalTypeMapping();
        (Name, Type, _convert) = (property.GetColumnName(), mapping.StoreTypeNameBase, mapping.Converter?.ConvertToProvider);
        _read = Compile(path);
    }

    public string Name { get; }

    /// <summary>As the database names it, without length or precision.</summary>
    public string Type { get; }

    /// <summary>The columns, those inside amounts of money included.</summary>
    public static IReadOnlyList<RowColumn> Of(IEntityType type) => [.. PropertiesOf(type, []).Select(pair => new RowColumn(pair.Property, pair.Path))];

    /// <summary>As the database stores it.</summary>
    public object? ValueOf(object row) => _read(row) is { } value ? _convert is null ? value : _convert(value) : null;

    /// <summary>A million rows are read: reflection would take longer than the database.</summary>
    private static Func<object, object?> Compile(PropertyInfo[] path)
    {
        var row = Expression.Parameter(typeof(object));
        var result = Expression.Label(typeof(object));
        var steps = new List<Expression>();
        var variables = new List<ParameterExpression>();
        Expression value = Expression.Convert(row, path[0].DeclaringType!);
        foreach (var property in path)
        {
            if (variables.Count > 0)
            {
                steps.Add(Expression.IfThen(Expression.ReferenceEqual(value, Expression.Constant(null)), Expression.Return(result, Expression.Constant(null), typeof(object))));
            }

            var step = Expression.Variable(property.PropertyType);
            steps.Add(Expression.Assign(step, Expression.Property(value, property)));
            variables.Add(step);
            value = step;
        }

        steps.Add(Expression.Label(result, Expression.Convert(value, typeof(object))));
        return Expression.Lambda<Func<object, object?>>(Expression.Block(variables, steps), row).Compile();
    }

    private static IEnumerable<(IProperty Property, PropertyInfo[] Path)> PropertiesOf(ITypeBase type, PropertyInfo[] before) =>
        type.GetProperties().Select(p => (p, (PropertyInfo[])[.. before, p.PropertyInfo!]))
            .Concat(type.GetComplexProperties().SelectMany(p => PropertiesOf(p.ComplexType, [.. before, p.PropertyInfo!])));
}

/// <summary>A list of parts that hang on an entity, such as a round's participations; they are rows of a table of their own.</summary>
internal sealed class RowPart
{
    private readonly Func<object, IEnumerable> _list;
    private readonly Action<object, object> _tell;

    private RowPart(PropertyInfo list, PropertyInfo foreignKey, PropertyInfo key)
    {
        var (row, part) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(object)));
        _list = Expression.Lambda<Func<object, IEnumerable>>(Expression.Convert(Expression.Property(Expression.Convert(row, list.DeclaringType!), list), typeof(IEnumerable)), row).Compile();
        var itsKey = Expression.Property(Expression.Convert(row, key.DeclaringType!), key);
        var told = Expression.Property(Expression.Convert(part, foreignKey.DeclaringType!), foreignKey);
        _tell = Expression.Lambda<Action<object, object>>(Expression.Assign(told, Expression.Convert(itsKey, foreignKey.PropertyType)), part, row).Compile();
    }

    public static IReadOnlyList<RowPart> Of(IEntityType type) =>
        [.. type.GetNavigations().Where(n => n.IsCollection).Select(n => new RowPart(n.PropertyInfo!, n.ForeignKey.Properties[0].PropertyInfo!, n.ForeignKey.PrincipalKey.Properties[0].PropertyInfo!))];

    /// <summary>The parts of a row, each told whose it is.</summary>
    public IEnumerable<object> PartsOf(object row)
    {
        foreach (var part in _list(row))
        {
            _tell(part, row);
            yield return part;
        }
    }
}
