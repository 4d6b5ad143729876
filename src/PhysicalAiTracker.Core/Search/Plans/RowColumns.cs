using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>Finds the columns that an expression about a row refers to, and puts reads of a result's columns in their place.</summary>
/// <param name="entity">Of the row.</param>
/// <param name="row">The row in the expression.</param>
internal sealed class RowColumns(IEntityType entity, ParameterExpression row) : ExpressionVisitor
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<Expression> _selected = [];

    /// <summary>The row of the result, in what is returned.</summary>
    public ParameterExpression Result { get; } = Expression.Parameter(typeof(DbDataReader), "result");

    /// <summary>What is to be selected, in the order of the columns that are read.</summary>
    public IReadOnlyList<Expression> Selected => _selected;

    /// <summary>False where an expression had more than columns of the row and of rows that it refers to: it must be left to Entity Framework.</summary>
    public bool IsFlat { get; private set; } = true;

    protected override Expression VisitParameter(ParameterExpression node) => node == row ? Give(node) : node;

    protected override Expression VisitUnary(UnaryExpression node) =>
        node.NodeType == ExpressionType.Convert && Find(node.Operand) is { Property: { } } found && Holds(node.Type, node.Operand.Type)
            ? Read(found, node.Operand, node.Type)
            : base.VisitUnary(node);

    protected override Expression VisitMember(MemberExpression node) => Find(node) switch
    {
        { Property: { } } found => Read(found, node, node.Type),
        { } => Give(node),
        null => base.VisitMember(node),
    };

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var visited = base.VisitMethodCall(node);
        // No amount is stored without its currency: one look tells whether there is one.
        return visited is MethodCallExpression { Method: { Name: nameof(Money.Stored) } method, Arguments: [ConditionalExpression minor, ConditionalExpression currency, ConditionalExpression qualifier, ..] } call
            && method.DeclaringType == typeof(Money)
                ? Expression.Condition(minor.Test, Expression.Default(method.ReturnType), call.Update(null, [minor.IfFalse, currency.IfFalse, qualifier.IfFalse, .. call.Arguments.Skip(3)]))
                : visited;
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        // Whether a row that is referred to is there, by its key.
        if (node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual && node.Right is ConstantExpression { Value: null } && Find(node.Left) is { Property: null, Type: IEntityType { } type } found && found.Path.Length > 0)
        {
            var key = type.FindPrimaryKey()!.Properties[0];
            var id = Expression.Property(node.Left, key.PropertyInfo!);
            var nullable = typeof(Nullable<>).MakeGenericType(key.ClrType);
            return Expression.MakeBinary(node.NodeType, Read(new Step(null, key, $"{found.Path}.{key.Name}", IsOptional: true), id, nullable), Expression.Constant(null, nullable));
        }

        return base.VisitBinary(node);
    }

    /// <summary>Whether the other type is the one, or the same that may be null.</summary>
    private static bool Holds(Type type, Type other) => type == other || Nullable.GetUnderlyingType(type) == other;

    private Expression Give(Expression node)
    {
        IsFlat = false;
        return node;
    }

    /// <summary>What a path from the row leads to; null where the expression is none.</summary>
    private Step? Find(Expression node)
    {
        switch (node)
        {
            case ParameterExpression parameter when parameter == row:
                return new Step(entity, null, "", IsOptional: false);
            case MemberExpression { Expression: { } from } member when Find(from) is { Type: { } type } step:
                var path = step.Path.Length == 0 ? member.Member.Name : $"{step.Path}.{member.Member.Name}";
                return type.FindProperty(member.Member) is { } property ? new Step(null, property, path, step.IsOptional || property.IsNullable)
                    : type.FindComplexProperty(member.Member) is { IsCollection: false } complex ? new Step(complex.ComplexType, null, path, step.IsOptional || complex.IsNullable)
                    : type is IEntityType owner && owner.FindNavigation(member.Member) is { IsCollection: false } navigation ? new Step(navigation.TargetEntityType, null, path, step.IsOptional || !navigation.IsOnDependent || !navigation.ForeignKey.IsRequired)
                    : new Step(null, null, path, IsOptional: true);
            default:
                return null;
        }
    }

    private Expression Read(Step step, Expression column, Type type)
    {
        var (property, path) = (step.Property!, step.Path);
        var underlying = Nullable.GetUnderlyingType(type) ?? type;
        if (!_numbers.TryGetValue(path, out var number))
        {
            number = _numbers[path] = _selected.Count;
            var nullable = column.Type.IsValueType && Nullable.GetUnderlyingType(column.Type) is null ? Expression.Convert(column, typeof(Nullable<>).MakeGenericType(column.Type)) : column;
            _selected.Add(Expression.Convert(nullable, typeof(object)));
        }

        var mapping = property.GetRelationalTypeMapping();
        var method = mapping.GetDataReaderMethod();
        var result = method.DeclaringType!.IsAssignableFrom(typeof(DbDataReader)) ? (Expression)Result : Expression.Convert(Result, method.DeclaringType);
        var value = mapping.CustomizeDataReaderExpression(Expression.Call(result, method, Expression.Constant(number)));
        if (mapping.Converter is { } converter)
        {
            var from = converter.ConvertFromProviderExpression;
            value = new Swap(from.Parameters[0], value.Type == from.Parameters[0].Type ? value : Expression.Convert(value, from.Parameters[0].Type)).Visit(from.Body);
        }

        value = value.Type == underlying ? value : Expression.Convert(value, underlying);
        value = underlying == type ? value : Expression.Convert(value, type);
        return !step.IsOptional || (type.IsValueType && underlying == type)
            ? value
            : Expression.Condition(Expression.Call(Result, nameof(DbDataReader.IsDBNull), null, Expression.Constant(number)), Expression.Default(type), value);
    }

    /// <param name="IsOptional">Whether it may be missing.</param>
    private sealed record Step(ITypeBase? Type, IProperty? Property, string Path, bool IsOptional);
}
