namespace PhysicalAiTracker.Core.Disclosures.Proposals.Cues;

/// <summary>Cities in which such companies sit, with their country; a city that stands for two countries is left out.</summary>
internal static class PlaceCues
{
    public static readonly Dictionary<string, string> Countries = Table("""
        US: new york,san francisco,boston,seattle,austin,pittsburgh,palo alto,sunnyvale,mountain view,menlo park,san jose,santa clara,los angeles,san diego,chicago,denver,boulder,atlanta,miami,houston,detroit,ann arbor,brooklyn,redwood city,fremont,hayward,oakland,berkeley,philadelphia,baltimore,salt lake city,nashville,waltham,somerville
        GB: london,oxford,edinburgh,bristol,glasgow,leeds
        DE: berlin,munich,hamburg,cologne,stuttgart,frankfurt,karlsruhe,dresden,leipzig,düsseldorf,aachen,nuremberg,metzingen,garching
        CH: zurich,zürich,geneva,lausanne,basel,bern,lugano
        FR: paris,lyon,toulouse,grenoble,bordeaux,nice
        AT: graz,linz,salzburg
        NL: amsterdam,rotterdam,eindhoven,delft,utrecht
        BE: brussels,antwerp,ghent
        SE: stockholm,gothenburg,malmö,lund
        NO: oslo,trondheim,moss,bergen
        DK: copenhagen,odense,aarhus
        FI: helsinki,espoo,tampere
        IT: milan,turin,rome,genoa,pisa,bologna
        ES: madrid,barcelona,valencia,bilbao
        PT: lisbon,porto
        PL: warsaw,kraków,krakow,wrocław,wroclaw,gdańsk
        CZ: prague,brno
        IE: dublin
        EE: tallinn,tartu
        LT: vilnius
        IL: tel aviv,haifa,jerusalem
        CA: toronto,montreal,vancouver,waterloo
        JP: tokyo,osaka,kyoto,yokohama,nagoya
        KR: seoul,daejeon,busan
        CN: beijing,shanghai,shenzhen,hangzhou,guangzhou,suzhou
        TW: taipei,hsinchu
        SG: singapore
        IN: bengaluru,bangalore,mumbai,delhi,new delhi,pune,chennai
        AU: sydney,melbourne,brisbane
        """);

    /// <summary>Places that are no city: never a party, and too wide for an office.</summary>
    public static readonly HashSet<string> Regions =
    [
        "europe", "asia", "america", "north america", "africa", "germany", "france", "switzerland", "austria", "italy", "spain", "sweden", "norway", "denmark", "finland", "poland", "japan", "china", "korea",
        "south korea", "india", "israel", "canada", "britain", "england", "scotland", "ireland", "netherlands", "belgium", "united states", "united kingdom", "silicon valley", "bay area", "california", "texas",
        "massachusetts", "washington", "bavaria", "wall street", "middle east", "taiwan", "australia", "cambridge", "vienna", "birmingham", "manchester", "dallas", "phoenix",
    ];

    private static Dictionary<string, string> Table(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(line => line[3..].Split(',').Select(city => (City: city.Trim(), Country: line[..2]))).ToDictionary(pair => pair.City, pair => pair.Country);
}
