using System.Text;
using System.Xml;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>An element of a text, and where it stands in it.</summary>
/// <param name="Value">Its text, trimmed; empty of an element with others in it.</param>
/// <param name="Line">Line on which it begins, from 1.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last one.</param>
internal sealed record XmlPiece(string Path, string Value, int Line, int Start, int End);

/// <summary>The elements of an XML text by their path below the root, the first of each. Nothing outside of the text is ever read, and no entity of its own expanded.</summary>
internal sealed class XmlPieces
{
    private const int MostElements = 20_000;
    private const int Deepest = 32;

    private readonly Dictionary<string, XmlPiece> _pieces = new(StringComparer.Ordinal);

    private XmlPieces(string root) => Root = root;

    /// <summary>Name of the outermost element.</summary>
    public string Root { get; }

    /// <summary>All of them, as they end.</summary>
    public IEnumerable<XmlPiece> All => _pieces.Values;

    /// <summary>Null where there is no such element.</summary>
    public XmlPiece? Find(string path) => _pieces.GetValueOrDefault(path);

    /// <summary>Line and character, from 1, where a document type is declared; null where none is.</summary>
    public static (int Line, int Character)? DocumentTypeIn(string text)
    {
        // Before it stand blanks, the declaration of XML, instructions and comments only.
        for (var at = 0; ;)
        {
            at += text.AsSpan(at).IndexOfAnyExcept(" \t\r\n\uFEFF") is > 0 and var blanks ? blanks : 0;
            var rest = text.AsSpan(at);
            var end = rest.StartsWith("<?") ? "?>" : rest.StartsWith("<!--") ? "-->" : null;
            if (end is null || text.IndexOf(end, at, StringComparison.Ordinal) is not (>= 0 and var close))
            {
                return rest.StartsWith("<!DOCTYPE") ? (text.AsSpan(0, at).Count('\n') + 1, at - text.LastIndexOf('\n', Math.Max(at - 1, 0))) : null;
            }

            at = close + end.Length;
        }
    }

    /// <summary>Null after telling what is wrong: the text is not well-formed, declares a document type, or has too many or too deep elements.</summary>
    public static XmlPieces? Read(string text, out XmlFault? fault)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = text.Length + 1, MaxCharactersFromEntities = 1024, IgnoreComments = true, IgnoreProcessingInstructions = true,
        };
        using var reader = XmlReader.Create(new StringReader(text), settings);
        var lines = (IXmlLineInfo)reader;
        int[] starts = [0, .. text.Index().Where(pair => pair.Item == '\n').Select(pair => pair.Index + 1)];
        XmlPieces? pieces = null;
        var open = new Stack<(string Path, int Line, int Start, StringBuilder Value)>();
        var count = 0;
        fault = null;
        try
        {
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        var (line, start) = (lines.LineNumber, Offset() - 1);
                        if (++count > MostElements || open.Count > Deepest)
                        {
                            fault = new XmlFault(line, open.Peek().Path, "", $"has more than {MostElements} elements, or more than {Deepest} within one another");
                            return null;
                        }

                        pieces ??= new XmlPieces(reader.LocalName);
                        var path = open.Count == 0 ? "" : open.Peek().Path is { Length: > 0 } parent ? $"{parent}/{reader.LocalName}" : reader.LocalName;
                        if (reader.IsEmptyElement)
                        {
                            pieces._pieces.TryAdd(path, new XmlPiece(path, "", line, start, text.IndexOf('>', start) + 1));
                        }
                        else
                        {
                            open.Push((path, line, start, new StringBuilder()));
                        }

                        break;
                    case XmlNodeType.EndElement:
                        var ended = open.Pop();
                        pieces!._pieces.TryAdd(ended.Path, new XmlPiece(ended.Path, ended.Value.ToString().Trim(), ended.Line, ended.Start, text.IndexOf('>', Offset()) + 1));
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when open.Count > 0:
                        open.Peek().Value.Append(reader.Value);
                        break;
                }
            }
        }
        catch (XmlException exception)
        {
            fault = XmlFault.At(text, exception.LineNumber, exception.LinePosition, open.Count > 0 ? open.Peek().Path : null);
        }

        return fault is null ? pieces : null;

        int Offset() => starts[lines.LineNumber - 1] + lines.LinePosition - 1;
    }
}
