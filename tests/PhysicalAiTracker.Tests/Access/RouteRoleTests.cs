using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Access;

/// <summary>Each route, asked for by each role: who may not is told so, and whoever may is let in.</summary>
public sealed partial class RouteRoleTests
{
    private const string Nobody = "";

    public static TheoryData<string> Everyone => [Nobody, .. Roles.All];

    [Fact]
    public async Task Every_route_has_a_line_and_every_line_a_route()
    {
        await using var app = App();

        var (routes, lines) = (await MappedRoutes.OfAsync(app), RouteRoles.All.Select(line => line.Route).ToList());

        routes.Except(lines).Should().BeEmpty("each route needs a line in RouteRoles.cs");
        lines.Except(routes).Should().BeEmpty("each line in RouteRoles.cs is of a route");
        lines.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Static_files_are_everybodys()
    {
        await using var app = App();
        using var reader = new Visitor(app);
        var files = MappedRoutes.StaticFiles(app).ToList();

        files.Should().NotBeEmpty().And.OnlyContain(file => file.Metadata.GetMetadata<IAuthorizeData>() == null);
        (await reader.GetAsync("/favicon.svg")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task A_role_gets_where_it_may_and_nowhere_else(string role)
    {
        await using var app = App();
        if (role != Nobody)
        {
            await app.AddUserAsync("ana", Visitor.Password, role);
        }

        using var visitor = new Visitor(app);
        await EnterAsync(visitor, role);
        var wrong = new List<string>();
        foreach (var line in RouteRoles.All)
        {
            var answer = ClassOf(await AskAsync(visitor, line, role));
            if (answer != Expected(line, role))
            {
                wrong.Add($"{line.Route}: {answer}, not {Expected(line, role)}");
            }

            if (line.EndsSession)
            {
                await EnterAsync(visitor, role);
            }
        }

        wrong.Should().BeEmpty($"of {(role == Nobody ? "a reader without an account" : role)}");
    }

    [Fact]
    public async Task No_page_takes_a_form_without_its_token()
    {
        await using var app = App();
        using var admin = await Visitor.SignedInAsync(app, Roles.Admin);
        var forms = RouteRoles.All.Where(line => line.Route.StartsWith("POST /", StringComparison.Ordinal) && !line.Route.StartsWith("POST /api/", StringComparison.Ordinal)).ToList();
        var taken = new List<string>();
        foreach (var line in forms)
        {
            if ((await admin.PostAsync(PathOf(line))).StatusCode != HttpStatusCode.BadRequest)
            {
                taken.Add(line.Route);
            }
        }

        forms.Should().NotBeEmpty();
        taken.Should().BeEmpty();
    }

    private static TrackerApp App() => new() { Seeded = true, Settings = new Dictionary<string, string> { ["SignIn:RateLimit"] = "1000000" } };

    private static async Task EnterAsync(Visitor visitor, string role)
    {
        if (role != Nobody)
        {
            (await visitor.SignInAsync("ana")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        }
    }

    /// <summary>Forms are sent with a token, so that what is refused is refused for the role.</summary>
    private static async Task<HttpResponseMessage> AskAsync(Visitor visitor, RouteRole line, string role)
    {
        var (method, path) = (line.Route.Split(' ')[0], PathOf(line));
        if (method == "POST" && !path.StartsWith("/api/", StringComparison.Ordinal))
        {
            return await visitor.PostFormAsync(role == Nobody ? "/account/sign-in" : "/about", path);
        }

        using var request = new HttpRequestMessage(new HttpMethod(method == "ANY" ? "GET" : method), path);
        return await visitor.Client.SendAsync(request);
    }

    private static string PathOf(RouteRole line) => line.Path ?? Parameter().Replace(line.Route.Split(' ')[1], match => match.Groups["type"].Value switch
    {
        "guid" => "01a20975-fb37-76a8-883b-d4542e3147eb",
        "int" => "1",
        _ => "nobody",
    });

    private static Answer Expected(RouteRole line, string role)
    {
        var roles = Roles.All.ToList();
        return line.AfterPassword ? Answer.AskedToSignIn
            : line.Least is null || (role != Nobody && roles.IndexOf(role) >= roles.IndexOf(line.Least)) ? Answer.LetIn
            : role == Nobody ? Answer.AskedToSignIn
            : Answer.Refused;
    }

    private static Answer ClassOf(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => Answer.AskedToSignIn,
        HttpStatusCode.Redirect when answer.Headers.Location!.OriginalString.StartsWith("/account/sign-in", StringComparison.Ordinal) => Answer.AskedToSignIn,
        HttpStatusCode.Forbidden => Answer.Refused,
        >= HttpStatusCode.InternalServerError => Answer.Failed,
        _ => Answer.LetIn,
    };

    [GeneratedRegex(@"\{\**(?<name>\w+)(:(?<type>\w+))?\??\}")]
    private static partial Regex Parameter();

    private enum Answer
    {
        LetIn,
        AskedToSignIn,
        Refused,
        Failed,
    }
}
