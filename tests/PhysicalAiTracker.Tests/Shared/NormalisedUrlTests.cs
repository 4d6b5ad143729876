using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Tests.Shared;

public sealed class NormalisedUrlTests
{
    [Theory]
    [InlineData("https://example.com/a", "https://example.com/a")]
    [InlineData("http://example.com/a", "https://example.com/a")]
    [InlineData(" HTTPS://WWW.Example.COM:443/a/ ", "https://example.com/a")]
    [InlineData("http://example.com:80", "https://example.com")]
    [InlineData("https://example.com:8443/a", "https://example.com:8443/a")]
    [InlineData("https://example.com./a#part", "https://example.com/a")]
    [InlineData("https://example.com/a?utm_source=x&b=2&a=1&fbclid=y&GCLID=z", "https://example.com/a?a=1&b=2")]
    [InlineData("https://example.com/a/?utm_medium=x", "https://example.com/a")]
    [InlineData("https://example.com/a?b=2&b=1&a", "https://example.com/a?a&b=2&b=1")]
    [InlineData("https://example.com/A/b", "https://example.com/A/b")]
    [InlineData("https://www.com/a", "https://www.com/a")]
    [InlineData("https://müller.example/a", "https://xn--mller-kva.example/a")]
    [InlineData("http://[::1]:8080/a", "https://[::1]:8080/a")]
    public void Two_addresses_of_one_document_have_one_key(string url, string key)
    {
        NormalisedUrl.Of(url, out var problem).Should().Be(key, problem);
        NormalisedUrl.Of(key, out _).Should().Be(key, "a key is its own key");
    }

    [Theory]
    [InlineData(null, "No address.")]
    [InlineData("  ", "No address.")]
    [InlineData("javascript:alert(1)", "*https://*")]
    [InlineData("data:text/html,x", "*https://*")]
    [InlineData("file:///etc/passwd", "*https://*")]
    [InlineData("ftp://example.com", "*https://*")]
    [InlineData("example.com/a", "*https://*")]
    [InlineData("/a", "*https://*")]
    [InlineData("//example.com/a", "*https://*")]
    [InlineData("https://", "*not a complete address*")]
    [InlineData("https:///a", "*not a complete address*")]
    [InlineData("https://exa mple.com", "*not a complete address*")]
    [InlineData("https://example.com\\@evil.example", "*not a complete address*")]
    [InlineData("https://example.com/a\nb", "*not a complete address*")]
    [InlineData("https://user:pass@example.com/", "*user name or password*")]
    [InlineData("https://user@example.com/", "*user name or password*")]
    public void What_is_no_public_page_is_refused_with_what_is_wrong(string? url, string expected)
    {
        NormalisedUrl.Of(url, out var problem).Should().BeNull();
        problem.Should().Match(expected);
    }

    [Fact]
    public void An_address_has_a_longest_length()
    {
        var url = "https://example.com/" + new string('a', NormalisedUrl.MaxLength);
        NormalisedUrl.Of(url[..NormalisedUrl.MaxLength], out _).Should().NotBeNull();
        NormalisedUrl.Of(url, out var problem).Should().BeNull();
        problem.Should().Contain("2000");
    }
}
