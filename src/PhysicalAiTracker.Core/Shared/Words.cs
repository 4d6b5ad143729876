using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>The word of an enumeration's member where it is not the member's name in kebab-case.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class WordAttribute(string word) : Attribute
{
    public string Word { get; } = word;
}

/// <summary>
/// The words that stand for enumerations in tables, REST, forms and files: <c>OnDevice</c> is "on-device", <c>A</c> is "A".
/// A word has one spelling: matching is case-sensitive.
/// </summary>
public static class Words
{
    private static readonly ConcurrentDictionary<Type, Vocabulary> Vocabularies = new();

    /// <summary>The word of a member.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no declared member.</exception>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        Typed<TEnum>.WordOf(value) ?? throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(TEnum).Name} has no such member.");

    /// <summary>The word of a member whose type is known only at run time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no declared member.</exception>
    public static string Of(Type type, object value) =>
        VocabularyOf(type).Words.TryGetValue(value, out var word)
            ? word
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"{type.Name} has no such member.");

    /// <summary>The member that a word stands for; false for null, an unknown word or another spelling.</summary>
    public static bool TryParse<TEnum>([NotNullWhen(true)] string? word, out TEnum value)
        where TEnum : struct, Enum
    {
        if (word is not null && Typed<TEnum>.Vocabulary.Members.TryGetValue(word, out var member))
        {
            value = (TEnum)member;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>For a word that was checked before, such as a stored one.</summary>
    /// <exception cref="FormatException">The word stands for no member.</exception>
    public static TEnum Parse<TEnum>(string word)
        where TEnum : struct, Enum =>
        TryParse<TEnum>(word, out var value)
            ? value
            : throw new FormatException($"\"{word}\" is none of: {string.Join(", ", All<TEnum>())}.");

    /// <inheritdoc cref="TryParse{TEnum}(string?, out TEnum)"/>
    public static bool TryParse(Type type, [NotNullWhen(true)] string? word, [NotNullWhen(true)] out object? value)
    {
        value = null;
        return word is not null && VocabularyOf(type).Members.TryGetValue(word, out value);
    }

    /// <summary>All words, in the order of declaration.</summary>
    public static IReadOnlyList<string> All<TEnum>()
        where TEnum : struct, Enum => Typed<TEnum>.Vocabulary.All;

    /// <summary>All words of an enumeration known only at run time, in the order of declaration.</summary>
    /// <exception cref="ArgumentException">The type is no enumeration.</exception>
    public static IReadOnlyList<string> All(Type type) => VocabularyOf(type).All;

    private static Vocabulary VocabularyOf(Type type) => Vocabularies.GetOrAdd(type, static t => new Vocabulary(t));

    private static string Kebab(string name)
    {
        if (name.Length == 1)
        {
            return name;
        }

        var word = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(name[i]));
        }

        return word.ToString();
    }

    private sealed class Vocabulary
    {
        public Vocabulary(Type type)
        {
            if (!type.IsEnum)
            {
                throw new ArgumentException($"{type.Name} is not an enumeration.", nameof(type));
            }

            if (Enum.GetUnderlyingType(type) != typeof(int))
            {
                throw new ArgumentException($"{type.Name} has members that are no int.", nameof(type));
            }

            // Enum.GetNames sorts by value; the metadata keeps the order in which the members were written.
            var fields = type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(field => field.MetadataToken).ToArray();
            All = [.. fields.Select(field => field.GetCustomAttribute<WordAttribute>()?.Word ?? Kebab(field.Name))];
            Words = fields.Zip(All).ToFrozenDictionary(pair => pair.First.GetValue(null)!, pair => pair.Second);
            ByNumber = new string?[1 + Words.Keys.Max(member => Convert.ToInt32(member, CultureInfo.InvariantCulture))];
            foreach (var (member, word) in Words)
            {
                ByNumber[Convert.ToInt32(member, CultureInfo.InvariantCulture)] = word;
            }

            Members = fields.Zip(All).ToFrozenDictionary(pair => pair.Second, pair => pair.First.GetValue(null)!, StringComparer.Ordinal);
        }

        public IReadOnlyList<string> All { get; }

        public FrozenDictionary<object, string> Words { get; }

        /// <summary>By the member's number; null where none has it.</summary>
        public string?[] ByNumber { get; }

        public FrozenDictionary<string, object> Members { get; }
    }

    /// <summary>
    /// The same by type parameter, so that no value is boxed. Nothing generic is made over the enumeration itself: a dictionary of each of them would be compiled
    /// when the program starts, which was a third of all that was.
    /// </summary>
    private static class Typed<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Vocabulary Vocabulary = VocabularyOf(typeof(TEnum));

        private static readonly string?[] ByNumber = Vocabulary.ByNumber;

        public static string? WordOf(TEnum value)
        {
            // All of them are numbers of 32 bits; the vocabulary sees to it.
            var number = Unsafe.BitCast<TEnum, int>(value);
            return (uint)number < (uint)ByNumber.Length ? ByNumber[number] : null;
        }
    }
}
