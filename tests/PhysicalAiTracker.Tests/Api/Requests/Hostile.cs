using System.Text;

namespace PhysicalAiTracker.Tests.Api.Requests;

/// <summary>What nobody sends who means well, or only by mistake.</summary>
internal static class Hostile
{
    private static readonly string[] Texts =
    [
        "", " ", "0", "-1", "1", "201", "2147483648", "99999999999999999999", "1e309", "-1e-400", "NaN", "Infinity", "0x10", "1_000", "1,5", "٣",
        "null", "undefined", "true", "[]", "{}", "{\"q0\":{}}", "[[[[[[[[]]]]]]]]", "'", "\"", "\\", "`", "' OR 1=1 --", "\"; DROP TABLE x; --", "%", "_", "%%", "*", "?", "(", ")", "a\"b", "NEAR", "AND", "^a", "a:b",
        "..", "../../etc/passwd", "..\\", "/", "//", ".", "a.csv", ".atom", "funding-rounds.csv/", "CON", "~", "#", "#ref", "&", "=", "+", ";", ",", ",,", "a,b,", "!", "<script>", "${x}", "{{x}}", "{id}",
        "\0", "a\0b", "\r\n", "\t", "\u0001", "\u007f", "\u200b", "\u202e", "\ufeff", "\ufffd", "\ufffe", "\ud83e\udd16", "e\u0301\u0301\u0301", "ﬃ", "İ", "ß", "\u1e9e", "日本語", "\u0378",
        "2026-02-30", "2026-13", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2026-06-01T00:00:00Z", "2026-06-01T00:00:00+99:99", "2026?", "-2026", "2026-W01", "2026~%",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "0196a3f0-5c00-7000-8000-00000000000", "{0196a3f0-5c00-7000-8000-000000000001}", "0196A3F05C0070008000000000000001",
        "pat_", "pat_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "A", "A-Z", "aa--bb", "-", "--", "-name", "--name", "name,name", "-amount,amount",
    ];

    /// <summary>Parts of a query that no description has.</summary>
    public static readonly string[] Pairs =
        ["", "=", "=a", "a", "&", "&&", "a=1&a=2", "limit=1&limit=2", "LIMIT=5", "limit=", "sort", "sort=", "asOf=", "asOf=2026-01-01&asOf=2026-01-02", "fields=", "fields=,", "include=", "cursor=", "access_token=x", "api_key=", "%00=%00", "!=", "!!=a", "q!=a", "limit!=3", "[]=1", "a[b]=1", "callback=x", "state=", "state=accepted,draft", "kind!", "a=%"];

    public static readonly string[] HeaderValues = ["", " ", "*", "\"", "\"a", "a,b", ",", ";", "=", "W/", "W/\"\"", "\"\"", "Ã¼", "a;q=2", "a;q=", "(((", new string('x', 300), "-1", "99999999999999999999"];

    public static readonly Dictionary<string, string[]> Headers = new()
    {
        ["Accept"] = ["*/*", "application/json", "text/csv", "application/x-ndjson", "application/atom+xml", "text/html", "application/*", "text/*;q=0.5, application/json;q=0.4", "application/json;q=0", "application/problem+json", "image/png", "garbage", "/", "application/json;version=2"],
        ["Accept-Encoding"] = ["gzip", "br", "br;q=0, gzip", "identity;q=0", "*;q=0", "zstd", "gzip, gzip"],
        ["Accept-Language"] = ["de", "xx-invalid-!!"],
        ["Authorization"] = ["Bearer", "Bearer ", "Bearer x", "bearer pat_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Basic YTpi", "Basic", "Negotiate"],
        ["Cookie"] = ["a", "=", "session=x", "session=CfDJ8AAAA; session=", ";;;"],
        ["Origin"] = ["null", "https://elsewhere.example", "http://localhost", "not an origin"],
        ["Sec-Fetch-Site"] = ["cross-site", "same-origin", "none", "x"],
        ["If-Modified-Since"] = ["Thu, 01 Jan 2026 00:00:00 GMT", "yesterday"],
        ["If-None-Match"] = ["*", "W/\"a\"", "\"a\", \"b\""],
        ["If-Match"] = ["*", "\"1\""],
        ["If-Unmodified-Since"] = ["Thu, 01 Jan 1970 00:00:00 GMT"],
        ["Range"] = ["bytes=0-1", "bytes=-1", "items=0-5"],
        ["Prefer"] = ["return=minimal", "respond-async"],
        ["Expect"] = ["100-continue"],
        ["X-HTTP-Method-Override"] = ["DELETE"],
        ["X-Forwarded-For"] = ["1.2.3.4", "x"],
        ["X-Forwarded-Host"] = ["elsewhere.example"],
        ["traceparent"] = ["00-00000000000000000000000000000000-0000000000000000-00", "x"],
    };

    public static readonly string[] BodyTypes =
        ["text/plain", "application/json; charset=utf-8", "application/json; charset=utf-16", "application/json; charset=none", "application/merge-patch+json", "multipart/form-data", "multipart/form-data; boundary=a", "application/x-www-form-urlencoded; charset=x", "application/xml", "*/*", "", "json"];

    /// <summary>Bytes that are no text, and escapes that are none.</summary>
    public static readonly string[] Escapes = ["%00", "%FF", "%C0%AF", "%ED%A0%80", "%F0%9F", "%", "%2", "%ZZ", "%u0041", "%25%32%46", "+", "%2e%2e%2f", "%0d%0aX:1"];

    public static string Text(Random random) => random.Next(40) switch
    {
        0 => new string('a', 300),
        1 => string.Join(',', Enumerable.Range(0, 400)),
        2 => new string('[', 1_500),
        3 when random.Next(4) == 0 => new string('a', 8_001),
        4 => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => (char)random.Next(1, 0xd800))),
        5 => Texts[random.Next(Texts.Length)] + Texts[random.Next(Texts.Length)],
        _ => Texts[random.Next(Texts.Length)],
    };

    /// <summary>As <see cref="Uri.EscapeDataString(string)"/>, and what is no text as the bytes that some programs send.</summary>
    public static string Escape(string text) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
}
