using System.Globalization;
using System.Runtime.InteropServices;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Tests.Shared;

public sealed class NativeHeapTests
{
    private const int Block = 60_000;
    private const int Blocks = 2_000;

    [Fact]
    public void Gives_back_what_is_free_under_something_in_use()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out _))
        {
            // Nothing to give back, and nothing that fails.
            NativeHeap.Trim();
            return;
        }

        var blocks = Enumerable.Range(0, Blocks).Select(_ => Allocate()).ToList();
        blocks[..^1].ForEach(Marshal.FreeHGlobal);
        var before = Resident();

        NativeHeap.Trim();

        (before - Resident()).Should().BeGreaterThan(Blocks * Block / 2);
        Marshal.FreeHGlobal(blocks[^1]);
    }

    private static nint Allocate()
    {
        var block = Marshal.AllocHGlobal(Block);
        for (var at = 0; at < Block; at += 4096)
        {
            Marshal.WriteByte(block, at, 1);
        }

        return block;
    }

    private static long Resident() =>
        long.Parse(File.ReadLines("/proc/self/status").Single(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
}
