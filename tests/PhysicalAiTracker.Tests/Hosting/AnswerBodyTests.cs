using Microsoft.AspNetCore.Http;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Hosting.Cache;

namespace PhysicalAiTracker.Tests.Hosting;

/// <summary>An answer that is held back and kept in pieces goes out as it was written.</summary>
public sealed class AnswerBodyTests
{
    private const int Most = 300_000;

    [Theory]
    [InlineData(1)]
    [InlineData(AnswerBody.PieceSize)]
    [InlineData(AnswerBody.PieceSize + 1)]
    [InlineData(250_000)]
    public async Task It_goes_out_as_it_was_written(int length)
    {
        var (written, sent) = (Bytes(length), new MemoryStream());
        var context = ContextTo(sent);
        await using var held = new KeptBody(context.Response, sent, Most);

        await WriteAsync(held, written);

        sent.Length.Should().Be(0, "it is held back until it is whole");
        var body = held.Held!;
        body.Length.Should().Be(length);
        EntityTags.Of(body).Should().Be(EntityTags.Of(written));
        for (var time = 0; time < 2; time++)
        {
            sent.SetLength(0);
            await body.WriteAsync(context.Response, CancellationToken.None);
            sent.ToArray().AsSpan().SequenceEqual(written).Should().BeTrue();
        }
    }

    [Fact]
    public async Task One_that_is_too_large_goes_through_whole()
    {
        var (written, sent) = (Bytes(Most + 1), new MemoryStream());
        await using var held = new KeptBody(ContextTo(sent).Response, sent, Most);

        await WriteAsync(held, written);

        held.Held.Should().BeNull();
        sent.ToArray().AsSpan().SequenceEqual(written).Should().BeTrue();
    }

    private static DefaultHttpContext ContextTo(Stream sent) => new() { Response = { Body = sent, ContentType = "text/html", StatusCode = StatusCodes.Status200OK } };

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    /// <summary>In parts of many lengths, as a page is written.</summary>
    private static async Task WriteAsync(KeptBody body, byte[] bytes)
    {
        for (int at = 0, part = 1; at < bytes.Length; at += part, part = (part * 7 % 40_000) + 1)
        {
            part = Math.Min(part, bytes.Length - at);
            await body.WriteAsync(bytes.AsMemory(at, part));
        }
    }
}
