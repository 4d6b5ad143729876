using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>Reads the form before anything else does, so that one that is too large gets a page that says so, not a broken connection.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FormLimitsAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>A browser shows no answer while it still sends: what is too large is read to the end, up to here, and thrown away.</summary>
    private const long MostRead = 64 * 1024 * 1024;

    /// <summary>Before the antiforgery check, which reads the form and would blame the token.</summary>
    public int Order => 0;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!http.Request.HasFormContentType)
        {
            return;
        }

        if (http.Request.ContentLength > KestrelLimits.MaxBody)
        {
            await DrainAsync(http);
            Refuse(context);
            return;
        }

        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            Refuse(context);
        }
    }

    private static async Task DrainAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostRead;
        }

        if (http.Request.ContentLength <= MostRead)
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
    }

    private static void Refuse(AuthorizationFilterContext context)
    {
        context.HttpContext.Features.Set(new ErrorReason(
            $"A form takes {KestrelLimits.MaxBody / 1024 / 1024} MB at most: a text of {Snapshot.TextLength:N0} characters and {FormActions.MaxChanges} changes. "
            + "Nothing was saved. Go back, shorten the text or split the disclosure, and send it again."));
        context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}
