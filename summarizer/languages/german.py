"""German: its words, by what they are for."""

from summarizer.languages.language import Language, phrases, words

GERMAN = Language(
    code="de",
    name="German",
    # How it is written and built
    nouns_are_capitalised=True,
    titles_are_capitalised=True,
    verb_second=True,
    genitive_in_s=True,
    # Small words
    function_words=words(
        """
        der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es
        an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen
        so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei
        """
    ),
    articles=words(
        """
        der die das ein eine einer einem einen eines dem den des sein seine seiner seinem seinen
        ihr ihre ihrer ihrem ihren deren dessen
        """
    ),
    indefinites=words("ein eine"),
    definites=words("der die das"),
    demonstratives=words("diese dieser dieses"),
    these=words("diese dieser dieses"),
    prepositions=words(
        """
        des zu in von mit aus bei an auf für über gegen nach vor zwischen während durch als im
        am zum zur beim vom ins
        """
    ),
    place_words=phrases("in, aus, bei, nach, im, von, vom, zur, zum"),
    by=words("von vom"),
    of_words=words("von vom für der des in im am"),
    auxiliaries=words(
        """
        hat haben hatte hatten ist sind war waren wird werden wurde wurden will wollen wollte
        wollten kann können konnte muss müssen soll sollen darf dürfen
        """
    ),
    perfect=words("hat haben hatte hatten habe"),
    passive=words("wird werden wurde wurden"),
    copulas=words("ist war"),
    copulas_of_things=phrases("ist, sind, wäre"),
    negations=words("nicht kein keine keinen keiner nie niemals nichts ohne weder"),
    late_negations=words("nicht"),
    both=phrases("beide"),
    conjunctions=phrases("und, aber"),
    that=phrases("dass"),
    relative_words=words("wo seit"),
    subordinators=words(
        """
        wenn falls sollte sollten nachdem weil da als obwohl während bevor sobald ob dass
        """
    ),
    clause_openers=phrases(
        """
        weil, während, obwohl, aber, sondern, und damit, gestimmt, ausgesprochen, gewandt
        """
    ),
    conditions=phrases("wenn, falls"),
    now_words=words("jetzt heute nun"),
    degrees=words("ein eine so sehr nicht"),
    openers=words(
        """
        anfang mitte ende hunderte tausende dutzende mehrere viele einige zahlreiche manche
        beide weitere diese dieser dieses millionen milliarden liter kubikmeter tonnen was so
        per via oh hallo
        """
    ),
    pointing=words("was wer es das dies"),
    # Whom a pronoun means
    pronouns=words("er sie es wir ich"),
    first_person=words("ich wir mein meine unser unsere uns mir"),
    mine=words("mein meine unser unsere"),
    you=words("du dich dir dein deine"),
    labels=words("frage antwort reporter reporterin journalist journalistin moderator moderatorin"),
    introductions=phrases("ich bin, mein name ist, ich heiße"),
    headings=phrases("{rede|erklärung|offener brief|stellungnahme|ansprache} {von|der|des}"),
    interviewing=phrases("interview mit, gespräch mit"),
    salutations=phrases("sehr geehrte{|r}, liebe{|r}, hallo"),
    closings=phrases("mit {freundlichen|besten} grüßen, hochachtungsvoll, gezeichnet, gez."),
    polite=words("sie ihnen ihr ihre ihren ihrem ihrer"),
    he=words("er"),
    she_or_they=words("sie"),
    anybody=words("man wer"),
    # Who somebody is
    titles=words(
        """
        präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin minister
        ministerin außenminister außenministerin innenminister innenministerin finanzminister
        finanzministerin verteidigungsminister verteidigungsministerin ministerpräsident
        ministerpräsidentin premierminister premierministerin sprecher sprecherin pressesprecher
        vorsitzende vorsitzender bürgermeister bürgermeisterin oberbürgermeister
        oberbürgermeisterin generalsekretär generalsekretärin herr frau dr prof professor
        professorin general könig königin papst richter richterin staatsanwalt direktor
        direktorin herrn chef chefin parteichef leiter leiterin trainer experte expertin
        us-präsident bundespräsident geschäftsführer geschäftsführerin landrat landrätin hebamme
        arzt ärztin anwalt anwältin rechtsanwalt rechtsanwältin amtsleiter amtsleiterin stadtrat
        stadträtin gewerkschafter gewerkschafterin abgeordnete abgeordneter senator senatorin
        forscher forscherin autor autorin kommissar kommissarin staatssekretär staatssekretärin
        """
    ),
    honorifics=words("herr herrn frau dr prof"),
    his_titles=words("herr herrn könig prinz"),
    her_titles=words("frau königin prinzessin"),
    role_nouns=words(
        """
        präsident präsidentin kanzler kanzlerin minister ministerin sprecher sprecherin
        vorsitzende vorsitzender bürgermeister bürgermeisterin direktor direktorin chef chefin
        leiter leiterin richter richterin professor professorin trainer experte expertin
        vertreter vertreterin veranstalter autor autorin kritiker forscher forscherin behörde
        amt ausschuss ministerium polizei staatsanwaltschaft gericht regierung partei verband
        gewerkschaft mitglied anwalt anwältin funktionär angestellte reporter reporterin
        bewohner zeuge zeugin frau mann bürger sender zeitung unternehmen konzern firma
        organisation studie bericht
        """
    ),
    body_nouns=words(
        """
        sender zeitung unternehmen konzern firma organisation partei verband gewerkschaft
        behörde
        """
    ),
    her_endings=phrases("erin, orin, istin, entin, atin, ätin, eurin, chefin, ärztin, anwältin"),
    her_nouns=phrases("frau, mutter, tochter, schwester"),
    his_nouns=phrases("mann, vater, sohn, bruder"),
    kin=words(
        """
        frau ehefrau mann ehemann witwe witwer tochter sohn schwester bruder mutter vater cousin
        neffe nichte
        """
    ),
    unnamed=words("person"),
    # Who says something
    cue_verbs=words(
        """
        sagt sagte sagten sagen gesagt erklärt erklärte erklärten erklären betont betonte
        betonten meint meinte meinten fügt fügte fordert forderte forderten warnt warnte warnten
        kritisiert kritisierte kritisierten berichtet berichtete berichteten teilt teilte
        teilten schreibt schrieb schrieben antwortet antwortete nennt nannte nannten bezeichnet
        bezeichnete bezeichneten behauptet behauptete kündigt kündigte ankündigte bestätigt
        bestätigte dementiert dementierte bestreitet bestritt verspricht versprach räumt räumte
        weist wies verweist verwies lobt lobte begrüßt begrüßte verurteilt verurteilte äußert
        äußerte spricht sprach ergänzt ergänzte unterstreicht unterstrich bekräftigt bekräftigte
        beklagt beklagte erinnert erinnerte fragt fragte ruft rief heißt hieß zitiert zitierte
        glaubt glaubte erläutert erläuterte versichert versicherte mahnt mahnte gibt gab so
        zeigt zeigte stellt stellte stellten entgegnet entgegnete entgegneten erwidert erwiderte
        verkündet verkündete verkündeten charakterisiert charakterisierte beschreibt beschrieb
        beschrieben begründet begründete begründeten widerspricht widersprach widersprachen
        fährt fuhr fuhren konstatiert konstatierte argumentiert argumentierte argumentierten
        meldet meldete meldeten wirft warf werfen warfen rät riet kommentiert kommentierte
        kommentierten lautet lautete führt führte hebt hob befürchtet befürchtete plädiert
        plädierte zufolge appelliert appellierte schildert schilderte schlussfolgert resümiert
        resümierte urteilt urteilte urteilten vermutet vermutete vermuteten
        """
    ),
    quoting=words("zitiert zitierte"),
    no_verb_behind=words("zu"),
    before_subjects=words(
        """
        ihn sie ihm ihr ihnen es sich dazu hierzu dies auch bereits dann zudem außerdem ferner
        heute gestern
        """
    ),
    according_to=phrases(
        """
        laut, nach angaben von, nach angaben, nach worten von, nach aussagen, nach ansicht, nach
        meinung, nach einschätzung
        """
    ),
    in_words=phrases(
        "mit {den|folgenden|diesen} worten, in {folgenden|diesen} worten, wie folgt, folgendermaßen"
    ),
    disputing=words(
        """
        bestritt bestreitet dementiert dementierte räumte räumt bestätigt bestätigte gestand
        """
    ),
    reporting_mood=words(
        """
        sei seien habe hätte hätten werde würde würden wäre wären könne könnten müsse müssten
        solle sollten dürfe dürften wolle wollten gebe gäbe gehe brauche lasse stehe
        """
    ),
    never_owned=words("und oder aber der die das den dem von mit zu auf für ist war"),
    # Who is for or against what
    supporting=phrases(
        """
        fordert, forderte, fordern, forderten, verlangt, verlangte, verlangen, verlangten,
        unterstützt, unterstützte, unterstützen, unterstützten, spricht sich für, sprach sich
        für, begrüßt, begrüßte, begrüßten, appelliert, appellierte, befürwortet, befürwortete,
        befürworten, plädiert, plädierte, will, wollen, setzt sich für, schlägt vor, schlug vor,
        wirbt für, stimmte für, stimmten für, drängt auf, drängte auf, pocht auf, sprechen sich
        für, sprachen sich für, setzte sich für, setzen sich für, setzten sich für, stimmen für,
        warb für, werben für, begrüßen, stellt sich hinter, stellte sich hinter, macht sich für,
        machte sich für, {bin|ist|sind|war|waren} dafür
        """
    ),
    opposing=phrases(
        """
        lehnt, lehnte, lehnen, lehnten, ablehnt, ablehnte, dagegen, spricht sich gegen, sprach
        sich gegen, verurteilt, verurteilte, verurteilten, weigert, weigerte, warnt vor, warnte
        vor, warnten vor, kritisiert, kritisierte, kritisierten, nicht hinnehmbar, inakzeptabel,
        will nicht, wollen nicht, darf nicht, dürfe nicht, dürfen nicht, stimmte gegen, stimmten
        gegen, wehrt sich, wehrte sich, wies zurück, weist zurück, stellt sich gegen, stellte
        sich gegen, protestiert gegen, protestierte gegen, protestieren gegen, protestierten
        gegen, demonstriert gegen, demonstrieren gegen, demonstrierten gegen, klagt gegen,
        klagte gegen, klagen gegen, wendet sich gegen, wandte sich gegen,
        {bin|ist|sind|war|waren} {gegen|dagegen}, kritisieren, verurteilen, stimmen gegen,
        sprechen sich gegen, sprachen sich gegen, gegen
        """
    ),
    weakly_supporting=phrases(
        """
        muss, müssen, müsse, müssten, soll, sollte, sollten, plant, planen, werden wir, wir
        werden, ziel, hofft, hoffe, hoffen, bereit, wollte, wollten, dafür
        """
    ),
    weakly_opposing=phrases("warnt, warnte, bedauert, bedauerte, enttäuscht"),
    undecided=phrases(
        """
        lässt offen, ließ offen, ließen offen, enthält sich, enthielt sich, enthielten sich, hat
        sich nicht festgelegt, bleibt neutral, blieb neutral
        """
    ),
    duties=words("muss müssen müsse müssten soll solle sollte sollten darf dürfe dürfen"),
    terms=phrases("zwar, allerdings, sofern, unter der bedingung"),
    praising=phrases(
        """
        richtig, notwendig, sinnvoll, überfällig, historisch, vernünftig, unverzichtbar, ein
        erfolg, ein fortschritt
        """
    ),
    blaming=phrases(
        """
        falsch, verfassungswidrig, rechtswidrig, illegal, verantwortungslos, gefährlich,
        unverantwortlich, absurd, ungerecht, unnötig, überflüssig, ein fehler, ein skandal, eine
        schande, unsinn, wahnsinn, eine katastrophe
        """
    ),
    calling=phrases("nennt, nannte, nannten, bezeichnet, bezeichnete, bezeichneten"),
    calling_links=phrases("als"),
    votes_for=phrases("dafür"),
    votes_against=phrases("dagegen"),
    abstentions=phrases("enthalten, enthaltungen"),
    before_issues=words("dass zu auf für"),
    behind_issues=words(
        """
        ab vor zu ein an aus auf in zurück und der die das den dem des nicht scharf heftig
        vehement entschieden deutlich
        """
    ),
    # What is so, and when
    hedges=phrases(
        """
        könnte, könnten, vielleicht, möglicherweise, wahrscheinlich, wohl, offenbar, angeblich,
        mutmaßlich, vermutlich, etwa, rund, soll, sollen, dürfte, dürften, wenn
        """
    ),
    units=phrases("prozent, euro"),
    large_numbers=words("million millionen milliarde milliarden"),
    courtesies=phrases("guten morgen, guten tag, guten abend, willkommen"),
    announcing=phrases("das fordern wir, das wollen wir, das verlangen wir"),
    relative_days=(
        ("heute", 0),
        ("gestern", -1),
        ("vorgestern", -2),
        ("morgen", 1),
        ("übermorgen", 2),
    ),
    date_words=words("anfang mitte ende januar februar märz juni juli oktober dezember"),
    last_words=words("letzten vergangenen vorigen"),
    next_words=words("nächsten kommenden"),
    future=phrases("wird, werden, soll, sollen"),
    until=phrases("bis, ab"),
    # What speaks to a program
    disregard=phrases(
        """
        ignoriere, ignorieren, ignoriert, missachte, missachten, missachtet, vergiss, vergesst
        """
    ),
    earlier=phrases("vorherigen, bisherigen, früheren, obigen, alle"),
    instructions=phrases("anweisungen, regeln"),
)
