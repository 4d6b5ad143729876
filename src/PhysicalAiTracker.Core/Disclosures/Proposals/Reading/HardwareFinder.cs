namespace PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

/// <summary>Finds hardware by name: "NVIDIA Jetson AGX Orin", "H100", "RTX 4090".</summary>
internal static class HardwareFinder
{
    private static readonly HashSet<string> Vendors = ["nvidia", "qualcomm", "intel", "amd", "google", "hailo", "amazon", "aws"];

    private static readonly HashSet<string> Heads =
    [
        "jetson", "h100", "h100s", "h200", "h200s", "a100", "a100s", "b200", "b200s", "gb200", "gb200s", "b300", "gb300", "l4", "l40", "l40s", "rtx", "geforce", "tpu", "tpus", "trainium", "trainium2", "trainium3", "inferentia", "inferentia2",
        "snapdragon", "raspberry", "dgx", "igx", "xeon", "hailo-8", "hailo-10", "mi300x", "mi325x", "mi350x", "orin", "t5000",
    ];

    private static readonly HashSet<string> More =
        ["orin", "thor", "agx", "xavier", "nano", "nx", "super", "t5000", "t4000", "spark", "station", "pi", "ti", "rtx", "pro", "ada", "ride", "trillium", "ironwood", "v4", "v5", "v5e", "v5p", "v6e", "v7", "tx2"];

    /// <summary>The name as the tracker writes it and the token behind it; null where no hardware begins.</summary>
    public static (string Name, int To)? At(IReadOnlyList<Token> tokens, int at, int limit)
    {
        var head = Vendors.Contains(tokens[at].Lower) && at + 1 < limit ? at + 1 : at;
        var isDrive = tokens[head].Text is "Drive" or "DRIVE" && head + 1 < limit && tokens[head + 1].Lower is "orin" or "thor" or "agx";
        if (!isDrive && (!Heads.Contains(tokens[head].Lower) || !(tokens[head].StartsUpper || tokens[head].StartsWithDigit)))
        {
            return null;
        }

        var to = head + 1;
        while (to < limit && (More.Contains(tokens[to].Lower) || IsModel(tokens[to])) && tokens[to].Start == tokens[to - 1].End + 1)
        {
            to++;
        }

        // "H100s" are H100.
        var words = Enumerable.Range(at, to - at).Select(i => tokens[i].Text).ToArray();
        words[^1] = words[^1].Length > 3 && words[^1].EndsWith('s') ? words[^1][..^1] : words[^1];
        return tokens[head].Lower is "rtx" or "raspberry" or "geforce" or "dgx" or "igx" && to == head + 1 ? null : (string.Join(' ', words), to);
    }

    private static bool IsModel(Token token) => token.StartsWithDigit && token.Text.Length is >= 1 and <= 6 && token.Text.All(char.IsAsciiLetterOrDigit) && token.Text.Any(char.IsAsciiDigit) && token.Text.Length >= 4;
}
