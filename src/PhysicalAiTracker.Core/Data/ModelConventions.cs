using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Data;

/// <summary>What all configurations share: how the tracker's own types are stored on both databases.</summary>
internal static class ModelConventions
{
    private const string SortKey = "Tracker:SortKey";
    private const int LongestWord = 24;

    /// <summary>Identity row, version and times of a record.</summary>
    public static void IsRecord<T>(this EntityTypeBuilder<T> builder)
        where T : Record
    {
        builder.Ignore(r => r.Kind);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.GradeKey, r.Id });
        builder.HasIndex(r => new { r.StaleGradeKey, r.Id });
        builder.HasOne<RecordIdentity>().WithOne().HasForeignKey<T>(r => r.Id).OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>Marks a normalised key, or words that lists are sorted by: compared byte by byte on every database.</summary>
    public static PropertyBuilder<string> IsKey(this PropertyBuilder<string> property) => property.HasAnnotation(SortKey, true);

    public static void HasMoney<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, Money?>> money)
        where T : class => builder.ComplexProperty(money, part =>
        {
            part.Property(m => m!.Currency).HasMaxLength(3);
            NameColumns(part.Metadata);
        });

    public static void HasQuantity<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, Quantity?>> quantity)
        where T : class => builder.ComplexProperty(quantity, part =>
        {
            part.Property(q => q!.Unit).HasMaxLength(Quantity.UnitLength);
            NameColumns(part.Metadata);
        });

    /// <summary>SQLite gives times back without their kind, and PostgreSQL wants UTC: one converter serves both.</summary>
    public static void StoreTrackerTypes(this ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
        configuration.Properties<PartialDate>().HaveConversion<PartialDateConverter>().HaveMaxLength(PartialDate.MaxLength);
    }

    /// <summary>Enumerations are stored as the design's words, and the database refuses others.</summary>
    public static void StoreEnumerationsAsWords(this ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var property in Scalars(entity))
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (type.IsEnum)
                {
                    property.SetValueConverter(typeof(WordConverter<>).MakeGenericType(type));
                    property.SetMaxLength(LongestWord);
                    var column = property.GetColumnName();
                    var words = string.Join(", ", Words.All(type).Select(word => $"'{word}'"));
                    entity.AddCheckConstraint($"CK_{entity.GetTableName()}_{column}_Word", $"\"{column}\" IN ({words})");
                }
            }
        }
    }

    /// <summary>On PostgreSQL a key's order must not depend on the server's locale.</summary>
    public static void CollateKeysByCode(this ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.FindAnnotation(SortKey) is not null)
            {
                property.SetCollation("C");
            }
        }
    }

    /// <summary>Names the columns now, where EF would only when the model is finished: check constraints need them.</summary>
    private static void NameColumns(IMutableComplexProperty part)
    {
        foreach (var property in part.ComplexType.GetProperties())
        {
            property.SetColumnName($"{part.Name}_{property.Name}");
        }
    }

    private static IEnumerable<IMutableProperty> Scalars(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => Scalars(complex.ComplexType)));

    internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => time.Kind == DateTimeKind.Utc ? time : time.ToUniversalTime(),
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

    internal sealed class PartialDateConverter() : ValueConverter<PartialDate, string>(date => date.Text, text => PartialDate.Parse(text));

    internal sealed class WordConverter<TEnum>() : ValueConverter<TEnum, string>(value => Words.Of(value), word => Parse<TEnum>(word))
        where TEnum : struct, Enum;

    private static TEnum Parse<TEnum>(string word)
        where TEnum : struct, Enum =>
        Words.TryParse<TEnum>(word, out var value) ? value : throw new InvalidOperationException($"The database holds “{word}”, which is no {typeof(TEnum).Name}.");
}
