using System.Collections.Frozen;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>
/// Letters that Unicode can write in two ways: as one character, or as a base letter and a combining mark. Latin, Greek
/// (monotonic), Cyrillic and kana; letters of other scripts are left as they are.
/// </summary>
/// <remarks>
/// Our own table because the application runs culture-invariant, where <c>string.Normalize</c> does nothing, and because a
/// snapshot's hash must not depend on the Unicode library of the machine that computed it.
/// Derived from the Unicode Character Database (canonical decompositions; UAX #15).
/// </remarks>
internal static class ComposedLetters
{
    /// <summary>A combining mark, its canonical combining class, and its pairs: base letter, composed letter, …</summary>
    private readonly record struct Row(char Mark, byte Class, string Pairs);

    private static readonly Row[] Rows =
    [
        new('\u0300', 230, "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹЕЀИЍеѐиѝĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"), // grave accent
        // acute accent
        new('\u0301', 230, "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿ¨΅ΑΆΕΈΗΉΙΊΟΌΥΎΩΏϊΐαάεέηήιίϋΰοόυύ"
            + "ωώϒϓГЃКЌгѓкќÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ"),
        new('\u0302', 230, "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"), // circumflex accent
        new('\u0303', 230, "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"), // tilde
        new('\u0304', 230, "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳИӢиӣУӮуӯGḠgḡḶḸḷḹṚṜṛṝ"), // macron
        new('\u0306', 230, "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭУЎИЙийуўЖӁжӂАӐаӑЕӖеӗȨḜȩḝẠẶạặ"), // breve
        new('\u0307', 230, "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"), // dot above
        // diaeresis
        new('\u0308', 230, "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸΙΪΥΫιϊυϋϒϔЕЁІЇеёіїАӒаӓӘӚәӛЖӜжӝЗӞзӟИӤиӥОӦоӧӨӪөӫЭӬэӭУӰуӱЧӴчӵЫӸыӹHḦhḧÕṎõṏŪṺūṻWẄ"
            + "wẅXẌxẍtẗ"),
        new('\u0309', 230, "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"), // hook above
        new('\u030A', 230, "AÅaåUŮuůwẘyẙ"), // ring above
        new('\u030B', 230, "OŐoőUŰuűУӲуӳ"), // double acute accent
        new('\u030C', 230, "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"), // caron
        new('\u030F', 230, "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕѴѶѵѷ"), // double grave accent
        new('\u0311', 230, "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"), // inverted breve
        new('\u031B', 216, "OƠoơUƯuư"), // horn
        new('\u0323', 220, "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"), // dot below
        new('\u0324', 220, "UṲuṳ"), // diaeresis below
        new('\u0325', 220, "AḀaḁ"), // ring below
        new('\u0326', 220, "SȘsșTȚtț"), // comma below
        new('\u0327', 202, "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"), // cedilla
        new('\u0328', 202, "AĄaąEĘeęIĮiįUŲuųOǪoǫ"), // ogonek
        new('\u032D', 220, "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"), // circumflex accent below
        new('\u032E', 220, "HḪhḫ"), // breve below
        new('\u0330', 220, "EḚeḛIḬiḭUṴuṵ"), // tilde below
        new('\u0331', 220, "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"), // macron below
        new('\u3099', 8, "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ"), // katakana-hiragana voiced sound mark
        new('\u309A', 8, "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"), // katakana-hiragana semi-voiced sound mark
    ];

    private static readonly FrozenDictionary<(char Base, char Mark), char> Composed = Rows
        .SelectMany(row => row.Pairs.Chunk(2).Select(pair => KeyValuePair.Create((pair[0], row.Mark), pair[1])))
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<char, (char Base, char Mark)> Decomposed =
        Composed.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    private static readonly FrozenDictionary<char, byte> Classes = Rows.ToFrozenDictionary(row => row.Mark, row => row.Class);

    /// <summary>Whether the character is a combining mark that this table can join to a letter, or one of their block.</summary>
    public static bool IsMark(char c) => c is (>= '\u0300' and <= '\u036F') or '\u3099' or '\u309A';

    /// <summary>Canonical combining class; marks of the block that join no letter here count as 230 (above).</summary>
    public static byte ClassOf(char mark) => Classes.GetValueOrDefault(mark, (byte)230);

    public static bool TryCompose(char letter, char mark, out char composed) => Composed.TryGetValue((letter, mark), out composed);

    public static bool TryDecompose(char composed, out char letter, out char mark)
    {
        var found = Decomposed.TryGetValue(composed, out var parts);
        (letter, mark) = parts;
        return found;
    }
}
