using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>Somebody with a browser without scripts: keeps cookies, fills in forms as the pages offer them, follows no redirect unasked.</summary>
public sealed partial class Visitor(TrackerApp app, string address = "http://localhost") : IDisposable
{
    /// <summary>A password that the rules accept.</summary>
    public const string Password = "river candle orbit mint";

    private readonly HttpClient _client = app.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(address), AllowAutoRedirect = false });

    public HttpClient Client => _client;

    /// <summary>A visitor who is signed in as a new account.</summary>
    public static async Task<Visitor> SignedInAsync(TrackerApp app, string role = Roles.Analyst, string name = "ana")
    {
        await app.AddUserAsync(name, Password, role);
        var visitor = new Visitor(app);
        (await visitor.SignInAsync(name)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        return visitor;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

    public Task<HttpResponseMessage> SignInAsync(string name, string password = Password, string path = "/account/sign-in") =>
        PostFormAsync(path, ("name", name), ("password", password));

    /// <summary>Loads the page of a form and sends the form back to the same address.</summary>
    public Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string Value)[] fields) => PostFormAsync(path, path, fields);

    /// <summary>Loads a page and sends its form to where it says.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        return await PostAsync(action, [.. fields, await TokenAsync(page)]);
    }

    /// <summary>Loads a page, and takes the field from its form without which nothing can be sent.</summary>
    public async Task<(string Name, string Value)> TokenAsync(string page)
    {
        var token = TokenField().Match(await _client.GetStringAsync(page)).Groups["token"].Value;
        return ("__RequestVerificationToken", WebUtility.HtmlDecode(token));
    }

    /// <summary>Sends fields without looking at a page first.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _client.PostAsync(path, form);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"")]
    private static partial Regex TokenField();
}
