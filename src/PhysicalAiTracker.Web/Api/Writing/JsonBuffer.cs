using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.ObjectPool;

namespace PhysicalAiTracker.Web.Api.Writing;

/// <summary>Where an answer is written before it is sent, used again for the next.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private const int FirstSize = 32 * 1024;

    /// <summary>A larger one is let go of.</summary>
    private const int LargestKept = 1024 * 1024;

    private static readonly ObjectPool<JsonBuffer> Pool = new DefaultObjectPool<JsonBuffer>(new Policy());

    private readonly ArrayBufferWriter<byte> _bytes = new(FirstSize);
    private readonly Utf8JsonWriter _json;

    private JsonBuffer() => _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder, SkipValidation = true });

    /// <summary>What was written; until it is disposed of.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>One that holds the body as JSON.</summary>
    public static JsonBuffer Of(object body)
    {
        var buffer = Pool.Get();
        try
        {
            JsonWriting.Of(body.GetType()).WriteObject(buffer._json, body);
            buffer._json.Flush();
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public void Dispose() => Pool.Return(this);

    private sealed class Policy : PooledObjectPolicy<JsonBuffer>
    {
        public override JsonBuffer Create() => new();

        public override bool Return(JsonBuffer obj)
        {
            obj._bytes.ResetWrittenCount();
            obj._json.Reset();
            return obj._bytes.Capacity <= LargestKept;
        }
    }
}
