using System.Runtime.InteropServices;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>What is allocated past .NET's collector: SQLite's pages and statements, and what the runtime needs to compile.</summary>
public static partial class NativeHeap
{
    /// <summary>
    /// Gives back to the system what is free, within a few milliseconds. The C library of most Linux systems has a heap for each of several threads, and keeps in it
    /// what lies under something that is still in use (malloc_trim(3)). Elsewhere it does nothing.
    /// </summary>
    public static void Trim()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = malloc_trim(0);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library, which has heaps of its own kind.
        }
    }

    [LibraryImport("libc.so.6")]
    private static partial int malloc_trim(nuint pad);
}
