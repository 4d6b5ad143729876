using System.Text;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace PhysicalAiTracker.Web.Api.Description;

/// <summary>The description as a file: made when it is first asked for, the same from then on.</summary>
internal sealed class DescriptionRoute
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    private byte[]? _made;

    public void Map(WebApplication app) => app.MapMethods(DescriptionSetup.DocumentPath, Reads, AnswerAsync).ExcludeFromDescription().AllowAnonymous().RequireCors(CrossOrigin.Reads);

    private Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        // Two who ask first may both make it: it is the same.
        return TaggedAnswer.SendAsync(context, _made ??= Make(context.RequestServices.GetRequiredService<ISwaggerProvider>()), "application/json; charset=utf-8");
    }

    private static byte[] Make(ISwaggerProvider provider)
    {
        using var text = new StringWriter();
        provider.GetSwagger(DescriptionSetup.Document).SerializeAsV31(new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true }));
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
