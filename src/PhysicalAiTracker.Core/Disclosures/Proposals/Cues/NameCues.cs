namespace PhysicalAiTracker.Core.Disclosures.Proposals.Cues;

/// <summary>Words that tell what a capitalised word is, or that it is no name.</summary>
internal static class NameCues
{
    public static readonly HashSet<string> Titles = ["mr", "mrs", "ms", "dr", "prof", "st", "vs", "approx", "no", "e.g", "i.e", "est", "fig"];

    /// <summary>Written with a full stop that ends no sentence, unless an opener follows.</summary>
    public static readonly HashSet<string> Abbreviations =
        ["inc", "ltd", "corp", "co", "llc", "u.s", "u.k", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mio", "mrd", "bros", "jr", "sr"];

    /// <summary>Capitalised where they open a sentence; never the first word of a name.</summary>
    public static readonly HashSet<string> Openers = Split("""
        the a an in on at by for from with without of to as and but or nor so yet if when while after before since until because although though once
        it its they their he she his her we our us you your i my this that these those there here what who where why how which whose
        today yesterday now then later earlier meanwhile however instead also still separately together both neither either not no none
        about around more most some all any many few several one two three four five six seven eight nine ten each every other another such
        according asked read see note update breaking exclusive correction only even just last next first second third during under over between among across
        is are was were has have had will would can could may might should do does did be been being
        """);

    /// <summary>Capitalised at the head of a sentence, yet ordinary nouns: never a party.</summary>
    public static readonly HashSet<string> CommonNouns = Split("""
        investors founders backers engineers employees staff workers robots startups start-ups companies executives analysts sources customers researchers scientists partners
        people insiders reports rumours rumors shares funding training inference planning perception control simulation models policies policy terms details financing
        money talks hardware software latency headcount questions answers nobody everybody everyone anyone somebody someone nothing management sales revenue production
        shareholders competitors rivals venture regulators business officials experts observers users developers operators participants existing returning proceeds development
        """);

    /// <summary>Never part of a party's name, wherever they stand.</summary>
    public static readonly HashSet<string> NotNames = Split("""
        ai ml gpu gpus cpu cpus api apis llm llms vlm vla vlas slam rl ipo ceo cto coo cfo cso cpo cro cmo evp svp vp hr r&d q1 q2 q3 q4 h1 h2 us u.s uk u.k eu usa uae arr roi esg iot hz ms khz mhz ghz tops fps 3d 2d 5g 4g wi-fi
        series seed pre-seed pre-series round stage growth spac saas b2b
        chief executive officer president chairman chairwoman chair founder co-founder cofounder founders co-founders cofounders director head professor dr mr mrs ms vice senior general managing manager technology operating
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
        american british english german french swiss chinese japanese korean italian spanish swedish dutch danish norwegian finnish israeli indian canadian european asian polish austrian belgian
        """);

    public static readonly HashSet<string> LegalForms = ["inc", "ltd", "limited", "llc", "gmbh", "ag", "se", "corp", "corporation", "plc", "sas", "bv", "ab", "oy", "kk", "srl", "aps", "sarl", "co"];

    public static readonly HashSet<string> InvestmentFirms = Split("""
        ventures venture capital partners vc fund funds equity investments investment holdings expeditions invest growth-equity angels
        """);

    /// <summary>Words before which "European" and the like begin a name.</summary>
    public static readonly HashSet<string> National = ["investment", "innovation", "aerospace", "space", "research", "central", "development"];

    public static readonly HashSet<string> KnownPublicBodies = ["european investment bank", "european innovation council", "innovate uk", "kfw", "european union", "european commission", "bundeswehr", "nato"];

    public static readonly HashSet<string> PublicBodies = ["ministry", "department", "agency", "commission", "council", "university", "institute", "government", "darpa", "nasa", "authority", "parliament", "eth", "foundation", "mit", "kit", "epfl", "tum", "dlr", "cmu", "stanford", "caltech", "fraunhofer", "csail", "college", "school"];

    public static readonly HashSet<string> Companies = Split("""
        robotics technologies technology labs lab ai systems dynamics motors automation software semiconductor semiconductors cloud intelligence industries machines
        robots group works logistics mobility energy aerospace electronics engineering bank motor automotive foods devices computing networks studios research manipulation
        """);

    /// <summary>Second words that make another party of a name: "Acme" is short for "Acme Robotics", but not for "Acme Ventures".</summary>
    public static readonly HashSet<string> Divisions = ["cloud", "ventures", "research", "invest", "foundation", "university", "institute", "web", "deepmind", "europe", "america", "fund", "bank"];

    /// <summary>Firms that invest and whose names do not say so.</summary>
    public static readonly HashSet<string> KnownInvestors = Split(
        """
        andreessen horowitz;a16z;sequoia;accel;benchmark;greylock;khosla;index;balderton;atomico;lightspeed;softbank;temasek;tiger global;dst global;general catalyst;y combinator;
        kleiner perkins;coatue;nea;bessemer;bpifrance;eqt;kinnevik;northzone;creandum;earlybird;speedinvest;cherry;hv;redalpine;partech;playground global;gv;mubadala;gic;kkr;
        blackstone;blackrock;eclipse;lakestar;point nine;first round;founders fund;spark;battery;insight;thrive
        """,
        ';');

    /// <summary>Companies that are known to everybody and whose names do not say what they are.</summary>
    public static readonly HashSet<string> KnownCompanies = Split(
        """
        nvidia;amazon;google;microsoft;apple;meta;tesla;openai;intel;amd;qualcomm;samsung;toyota;hyundai;honda;bosch;siemens;abb;kuka;fanuc;bmw;mercedes-benz;volkswagen;audi;
        alphabet;oracle;ibm;arm;foxconn;lg;sony;huawei;alibaba;tencent;baidu;bytedance;xiaomi;byd;nissan;renault;stellantis;ford;walmart;dhl;fedex;ups;ocado;airbus;boeing;
        anthropic;deepmind;google deepmind;waymo;uber;general motors;general electric;nec;hitachi;fujitsu;panasonic;mitsubishi;denso;yaskawa;omron;kawasaki;nestlé;nestle;schaeffler;continental;zf;porsche;salesforce;databricks;coreweave;nebius
        """,
        ';');

    public static readonly HashSet<string> GivenNames = Split("""
        aaron adam adrian ahmed aisha alan albert alex alexander alexandra alice amanda amy ana andrea andreas andrew angela anita anna anne anthony antonio arjun arthur astrid barbara ben benjamin bernard bernd
        beth bill bob brad brandon brett brian bruno carl carla carlos caroline catherine charles charlotte chen chris christian christina christopher claire clara claudia colin craig dan daniel daniela david
        deborah dennis diana diego dmitri dominik donald elena elif elizabeth ella emil emily emma eric erik eva fabian fatima felix florian francesca francis frank franz gabriel george giulia grace greg gregory
        hannah hans harriet harry heidi helen helena henrik henry hiroshi hugo ian ingrid ines irene isabel ivan jack jacob jakob james jan jane janet jason javier jean jeff jeffrey jennifer jens jeremy jessica
        jim joan joanna joe johan johanna john jon jonas jonathan jordan jose josef joseph joshua juan julia julian julie jun jürgen karen karl karol kate katharina katherine kathleen keith kenji kevin kim klaus
        lara lars laura lea leila lena leo leon lina linda lisa liu lorenzo louis louise luca lucas lucia lucy luis luke magnus marc marco maria marie marina mario mark markus marta martin mary mateo matthew
        matthias maya mei melissa mia michael michelle miguel mike min mohamed mona nadia naomi natalie nathan neil nicholas nicolas nikhil nina noah nora olga oliver olivia omar oscar pablo patricia patrick paul
        paula pedro peter petra philip philipp pierre priya rachel rafael rahul raj rajesh ralph raymond rebecca richard rob robert roberto robin roger roland rosa ruth ryan sabine sam samir samuel sandra sara
        sarah sean sebastian sergey sergio shane sharon simon sofia sophie stefan stephan stephanie stephen steve steven sunita susan sven takashi tanja tara teresa theo theresa thomas tim timothy tobias tom
        tomas tony ulrich ursula valentina vanessa vera victor victoria vijay vincent viktor walter wei wendy werner will william wolfgang xavier yan yasmin yuki yusuf zoe
        """);

    private static HashSet<string> Split(string words, char separator = ' ') =>
        [.. words.Split([separator, '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
