using System.Globalization;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>Values that no request has: where one turns up among the parameters of a statement is where the value belongs for which it stood.</summary>
internal sealed class StandIns
{
    private readonly List<object?> _all = [];

    /// <summary>In the order in which they were made; null stands for none.</summary>
    public IReadOnlyList<object?> All => _all;

    /// <summary>One of the same type; null for null. <see cref="IsComplete"/> is false where none can be made.</summary>
    public object? For(object? value)
    {
        var number = _all.Count + 1;
        object? standIn = value switch
        {
            long => 71_430_052_006_000_003L + number,
            int => 1_943_005_201 + number,
            DateOnly => new DateOnly(1203, 4, 1).AddDays(number),
            DateTime => new DateTime(1204, 5, 6, 7, 8, 9, DateTimeKind.Utc).AddMinutes(number),
            Guid => new Guid(0x5a17c0de, 0x1d, 0x7e, 1, 2, 3, 4, 5, 6, 7, (byte)number),
            string => string.Create(CultureInfo.InvariantCulture, $"\u0001stand-in {number}"),
            _ => null,
        };
        IsComplete &= value is null == standIn is null;
        _all.Add(standIn);
        return standIn;
    }

    /// <summary>Whether each value had one.</summary>
    public bool IsComplete { get; private set; } = true;
}
