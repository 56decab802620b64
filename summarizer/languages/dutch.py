"""Dutch: its words, by what they are for."""

from summarizer.languages.language import Language, phrases, words

DUTCH = Language(
    code="nl",
    name="Dutch",
    # How it is written and built
    verb_second=True,
    # Small words
    function_words=words(
        """
        de het een en van in op te dat is zijn was voor niet aan er om ook als maar bij dan naar
        uit nog wel geen over tot deze dit wordt worden werd hebben heeft had zich hun meer al
        zo wat hoe wie welke waarom kan kunnen zou moet moeten onder tegen na omdat toen waar of
        daar hij zij ze wij ik haar zei zegt
        """
    ),
    articles=words("de het een zijn haar hun ons onze deze dit die dat"),
    indefinites=words("een"),
    definites=words("de het"),
    demonstratives=words("deze dit die dat"),
    these=words("deze"),
    prepositions=words(
        """
        in op te aan bij met naar om onder over per sinds tegen tijdens tot tussen uit van voor
        door na achter binnen buiten naast rond via als dan
        """
    ),
    place_words=phrases("in, te, uit, naar, van, bij, op"),
    by=words("door"),
    of_words=words("van voor bij in op aan der des"),
    auxiliaries=words("heeft hebben had is zijn was wordt worden wil willen zal zullen moet kan"),
    perfect=words("heeft hebben had hadden"),
    passive=words("wordt worden werd werden"),
    copulas=words("is was"),
    copulas_of_things=phrases("is, zijn"),
    negations=words("niet geen nooit niets niemand noch zonder nergens"),
    late_negations=words("niet"),
    both=phrases("beiden, beide"),
    conjunctions=phrases("en, maar"),
    that=phrases("dat"),
    relative_words=words("die dat wie"),
    subordinators=words("als indien wanneer nadat omdat toen hoewel terwijl voordat zodra of dat"),
    clause_openers=phrases("omdat, terwijl, hoewel, maar, waardoor, zodat, aangezien"),
    conditions=phrases("als, indien, wanneer, mits"),
    now_words=words("nu thans"),
    degrees=words("een te zo niet"),
    openers=words("was is had over per via oh hallo"),
    pointing=words("wat wie er het dat dit die"),
    # Whom a pronoun means
    pronouns=words("hij zij ze wij we ik"),
    first_person=words("ik wij we mijn ons onze mij"),
    mine=words("mijn onze ons"),
    you=words("u uw jij jou jouw je jullie"),
    labels=words("vraag antwoord verslaggever verslaggeefster journalist presentator"),
    introductions=phrases("ik ben, mijn naam is, ik heet"),
    headings=phrases("{toespraak|verklaring|open brief} van"),
    interviewing=phrases("interview met, in gesprek met"),
    salutations=phrases("geachte, beste, hallo"),
    closings=phrases("met vriendelijke groet{|en}, hoogachtend, getekend"),
    he=words("hij hem"),
    she=words("haar"),
    she_or_they=words("zij ze"),
    # Who somebody is
    titles=words(
        """
        president premier minister staatssecretaris burgemeester wethouder voorzitter
        partijvoorzitter lijsttrekker fractievoorzitter partijleider directeur secretaris
        commissaris gouverneur koning koningin prins prinses paus bisschop rechter officier
        generaal kolonel professor prof dr drs mr ir heer mevrouw meneer mevr dhr kamerlid
        raadslid senator woordvoerder woordvoerster hoofdinspecteur korpschef kanselier
        onderzoeker onderzoekster hoogleraar econoom trainer bondscoach ambassadeur
        eurocommissaris minister-president vicepremier advocaat arts voorman leider
        """
    ),
    honorifics=words("heer meneer mevrouw dhr mevr dr drs ir prof"),
    his_titles=words("heer meneer dhr koning prins"),
    her_titles=words("mevrouw mevr koningin prinses"),
    role_nouns=words(
        """
        president premier minister staatssecretaris burgemeester wethouder voorzitter
        lijsttrekker fractievoorzitter partijleider directeur secretaris commissaris rechter
        generaal professor hoogleraar kamerlid raadslid senator woordvoerder woordvoerster
        onderzoeker onderzoekster econoom trainer ambassadeur advocaat arts schrijver
        schrijfster journalist bewoner eigenaar ondernemer boer leraar lerares bestuurder lid
        leider oprichter deskundige expert analist getuige verdachte zoon dochter vader moeder
        broer zus man vrouw politie gemeente rechtbank ministerie kabinet regering partij
        vakbond vereniging stichting bedrijf krant omroep organisatie bond raad
        """
    ),
    body_nouns=words(
        """
        bedrijf groep vakbond partij ministerie vereniging stichting krant omroep organisatie
        bond
        """
    ),
    her_endings=phrases("voerster, zitster, kster, fster, trice, lerares"),
    her_nouns=phrases("vrouw, moeder, dochter, zus, echtgenote, weduwe"),
    his_nouns=phrases("man, vader, zoon, broer, echtgenoot"),
    works=words(
        """
        film roman boek lied album toneelstuk opera serie komedie documentaire programma
        """
    ),
    kin=words(
        "vrouw echtgenote man echtgenoot weduwe dochter zoon zus broer moeder vader neef nicht"
    ),
    unnamed=words("bron persoon"),
    # Who says something
    cue_verbs=words(
        """
        zegt zei zeiden zeggen gezegd verklaart verklaarde verklaarden vertelt vertelde
        vertelden stelt stelde stelden schrijft schreef schreven meldt meldde meldden noemt
        noemde noemden vindt vond vonden denkt dacht benadrukt benadrukte waarschuwt waarschuwde
        waarschuwden antwoordt antwoordde reageert reageerde reageerden laat liet bevestigt
        bevestigde ontkent ontkende erkent erkende belooft beloofde voegt voegde vraagt vroeg
        vroegen eist eiste eisten concludeert concludeerde betoogt betoogde oordeelt oordeelde
        vermoedt vermoedde vreest vreesde verwacht verwachtte hoopt hoopte benoemt benoemde
        citeert citeerde aldus bekritiseert bekritiseerde prijst prees kondigt kondigde
        constateert constateerde beaamt beaamde maakt maakte maakten licht lichtte roept riep
        klaagt klaagde weet beweert beweerde
        """
    ),
    quoting=words("citeert citeerde"),
    no_verb_behind=words("te de het een"),
    before_subjects=words(
        """
        hem haar hen hun het zich dit dat ook al toen daarna eerder later vandaag gisteren
        """
    ),
    according_to=phrases("volgens, aldus, naar het oordeel van, in de woorden van"),
    in_words=phrases("met {de|deze|de volgende} woorden"),
    disputing=words("ontkent ontkende erkent erkende bevestigt bevestigde betwist betwistte"),
    never_owned=words("en of maar de het een van met te op voor is was"),
    # Who is for or against what
    supporting=phrases(
        """
        steunt, steunde, steunen, steunden, ondersteunt, ondersteunde, ondersteunen, pleit,
        pleitte, pleiten, pleitten, bepleit, bepleitte, bepleiten, wil, willen, wilde, wilden,
        eist, eiste, eisen, eisten, stemt voor, stemde voor, stemmen voor, stemden voor, stelt
        voor, stelde voor, stellen voor, stelden voor, roept op, riep op, roepen op, riepen op,
        dringt aan op, drong aan op, dringen aan op, prijst, prees, verwelkomt, verwelkomde, is
        blij met, zijn blij met, was blij met, is voorstander van, zijn voorstander van, was
        voorstander van, schaart zich achter, schaarde zich achter, scharen zich achter, vraagt
        om, vroeg om, vragen om, zet in op, zette in op, zetten in op, zet zich in voor, zetten
        zich in voor, verdedigt, verdedigde, verdedigen, onderschrijft, onderschreef,
        onderschrijven, gaat akkoord met, ging akkoord met, gaan akkoord met, is het eens met,
        zijn het eens met
        """
    ),
    opposing=phrases(
        """
        is tegen, zijn tegen, was tegen, waren tegen, stemt tegen, stemde tegen, stemmen tegen,
        stemden tegen, verwerpt, verwierp, verwerpen, verwierpen, weigert, weigerde, weigeren,
        weigerden, bekritiseert, bekritiseerde, bekritiseren, hekelt, hekelde, hekelen,
        veroordeelt, veroordeelde, veroordelen, veroordeelden, waarschuwt voor, waarschuwde
        voor, waarschuwen voor, verzet zich tegen, verzette zich tegen, verzetten zich tegen,
        keert zich tegen, keerde zich tegen, keren zich tegen, is tegenstander van, zijn
        tegenstander van, ziet niets in, zag niets in, zien niets in, ziet niks in, zien niks
        in, wijst af, wees af, wijzen af, protesteert tegen, protesteerde tegen, protesteren
        tegen, is het oneens met, zijn het oneens met, onaanvaardbaar, onacceptabel, mag niet,
        mogen niet, bestrijdt, bestreed, bestrijden, dreigt te blokkeren, distantieert zich van,
        distantieerde zich van, wijst van de hand, wees van de hand
        """
    ),
    weakly_supporting=phrases(
        """
        moet, moeten, moest, moesten, hoopt, hoopte, hopen, is bereid, zijn bereid, belooft,
        beloofde, beloven, van plan
        """
    ),
    weakly_opposing=phrases(
        """
        waarschuwt, waarschuwde, betreurt, betreurde, teleurgesteld, bezorgd, zorgen
        """
    ),
    undecided=phrases(
        """
        laat in het midden, liet in het midden, onthoudt zich, onthield zich, onthielden zich,
        heeft nog niet besloten, hebben nog niet besloten, blijft neutraal, bleef neutraal
        """
    ),
    duties=words("moet moeten mag mogen"),
    terms=phrases("mits, op voorwaarde dat, onder voorwaarde dat"),
    praising=phrases(
        """
        juist, terecht, noodzakelijk, verstandig, historisch, onmisbaar, een succes, een stap
        vooruit
        """
    ),
    blaming=phrases(
        """
        onjuist, onterecht, ongrondwettelijk, illegaal, onverantwoord, gevaarlijk, absurd,
        onrechtvaardig, onnodig, overbodig, een fout, een vergissing, een schandaal, een
        schande, onzin, waanzin, een ramp, te duur, te laat
        """
    ),
    calling=phrases("noemt, noemde, noemden"),
    votes_for=phrases("voor"),
    votes_against=phrases("tegen"),
    abstentions=phrases("onthouding, onthoudingen"),
    before_issues=words("dat voor om te op van de"),
    behind_issues=words("en in te de het aan af op uit voor niet"),
    # What is so, and when
    hedges=phrases(
        """
        misschien, mogelijk, waarschijnlijk, vermoedelijk, wellicht, naar verluidt, zou, zouden,
        kan, kunnen, lijkt, lijken, ongeveer, circa, als
        """
    ),
    units=phrases("procent, euro"),
    large_numbers=words("miljoen miljard"),
    courtesies=phrases("goedemorgen, goedemiddag, goedenavond, welkom, dank u"),
    relative_days=(
        ("vandaag", 0),
        ("vanmorgen", 0),
        ("deze morgen", 0),
        ("gisteren", -1),
        ("eergisteren", -2),
        ("morgen", 1),
        ("overmorgen", 2),
    ),
    no_days=phrases(
        """
        de morgen, een morgen, elke morgen, iedere morgen, goede morgen, vroege morgen, volgende
        morgen
        """
    ),
    last_words=words("vorige afgelopen"),
    next_words=words("volgende komende aanstaande"),
    future=phrases("zal, zullen, gaat, gaan"),
    until=phrases("tot, vanaf"),
    # What speaks to a program
    disregard=phrases("negeer, vergeet"),
    earlier=phrases("eerdere, vorige, voorgaande, voorafgaande, bovenstaande, alle"),
    instructions=phrases("instructie, instructies, aanwijzingen, opdrachten, regels"),
)
