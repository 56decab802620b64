"""Spanish: its words, by what they are for."""

from summarizer.languages.language import Language, phrases, words

SPANISH = Language(
    code="es",
    name="Spanish",
    # How it is written and built
    small_after_body=True,
    has_dialogue=True,
    # Small words
    function_words=words(
        """
        de la que el en y a los del se las por un para con no una su al lo como más pero sus le
        ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien
        desde fue ha son
        """
    ),
    articles=words("el la los las un una su sus este esta ese esa"),
    indefinites=words("un una"),
    definites=words("el la los las"),
    demonstratives=words("este esta"),
    these=words("estos estas"),
    prepositions=words("a en de con por para sobre entre hacia desde ante bajo contra tras del al"),
    place_words=phrases("en, desde, de, hacia"),
    by=words("por"),
    of_words=words("de del para en"),
    auxiliaries=words("ha han había es son era va van quiere quieren debe puede"),
    copulas=words("es era"),
    copulas_of_things=phrases("es, son, sería"),
    negations=words("no nunca ningún ninguna nada sin ni jamás tampoco"),
    both=phrases("ambos, ambas"),
    conjunctions=phrases("y, e, pero"),
    that=phrases("que"),
    relative_words=words("que quien"),
    subordinators=words("cuando mientras como aunque"),
    clause_openers=phrases("que, pero, porque"),
    conditions=phrases("si"),
    now_words=words("ahora"),
    degrees=words("un una más muy tan no"),
    openers=words("vía oh"),
    pointing=words("eso esto lo"),
    # Whom a pronoun means
    pronouns=words("él ella ellos ellas yo nosotros"),
    first_person=words("yo nosotros mi mis nuestro nuestra nuestros nuestras nos me"),
    mine=words("mi mis nuestro nuestra nuestros nuestras"),
    you=words("tú ti usted ustedes vosotros"),
    labels=words("pregunta respuesta periodista moderador moderadora"),
    introductions=phrases("soy, me llamo, mi nombre es"),
    headings=phrases(
        "{discurso|declaración|declaración conjunta|comunicado|carta abierta} {de|del}"
    ),
    interviewing=phrases("entrevista {a|con}"),
    salutations=phrases("hola, estimado, estimada, estimados, querido, querida"),
    closings=phrases("{|le saluda }atentamente, un cordial saludo, cordialmente, firmado"),
    he=words("él"),
    she=words("ella"),
    they=words("ellos ellas"),
    # Who somebody is
    titles=words(
        """
        presidente presidenta ministro ministra primer primera alcalde alcaldesa senador
        senadora diputado diputada director directora general secretario secretaria portavoz
        canciller rey reina papa juez jueza fiscal profesor profesora doctor doctora señor
        señora sr sra dr dra gobernador gobernadora consejero consejera jefe jefa
        """
    ),
    honorifics=words("señor señora sr sra don doña dr dra"),
    his_titles=words("señor sr don rey príncipe"),
    her_titles=words("señora sra doña dra reina princesa"),
    role_nouns=words(
        """
        presidente presidenta ministro ministra alcalde alcaldesa senador senadora diputado
        diputada director directora secretario secretaria portavoz juez jueza fiscal profesor
        profesora gobernador gobernadora consejero consejera jefe jefa abogado abogada gerente
        vicepresidente vicepresidenta delegado delegada coordinador coordinadora responsable
        representante miembro fundador fundadora líder candidato candidata experto experta
        investigador investigadora científico científica médico médica economista analista
        historiador historiadora escritor escritora periodista actor actriz entrenador
        entrenadora jugador jugadora dueño dueña vecino vecina testigo víctima padre madre hijo
        hija hermano hermana marido esposa mujer hombre policía gobierno partido sindicato
        asociación empresa periódico diario comité comisión ministerio ayuntamiento tribunal
        """
    ),
    body_nouns=words(
        """
        empresa grupo sindicato partido agencia ministerio asociación periódico diario
        """
    ),
    her_endings=phrases("denta, nistra, desa, tora, dora"),
    her_nouns=phrases("mujer, esposa, madre, hija, hermana, viuda"),
    his_nouns=phrases("hombre, marido, esposo, padre, hijo, hermano"),
    works=words(
        """
        película novela libro canción álbum obra ópera serie comedia documental programa
        """
    ),
    kin=words(
        """
        esposa mujer esposo marido viuda hija hijo hermana hermano madre padre primo sobrino
        sobrina
        """
    ),
    unnamed=words("persona fuente"),
    # Who says something
    cue_verbs=words(
        """
        dice dijo dicen dijeron decía afirma afirmó afirmaron explica explicó explicaron añade
        añadió agrega agregó señala señaló señalaron asegura aseguró aseguraron declara declaró
        declararon advierte advirtió responde respondió contestó anuncia anunció indica indicó
        sostiene sostuvo subraya subrayó recuerda recordó reconoce reconoció admite admitió
        niega negó denuncia denunció critica criticó exige exigió pide pidió promete prometió
        escribe escribió insiste insistió concluye concluyó considera consideró opina opinó
        manifiesta manifestó expresa expresó relata relató comenta comentó apunta apuntó destaca
        destacó calificó lamentó preguntó confirma confirmó
        """
    ),
    quoting=words("cita citó"),
    no_verb_behind=words("de"),
    according_to=phrases("según, de acuerdo con, en palabras de"),
    in_words=phrases("con estas palabras, en estos términos"),
    disputing=words("negó niega admitió admite reconoció reconoce confirmó confirma desmintió"),
    never_owned=words("y o pero de del la el"),
    # Who is for or against what
    supporting=phrases(
        """
        quiere, quieren, queremos, quiero, exige, exigen, exigió, exigieron, pide, piden, pidió,
        pidieron, apoya, apoyan, apoyo, apoyó, a favor, defiende, defienden, defendió, celebra,
        reclama, reclamó, propone, propuso, aboga, abogó, recomienda, recomendó, respalda,
        respaldó, insta, instó, reclaman, reclamaron, proponen, propusieron, apoyaron,
        respaldaron, respaldan, defendieron, aplaude, aplaudió, solicita, solicitó, solicitaron
        """
    ),
    opposing=phrases(
        """
        rechaza, rechazan, rechazó, rechazaron, se opone, se oponen, se opuso, condena,
        condenan, condenó, denuncia, denunció, en contra, contra, critica, criticó, inaceptable,
        se niega, se negó, descarta, descartó, no quiere, protesta, protestó, protestaron,
        critican, criticaron, rechazaba
        """
    ),
    weakly_supporting=phrases(
        """
        debe, deben, debemos, hay que, vamos a, objetivo, prioridad, promete, prometió, espera,
        esperamos
        """
    ),
    weakly_opposing=phrases("niega, negó, advierte, advirtió, lamenta, lamentó, decepcionado"),
    undecided=phrases(
        """
        se abstiene, se abstuvo, se abstuvieron, no toma partido, no se pronuncia, no se
        pronunció
        """
    ),
    duties=words("debe deben"),
    terms=phrases("aunque, siempre que"),
    praising=phrases(
        """
        justo, justa, necesario, necesaria, imprescindible, histórico, histórica, un éxito, un
        avance
        """
    ),
    blaming=phrases(
        """
        injusto, injusta, ilegal, irresponsable, peligroso, peligrosa, inaceptable, absurdo,
        absurda, un error, una vergüenza, un escándalo, un disparate, una catástrofe
        """
    ),
    calling=phrases("califica, calificó, tacha, tachó"),
    calling_links=phrases("de, como"),
    votes_for=phrases("a favor"),
    votes_against=phrases("en contra"),
    abstentions=phrases("abstención, abstenciones"),
    before_issues=words("que de a"),
    behind_issues=words("y en de del a al la las los el que"),
    # What is so, and when
    hedges=phrases(
        """
        podría, podrían, quizá, quizás, tal vez, probablemente, posiblemente, habría, habrían,
        sería, serían, unos, alrededor de, cerca de, supuesto, presunto, presunta, parece, si
        """
    ),
    units=phrases("por ciento, euro, euros, dólares"),
    large_numbers=words("millón millones"),
    courtesies=phrases("buenos días, buenas tardes, buenas noches, bienvenid{o|a|os|as} a"),
    relative_days=(
        ("hoy", 0),
        ("esta mañana", 0),
        ("ayer", -1),
        ("anteayer", -2),
        ("mañana", 1),
        ("pasado mañana", 2),
    ),
    no_days=phrases("la mañana, una mañana, cada mañana, aquella mañana, media mañana, el mañana"),
    last_words=words("pasado"),
    next_words=words("próximo"),
    future=phrases("será, serán, tendrá, tendrán, debe, deben"),
    until=phrases("a partir del, hasta el"),
    # What speaks to a program
    disregard=phrases("ignora, ignore, ignorad, ignoren, olvida, olvide, olvidad"),
    instructions=phrases("instrucciones"),
)
