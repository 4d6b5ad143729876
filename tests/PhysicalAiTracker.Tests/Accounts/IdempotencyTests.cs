using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Accounts.Idempotency;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts;

public sealed class IdempotencyTests
{
    private const string Header = "Idempotency-Key";
    private const string Replayed = "Idempotency-Replayed";

    [Theory, EachDatabase]
    public async Task The_same_request_again_is_answered_as_the_first_time_and_not_done(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ana = await Visitor.SignedInAsync(app);

        var first = await PostAsync(ana, "import-1");
        var again = await PostAsync(ana, "import-1");

        first.Status.Should().Be(HttpStatusCode.Created, first.Text);
        first.Header(Replayed).Should().BeNull();
        (again.Status, again.Text, again.Header("Location"), again.MediaType).Should().Be((first.Status, first.Text, first.Header("Location"), first.MediaType));
        again.Header(Replayed).Should().Be("true");
        (await DisclosuresAsync(app)).Should().Be(1);
    }

    [Theory, EachDatabase]
    public async Task Another_body_by_the_same_name_is_422(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ana = await Visitor.SignedInAsync(app);
        await PostAsync(ana, "import-1");

        var answer = await PostAsync(ana, "import-1", Analyst.Document(Analyst.Company("Another Company")));

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.MediaType.Should().Be("application/problem+json");
        (await DisclosuresAsync(app)).Should().Be(1);
    }

    [Theory, EachDatabase]
    public async Task A_refusal_is_kept_too_and_writes_nothing(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ana = await Visitor.SignedInAsync(app);
        var wrong = Analyst.Document(Analyst.Round("nobody-knows"));

        var first = await PostAsync(ana, "import-1", wrong);
        var again = await PostAsync(ana, "import-1", wrong);

        first.Status.Should().Be(HttpStatusCode.BadRequest);
        (again.Text, again.Header(Replayed)).Should().Be((first.Text, "true"));
        (await DisclosuresAsync(app)).Should().Be(0);
    }

    [Theory, EachDatabase]
    public async Task Names_are_kept_a_day_and_belong_to_one_account(DatabaseProvider provider)
    {
        var clock = new TestClock(DateTimeOffset.UtcNow);
        await using var app = new TrackerApp { Provider = provider, Clock = clock };
        using var ana = await Visitor.SignedInAsync(app);
        using var ben = await Visitor.SignedInAsync(app, name: "ben");
        await PostAsync(ana, "import-1");

        (await PostAsync(ben, "import-1", Analyst.Document(Analyst.Company("Of Ben")))).Status.Should().NotBe(HttpStatusCode.UnprocessableEntity);
        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        using var later = new Visitor(app);
        await later.SignInAsync("ana");
        (await PostAsync(later, "import-1")).Header(Replayed).Should().Be("true");
        clock.Advance(TimeSpan.FromSeconds(1));

        (await PostAsync(later, "import-1", Analyst.Document(Analyst.Company("Of a new day")))).Header(Replayed).Should().BeNull();
    }

    [Theory, EachDatabase]
    public async Task Of_many_at_once_one_is_done(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ana = await Visitor.SignedInAsync(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(ana, "import-1")));

        answers.Count(answer => answer.Status == HttpStatusCode.Created && answer.Header(Replayed) is null).Should().Be(1);
        answers.Select(answer => answer.Status).Should().OnlyContain(status => status == HttpStatusCode.Created || status == HttpStatusCode.Conflict);
        (await DisclosuresAsync(app)).Should().Be(1);
    }

    [Theory, EachDatabase]
    public async Task A_crash_before_the_answer_is_kept_leaves_nothing(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var request = new NamedRequest(analyst.Who.UserId, "import-1", new byte[32]);

        var crash = () => RunAsync(analyst, request, _ => throw new InvalidOperationException("the power went"));
        await crash.Should().ThrowAsync<InvalidOperationException>();
        await using var db = analyst.Database.NewContext();
        (await db.Disclosures.CountAsync(), await db.KeptAnswers.CountAsync(), await db.Parties.CountAsync()).Should().Be((0, 0, 0));
        var done = await RunAsync(analyst, request, outcome => new GivenAnswer(201, $"/{outcome.DisclosureId}", null, []));
        var again = await RunAsync(analyst, request, _ => throw new InvalidOperationException("must not be done again"));

        var id = await db.Disclosures.Select(d => d.Id).SingleAsync();
        done.Should().BeOfType<NamedOutcome.Done>();
        again.Should().BeOfType<NamedOutcome.Before>().Which.Answer.Should().Match<GivenAnswer>(answer => answer.Status == 201 && answer.Location == $"/{id}");
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("two words")]
    [InlineData("ключ")]
    public async Task A_name_is_visible_ASCII(string name)
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);

        (await PostAsync(ana, name)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await PostAsync(ana, new string('x', KeptAnswer.KeyLength + 1))).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_says_nothing_of_the_request_is_not_kept()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        using var content = new StringContent("{}");

        (await PublishTests.PostAsync(ana, content, (Header, "import-1"))).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);

        (await PostAsync(ana, "import-1")).Status.Should().Be(HttpStatusCode.Created);
    }

    private static async Task<RestAnswer> PostAsync(Visitor visitor, string name, JsonObject? document = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/disclosures") { Content = JsonContent.Create(document ?? Analyst.Document(Analyst.Company("Example Robotics"))) };
        request.Headers.TryAddWithoutValidation(Header, name);
        return await RestAnswer.OfAsync(await visitor.Client.SendAsync(request));
    }

    private static Task<NamedOutcome> RunAsync(Analyst analyst, NamedRequest request, Func<DisclosureOutcome, GivenAnswer> answer) => analyst.InScopeAsync<IServiceProvider, NamedOutcome>(
        services => ActivatorUtilities.CreateInstance<NamedRequests>(services).RunAsync(
            request,
            async () => answer(await services.GetRequiredService<DisclosureCommands>().PublishAsync(
                Analyst.Document(Analyst.Company("Example Robotics")), new Submitter(analyst.Who.Name, analyst.Who.UserId, Imported: false), draft: null, CancellationToken.None)),
            CancellationToken.None));

    private static async Task<int> DisclosuresAsync(TrackerApp app)
    {
        await using var db = app.Database.NewContext();
        return await db.Disclosures.CountAsync();
    }
}
