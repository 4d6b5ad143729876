namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>What a filing says otherwise than when it was taken in.</summary>
internal static class FilingDifferences
{
    /// <param name="before">The text that is stored of it.</param>
    public static IReadOnlyList<FilingProblem> Of(FormD form, string before)
    {
        if (XmlPieces.Read(before, out _) is not { } pieces)
        {
            return [Told("", "", 0, "is another text than the one that is stored of this filing")];
        }

        var found = form.Pieces.All.Where(piece => piece.Path.Length > 0 && (pieces.Find(piece.Path)?.Value ?? "") != piece.Value)
            .Select(piece => Told(piece.Path, piece.Value, piece.Line, pieces.Find(piece.Path) is { Value.Length: > 0 } was ? $"was “{was.Value}” when this filing was taken in" : "was empty when this filing was taken in"))
            .Concat(pieces.All.Where(was => was.Value.Length > 0 && form.Pieces.Find(was.Path) is null).Select(was => Told(was.Path, "", 0, $"is not there, and was “{was.Value}” when this filing was taken in")))
            .ToList();
        return found.Count > 0 ? found : [Told("", "", 0, "has the same values in another text than when this filing was taken in")];

        FilingProblem Told(string element, string value, int line, string rule) => new(form.File.Path, line, element, value, rule);
    }
}
