"""French: its words, by what they are for."""

from summarizer.languages.language import Language, phrases, words

FRENCH = Language(
    code="fr",
    name="French",
    # How it is written and built
    elides=True,
    small_after_body=True,
    # Small words
    function_words=words(
        """
        de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il
        sont avec son cette ont aux mais comme ou si leur elle été nous être fait ses
        """
    ),
    articles=words("le la les un une des l son sa ses ce cette cet"),
    indefinites=words("un une"),
    definites=words("le la les"),
    demonstratives=words("ce cet cette"),
    these=words("ces"),
    prepositions=words(
        """
        à en dans avec sur sous pour contre par chez après avant entre vers depuis de du des d
        au aux
        """
    ),
    place_words=phrases("à, en, de, depuis, dans"),
    by=words("par"),
    of_words=words("de des du d pour à au aux"),
    auxiliaries=words("a ont avait avaient est sont était va vont veut veulent doit peut"),
    copulas=words("est était"),
    copulas_of_things=phrases("est, sont, serait"),
    negations=words("ne n pas jamais aucun aucune rien sans ni"),
    both=phrases("les deux, tous deux"),
    conjunctions=phrases("et, mais"),
    that=phrases("que, qu"),
    relative_words=words("qui que dont"),
    subordinators=words("quand lorsque tandis comme après avant"),
    clause_openers=phrases("qui, mais, car"),
    conditions=phrases("si"),
    now_words=words("désormais maintenant"),
    degrees=words("un une plus si trop pas"),
    openers=words("est via oh"),
    pointing=words("ce c'est"),
    # Whom a pronoun means
    pronouns=words("il elle ils elles on je nous"),
    first_person=words("je nous mon ma mes notre nos j"),
    mine=words("mon ma mes notre nos"),
    you=words("tu te toi vous votre vos"),
    labels=words("question réponse journaliste modérateur modératrice"),
    introductions=phrases("je suis, je m'appelle, mon nom est"),
    headings=phrases(
        "{discours|déclaration{| conjointe| commune}|communiqué|lettre ouverte} {de|du|des}"
    ),
    interviewing=phrases("interview de, entretien avec"),
    salutations=phrases("bonjour, madame, monsieur, cher, chère, chers"),
    closings=phrases("veuillez agréer, cordialement, bien cordialement, respectueusement, signé"),
    he=words("il"),
    she=words("elle"),
    they=words("ils elles"),
    # Who somebody is
    titles=words(
        """
        président présidente ministre premier première maire sénateur sénatrice député députée
        directeur directrice général générale porte-parole secrétaire chancelier chancelière roi
        reine pape juge procureur procureure professeur professeure docteur m mme monsieur
        madame dr chef cheffe commissaire préfet préfète
        """
    ),
    honorifics=words("m mme mlle monsieur madame mademoiselle dr"),
    his_titles=words("m monsieur roi prince"),
    her_titles=words("mme mlle madame mademoiselle reine princesse"),
    role_nouns=words(
        """
        président présidente ministre maire sénateur sénatrice député députée directeur
        directrice porte-parole secrétaire juge procureur procureure professeur professeure chef
        cheffe commissaire préfet préfète responsable avocat avocate chercheur chercheuse gérant
        gérante vice-président vice-présidente délégué déléguée coordinateur coordinatrice
        représentant représentante membre fondateur fondatrice candidat candidate expert experte
        scientifique médecin économiste analyste historien historienne écrivain journaliste
        acteur actrice entraîneur joueur joueuse propriétaire habitant habitante voisin voisine
        agriculteur agricultrice pêcheur gardien gardienne témoin victime père mère fils fille
        frère sœur mari épouse femme homme police gouvernement parti syndicat association
        entreprise journal comité commission ministère mairie tribunal
        """
    ),
    body_nouns=words(
        """
        entreprise groupe syndicat parti agence ministère association journal quotidien
        """
    ),
    her_endings=phrases("trice, sidente, cheffe"),
    her_nouns=phrases("femme, épouse, mère, fille, sœur, veuve"),
    his_nouns=phrases("homme, mari, époux, père, fils, frère"),
    works=words(
        """
        film roman livre chanson album pièce opéra série comédie documentaire émission
        """
    ),
    kin=words("femme épouse mari veuve fille fils sœur frère mère père cousin neveu nièce"),
    unnamed=words("source"),
    unnamed_many=words("experts sources"),
    # Who says something
    cue_verbs=words(
        """
        dit disent disait déclare déclaré déclarait affirme affirmé affirmait explique expliqué
        expliquait ajoute ajouté ajoutait estime estimé estimait souligne souligné soulignait
        précise précisé précisait assure assuré assurait rappelle rappelé rappelait répond
        répondu répondait annonce annoncé annonçait indique indiqué indiquait dénonce dénoncé
        dénonçait regrette regretté regrettait promet promis reconnaît reconnu confie confié
        lance lancé écrit écrivait insiste insisté conclut conclu poursuit poursuivi note noté
        juge jugé prévient prévenu réclame réclamé demande demandé critique critiqué nie nié
        martèle martelé raconte raconté témoigne témoigné avertit averti qualifie qualifié
        évoque évoqué
        """
    ),
    quoting=words("cite cité"),
    no_verb_behind=words("de à"),
    according_to=phrases("selon, d'après, d’après, pour"),
    in_words=phrases("en ces termes, par ces mots"),
    disputing=words("nie nié admet admis reconnu reconnaît confirmé confirme dément démenti"),
    never_owned=words("et ou mais qui que de la"),
    # Who is for or against what
    supporting=phrases(
        """
        veut, veulent, voulons, veux, exige, exigent, exigé, réclame, réclament, réclamé,
        demande que, demande, demandent, demandé, soutient, soutiens, soutiennent, soutenons,
        soutenu, salue, saluent, salué, souhaite, souhaitent, souhaité, favorable, favorables,
        appelle à, appellent à, appelé à, recommande, recommandait, recommandé, propose,
        proposent, proposé, prône, défend, plaide pour, se félicite, approuve, approuvent,
        approuvé, plaidé pour, plaident pour, milite pour, militent pour, se prononce pour,
        s'est prononcé pour, encourage, exigeons, réclamons, demandons, saluons, souhaitons,
        recommandons, proposons, approuvons, appelons à
        """
    ),
    opposing=phrases(
        """
        refuse, refusent, refusé, rejette, rejettent, rejeté, s'oppose, s'opposent, opposé,
        opposée, opposés, contre, condamne, condamnent, condamné, dénonce, dénoncent, dénoncé,
        critique, critiqué, inacceptable, ne veut pas, hors de question, se prononce contre,
        s'est prononcé contre, défavorable, hostile, fustige, fustigé, s'indigne, s'insurge,
        refusons, rejetons, condamnons, dénonçons
        """
    ),
    weakly_supporting=phrases(
        """
        doit, doivent, devons, faut, objectif, priorité, allons, promet, promis, espère,
        espérons
        """
    ),
    weakly_opposing=phrases("nie, regrette, déçu, déçue"),
    undecided=phrases(
        """
        s'abstient, s'abstiennent, s'est abstenu, s'est abstenue, ne prend pas parti, ne se
        prononce pas, reste neutre, restent neutres
        """
    ),
    duties=words("faut doit"),
    terms=phrases("à condition, pourvu que"),
    praising=phrases("juste, nécessaire, indispensable, historique, une avancée, un succès"),
    blaming=phrases(
        """
        injuste, illégal, illégale, irresponsable, dangereux, dangereuse, inacceptable, absurde,
        scandaleux, scandaleuse, une erreur, une honte, un scandale, une catastrophe, une
        trahison
        """
    ),
    calling=phrases("qualifie, qualifié"),
    calling_links=phrases("de, comme"),
    votes_for=phrases("pour"),
    votes_against=phrases("contre"),
    abstentions=phrases("abstention, abstentions"),
    before_issues=words("que de à"),
    behind_issues=words("et en de des du à la le les"),
    # What is so, and when
    hedges=phrases(
        """
        pourrait, pourraient, peut-être, probablement, serait, seraient, aurait, auraient,
        environ, près de, semble, présumé, présumée, éventuel, si
        """
    ),
    units=phrases("pour cent, euro, euros, dollars"),
    large_numbers=words("million millions milliard milliards"),
    courtesies=phrases("bonjour, bonsoir, bienvenue"),
    relative_days=(
        ("aujourd'hui", 0),
        ("aujourd’hui", 0),
        ("hier", -1),
        ("avant-hier", -2),
        ("demain", 1),
        ("après-demain", 2),
    ),
    last_words=words("dernier"),
    next_words=words("prochain"),
    future=phrases("sera, seront, aura, auront, doit, doivent"),
    until=phrases("à partir de, dès, jusqu'à, d'ici à"),
    # What speaks to a program
    disregard=phrases("ignore, ignorez, ignorer, oublie, oubliez, oublier"),
    instructions=phrases("instructions, consignes"),
)
