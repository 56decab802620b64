"""English: its words, by what they are for."""

from summarizer.languages.language import Language, phrases, words

ENGLISH = Language(
    code="en",
    name="English",
    # How it is written and built
    titles_are_capitalised=True,
    subject_first=True,
    verbs_may_be_nouns=True,
    agents_end_in_er=True,
    # Small words
    function_words=words(
        """
        the of and to in a is that for it on was with as he be by at his from are this have had
        not but they which she or an were has their been we who will would more when said if no
        its about after all also our you i there what her him can so than into out up them
        """
    ),
    articles=words(
        """
        the a an one another his her their its our my your some many several two three
        """
    ),
    indefinites=words("a an another one some many several two three"),
    definites=words("the"),
    demonstratives=words("this such our"),
    these=words("these those"),
    prepositions=words(
        """
        to in of with from by at on for about against into over under after before between
        during through than as toward towards like near outside inside around told tells asked
        """
    ),
    place_words=phrases(
        """
        in, at, near, to, from, of, outside, across, around, into, through, along
        """
    ),
    by=words("by"),
    of_words=words("of for at in to with from"),
    auxiliaries=words("is was has had"),
    copulas=words("is was"),
    copulas_of_things=phrases("is, are, would be, will be"),
    negations=words(
        """
        not no nobody never none nothing neither nor without cannot can't don't doesn't didn't
        won't isn't aren't wasn't weren't wouldn't couldn't shouldn't hasn't haven't hadn't
        denies denied deny
        """
    ),
    both=phrases("both, both of them"),
    conjunctions=phrases("and, but"),
    that=phrases("that"),
    relative_words=words("who whose whom which where that since until said says told wrote added"),
    subordinators=words("when while as since though although after before"),
    clause_openers=phrases("who, which, where, while, because, since, although, though, when, but"),
    conditions=phrases("if, unless, whatever, whether"),
    now_words=words("now then currently formerly once"),
    degrees=words("a an the so very too just simply also not never"),
    openers=words(
        """
        when while although however meanwhile speaking despite since then later earlier
        yesterday today tomorrow now still yet unlike like between both neither either why how
        what where who during under over among amid without within beyond whether because before
        until unless once everything anything nothing everybody anybody nobody somebody maybe
        perhaps instead indeed also even only just most many some such each every former
        additional other another ask asked given based let do does did is are was were has have
        had next last first second third finally moreover nevertheless nonetheless thus hence
        here there far upon across against around behind below above per via versus so if though
        ultimately eventually recently reportedly apparently currently previously similarly
        member members minutes sorry please hello hey thanks listen oh dozens hundreds thousands
        """
    ),
    loose_starts=words("so then this that these those"),
    pointing=words(
        """
        what which who there this that these those it him her them he she they if when so and
        but
        """
    ),
    # Whom a pronoun means
    pronouns=words("he she they it we i"),
    first_person=words("i we my our us me i’m i'm we’re we're i’ll i'll we’ll we'll"),
    mine=words("my our"),
    theirs=words("his her their its"),
    acronyms=words("us"),
    you=words("you your yours"),
    labels=words("question answer reporter journalist moderator host interviewer operator"),
    he=words("he him his himself"),
    she=words("she her hers herself"),
    it=words("it"),
    they=words("they"),
    anybody=words("you somebody nobody everybody someone anyone anybody everyone those people"),
    # Who somebody is
    titles=words(
        """
        president vice prime minister secretary chancellor king queen prince princess senator
        sen representative rep delegate del congressman congresswoman governor gov mayor judge
        justice chief director chairman chairwoman chair commissioner ambassador general gen
        colonel col captain capt lieutenant lt sergeant sgt major admiral commander officer
        sheriff detective inspector professor prof doctor dr mr mrs ms miss sir lord lady dame
        pope bishop cllr cllrs revd archbishop cardinal rabbi imam reverend rev father sister
        spokesman spokeswoman spokesperson attorney speaker leader premier councillor councilman
        councilwoman deputy superintendent ceo cfo cto coach editor analyst economist author
        counterpart candidate nominee manager
        """
    ),
    honorifics=words("mr mrs ms miss dr sir lady dame madam cllrs prof"),
    his_titles=words("mr sir lord king prince"),
    her_titles=words("mrs ms miss lady dame queen madam"),
    role_nouns=words(
        """
        president minister secretary chancellor senator congressman congresswoman governor mayor
        judge justice chief director chair chairman chairwoman commissioner ambassador general
        officer sheriff detective professor doctor spokesman spokeswoman spokesperson attorney
        lawyer speaker leader premier councillor deputy superintendent executive coach editor
        analyst economist author counterpart candidate nominee manager founder head member
        researcher scientist engineer teacher student nurse farmer resident owner activist
        organiser organizer adviser advisor strategist aide official secretary-general envoy
        negotiator prosecutor witness defendant plaintiff player singer actor actress writer
        journalist reporter historian physician surgeon biologist chemist physicist ecologist
        consultant contractor supervisor captain commander partner husband wife widow father
        mother son daughter brother sister neighbour neighbor driver pilot company group union
        party agency ministry charity association clerk treasurer registrar curator warden
        keeper vicar pastor priest archaeologist architect accountant broker trader investor
        trustee auditor ombudsman dean provost principal headteacher rector constable midwife
        paramedic landlord trainer inspector agent visitor host magnate billionaire millionaire
        tycoon mogul veteran colleague comedian musician composer conductor soprano tenor
        pianist guitarist vocalist artist painter poet novelist playwright filmmaker presenter
        broadcaster columnist correspondent commentator pundit critic soldier firefighter
        astronaut lecturer psychologist psychiatrist sociologist geologist meteorologist
        epidemiologist therapist pharmacist dentist veterinarian entrepreneur businessman
        businesswoman banker financier philanthropist developer publisher producer screenwriter
        photographer designer tenant homeowner pensioner parent cousin nephew niece girlfriend
        boyfriend friend mate mom mum rival opponent successor predecessor lawmaker
        undersecretary legislator assemblyman alderman councilman councilwoman diplomat lobbyist
        campaigner protester victim survivor suspect volunteer donor striker midfielder defender
        goalkeeper quarterback golfer cyclist sprinter champion referee environmentalist
        """
    ),
    body_nouns=words(
        """
        company firm group union party agency ministry charity association maker builder
        operator supplier broadcaster station publisher newspaper retailer brewery
        """
    ),
    her_nouns=phrases("woman, women, actress, wife, mother, daughter, sister, widow"),
    his_nouns=phrases("man, men, actor, husband, father, son, brother"),
    unnamed=words("source person statement woman man"),
    unnamed_many=words(
        """
        officials police authorities sources experts analysts critics residents witnesses
        organisers organizers protesters lawyers prosecutors investigators researchers
        scientists doctors teachers workers employees aides advisers advisors lawmakers
        republicans democrats supporters opponents voters people many some others anonymous
        """
    ),
    # Who says something
    cue_verbs=words(
        """
        say says said saying tell tells told telling add adds added adding ask asks asked asking
        ordered instructed reply replies replied replying respond responds responded responding
        state states stated stating note notes noted noting explain explains explained
        explaining insist insists insisted insisting argue argues argued arguing claim claims
        claimed claiming warn warns warned warning announce announces announced announcing
        declare declares declared declaring describe describes described describing call calls
        called calling write writes wrote written writing tweet tweets tweeted tweeting post
        posts posted posting report reports reported reporting admit admits admitted admitting
        acknowledge acknowledges acknowledged acknowledging concede concedes conceded conceding
        deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed
        dismissing suggest suggests suggested suggesting urge urges urged urging demand demands
        demanded demanding promise promises promised promising vow vows vowed vowing pledge
        pledges pledged confirm confirms confirmed confirming stress stresses stressed stressing
        emphasise emphasises emphasised emphasize emphasizes emphasized emphasizing recall
        recalls recalled recalling remark remarks remarked remarking comment comments commented
        commenting observe observes observed observing conclude concludes concluded concluding
        continue continues continued continuing predict predicts predicted predicting joke jokes
        joked joking quip quips quipped shout shouts shouted shouting yell yelled cry cries
        cried whisper whispered exclaim exclaimed read reads mention mentions mentioned accuse
        accuses accused accusing praise praises praised praising criticise criticises criticised
        criticising criticize criticizes criticized criticizing condemn condemns condemned
        condemning complain complains complained complaining testify testifies testified
        testifying allege alleges alleged alleging assert asserts asserted asserting maintain
        maintains maintained contend contends contended reiterate reiterates reiterated
        reiterating repeat repeats repeated repeating echo echoes echoed echoing recount
        recounts recounted express expresses expressed expressing agree agrees agreed boast
        boasts boasted counter counters countered countering retort retorted clarify clarifies
        clarified lament laments lamented muse mused opine opined proclaim proclaims proclaimed
        question questions questioned quote quotes quoted quoting reveal reveals revealed label
        labels labeled labelled dub dubbed brand branded refer refers referred referring speak
        speaks spoke speaking think thinks thought believe believes believed answer answers
        answered answering advise advises advised caution cautions cautioned estimate estimates
        estimated hail hails hailed slam slams slammed blast blasts blasted defend defends
        defended characterize characterizes characterized characterise characterised interject
        interjected tout touted assure assures assured relate related stipulate stipulates
        stipulated rule ruled
        """
    ),
    saying=words(
        """
        said says say wrote writes added adds noted notes explained recalled argued insisted
        joked replied answered predicted
        """
    ),
    asserting=words(
        """
        said says say told tells stated states wrote writes added adds noted notes announced
        announces claims believes argues insists
        """
    ),
    quoting=words("quotes quoted"),
    no_verb_behind=words("to help the a an this that his her their its"),
    according_to=phrases(
        """
        according to, in the words of, as told by, in the opinion of, in the view of, in the
        eyes of
        """
    ),
    disputing=words(
        """
        denied denies deny admitted admits admit conceded concedes acknowledged acknowledges
        confirmed confirms
        """
    ),
    never_owned=words(
        """
        a about after against and are as at be because been before but by can could did does
        during for from had has have he her his if in into is it its may not of on or over she
        should since so than that the their then they this to under until was were when where
        which while who will with would
        """
    ),
    # Who is for or against what
    supporting=phrases(
        """
        says he will, says he would, says she will, says she would, says it will, says it would,
        says they will, says they would, said he will, said he would, said she will, said she
        would, said it will, said it would, said they will, said they would, support, supports,
        supported, supporting, backs, backed, backing, favour, favours, favoured, favor, favors,
        favored, endorse, endorses, endorsed, recommend, recommends, recommended, propose,
        proposes, proposed, demand, demands, demanded, demanding, call for, calls for, called
        for, calling for, urge, urges, urged, urging, call on, calls on, called on, calling on,
        vote for, votes for, voted for, voting for, voted to, push for, pushes for, pushed for,
        pushing for, stand by, stands by, welcomed, welcomes, insist on, insists on, insisted
        on, want, wants, wanted, would like, prefer, prefers, preferred, we ask, i ask the, ask
        the panel, approves, approved of, advocate, advocates, advocated, argued for, argues
        for, moved that, agree, agrees, agreed, agree with, agrees with, agreed with, agree to,
        agrees to, agreed to, pledge, pledges, pledged, vow, vows, vowed, praised, praises,
        defended, defends, would keep, would limit, i'd like, we'd like, seconded, asked for,
        asks for, ask for, moved as an amendment that, plans to, planned to, intends to, intend
        to, strategy is to, decided to, could live with, recommendation is that, recommendation
        is to, position is that, view is that, am for, i'm for, we're for, all for, campaigns
        for, campaigned for, lobbied for, lobbies for, pressed for, pressing for, sides with,
        sided with, say yes to, said yes to, hails, hailed, applauds, applauded, commends,
        commended, pleaded for, stand up for, want to see, deserves to, encourages, encouraged,
        favouring, favoring, is in favour, is in favor, are in favour, are in favor, am in
        favour, am in favor, was in favour, was in favor, were in favour, were in favor, be in
        favour, be in favor, i'm in favour, i'm in favor, we're in favour, we're in favor, spoke
        in favour, spoke in favor, speaks in favour, speaks in favor, voted in favour, voted in
        favor, vote in favour, vote in favor, came out in favour, came out in favor, argued in
        favour, argued in favor, determined to, fighting to, fights to, fought to, campaigning
        for, voiced support for, voices support for, expressed support for, expresses support
        for, expressed his support for, expressed her support for, expressed its support for,
        rallied behind, rallies behind, it's time to, it is time to, claimed responsibility for,
        claims responsibility for, announced plans to, announces plans to, has plans to, have
        plans to, remain committed to, remains committed to, remained committed to, is committed
        to, are committed to, am committed to
        """
    ),
    opposing=phrases(
        """
        says he will not, says he would not, says she will not, says she would not, says it will
        not, says it would not, says they will not, says they would not, said he will not, said
        he would not, said she will not, said she would not, said it will not, said it would
        not, said they will not, said they would not, oppose, opposes, opposed, opposing,
        reject, rejects, rejected, rejecting, refuse, refuses, refused, refusing, is against,
        are against, was against, were against, am against, be against, i'm against, we're
        against, vote against, votes against, voted against, voting against, argue against,
        argues against, argued against, advise against, advised against, speak against, spoke
        against, protest against, protested against, came out against, decided against, warn
        against, warns against, warned against, stand against, campaign against, condemn,
        condemns, condemned, denounce, denounces, denounced, criticise, criticises, criticised,
        criticize, criticizes, criticized, disagree, disagrees, disagreed, object, objects,
        objected, objecting, unacceptable, will not accept, will not sign, cannot accept, can't
        accept, must not, must never, should not, shouldn't, should never, rule out, rules out,
        ruled out, veto, vetoed, does not like, doesn't like, do not like, dismissed, dismisses,
        declined to, declines to, will never, would not, deplored, deplores, slammed, blasted,
        challenge, challenged, withdrawing my support, withdrawing our support, withdrew her
        support, withdrew his support, withdrew its support, withdrawn its support, withdraws
        its support, withdraw our support, withdraw my support, say no to, says no to, said no
        to, objects to, objected to, resist, resists, resisted, decries, decried, lambasted,
        rebuffed, rebuffs, boycott, boycotted, fight against, fights against, fought against,
        fighting against, campaigned against, campaigns against, came down against, deplore, i
        will not, we will not, i won't, we won't, i shall not, we shall not, decided not to,
        decides not to, chose not to, chooses not to, opted not to, disapproves of, disapproved
        of, mocked, mocks, ridiculed, ridicules, raised concerns about, raises concerns about,
        raised concerns over, expressed concern about, expressed concern over, expressed
        concerns about, expressed concerns over, voiced concern about, voiced concern over,
        voiced concerns about, voiced concerns over, is concerned about, are concerned about,
        was concerned about, campaigning against, filed a lawsuit against, files a lawsuit
        against, didn't understand how, didn't understand why, don't understand how, don't
        understand why, do not understand how, do not understand why, did not understand how,
        did not understand why, doesn't understand why, cannot understand why, troubled by,
        alarmed by, appalled by, outraged by, rails against, railed against, railing against,
        complained about, complains about, complaining about, complained that, complains that,
        attacked, lashed out at, lashes out at, hit out at, hits out at, took aim at, takes aim
        at
        """
    ),
    weakly_supporting=phrases(
        """
        must, should, insists, insisted, have to, has to, need to, needs to, we will, i will,
        we'll, i'll, hope, hopes, hoped, seek, seeks, sought, priority, right to, let us, let's,
        willing, willingness, ready to, committed to, promise, promises, promised, we're going
        to
        """
    ),
    weakly_opposing=phrases(
        """
        will not, won't, warn, warns, warned, frustrated, frustration, disappointed,
        disappointment, not happy, unhappy, no choice
        """
    ),
    undecided=phrases(
        """
        take no view, takes no view, took no view, take no side, takes no side, took no side,
        take no sides, takes no sides, took no sides, take no position, takes no position, took
        no position, don't take sides, doesn't take sides, do not take sides, abstain, abstains,
        abstained, remains neutral, remained neutral, stay neutral, is undecided, are undecided,
        was undecided, has not decided, have not decided, had not decided, has yet to decide,
        have yet to decide, have not made up my mind, left open, leaves open
        """
    ),
    duties=words("must should not"),
    terms=phrases("provided, only if, if there, as long as, on condition"),
    praising=phrases(
        """
        right, necessary, sensible, overdue, historic, excellent, essential, fair, wise, vital,
        a success, a step forward, good news, the right thing, the right decision, the right
        step, the best way, the only way, brilliant, the gold standard, a champion, a huge win,
        a win, a victory, a triumph, magnificent, great
        """
    ),
    blaming=phrases(
        """
        wrong, unconstitutional, illegal, unlawful, reckless, irresponsible, dangerous,
        unacceptable, absurd, disgraceful, shameful, cruel, unfair, unjust, outrageous, insane,
        crazy, ridiculous, foolish, unnecessary, disastrous, premature, immoral, a mistake, a
        costly mistake, a disgrace, a scandal, a farce, nonsense, madness, a betrayal, a
        disaster, a catastrophe, an insult, a joke, a sham, too expensive, too late, too far
        """
    ),
    for_nouns=phrases(
        """
        support for, commitment to, endorsement of, praise for, call for, calls for, demand for,
        demands for, plan to, plans to, pledge to, vow to, desire to, push for, proposal to,
        campaign for
        """
    ),
    against_nouns=phrases(
        """
        opposition to, refusal to, rejection of, criticism of, condemnation of, objection to,
        objections to, concern about, concern over, concerns about, concerns over, anger over,
        anger at, frustration with, resistance to, campaign against
        """
    ),
    calling=phrases(
        """
        call, calls, called, describe, describes, described, brand, brands, branded, denounced,
        dismissed, consider, considers, considered
        """
    ),
    calling_links=phrases("as"),
    votes_for=phrases("for, in favour, in favor"),
    votes_against=phrases("against"),
    abstentions=phrases("abstaining, abstentions, abstained"),
    before_issues=words("is was to that for of on with upon a"),
    behind_issues=words("as herself himself itself and of to the a in that would will be"),
    # What is so, and when
    hedges=phrases(
        """
        may, might, could, perhaps, possibly, probably, likely, unlikely, projected, reportedly,
        allegedly, alleged, apparently, appears, appeared, seems, seemed, suggests, suggested,
        believed, estimated, i think, hopefully, rumoured, rumored, unconfirmed, expected
        """
    ),
    units=phrases("percent, per cent, euro, euros, pounds, dollars"),
    large_numbers=words("hundred thousand million billion"),
    courtesies=phrases(
        """
        good morning, good afternoon, good evening, thank you, thanks for, let me begin, let me
        start, take questions, take your questions, take any questions, can speak to that
        """
    ),
    announcing=phrases(
        """
        here is what i, here is what we, this is what i, this is what we, what i want is, what i
        propose is, what i ask is, what i promise is, what i demand is, what we want is, what we
        propose is, what we ask is, what we promise is, what we demand is, let me be clear
        """
    ),
    relative_days=(("today", 0), ("tonight", 0), ("yesterday", -1), ("tomorrow", 1)),
    short_months=(("sept", 9),),
    last_words=words("last"),
    next_words=words("next coming"),
    future=phrases("will, shall, 'll, going to, is due, are due, due to, scheduled"),
    until=phrases("until, till, starting, beginning, no later than"),
    # What speaks to a program
    disregard=phrases("ignore, disregard, forget"),
    earlier=phrases("previous, prior, above, earlier, all, any"),
    instructions=phrases("instruction, instructions, prompt, prompts, rules"),
)
