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
        dear when while although however meanwhile speaking despite since then later earlier
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
    introductions=phrases("i'm, i am, my name is, my name's"),
    headings=phrases(
        """
        {remarks|speech|address|statement|testimony|keynote|open letter|declaration|communiqu{e|é}}
        {by|of|from}
        """
    ),
    interviewing=phrases("{interview|interviewed|conversation} with"),
    salutations=phrases("dear, hi, hello, to whom it may concern"),
    closings=phrases(
        """
        {|yours }{sincerely|faithfully|truly|respectfully}, sincerely yours, yours, signed,
        {|with }{|kind |best |warm }{regards|wishes}, respectfully yours, {|all the }best,
        {|many }thanks, cheers
        """
    ),
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
        goalkeeper winger quarterback golfer cyclist star model rapper sprinter champion referee
        environmentalist
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
    works=words(
        """
        comedy drama film movie show series sitcom soap novel book song single album musical
        play opera podcast game app website documentary
        """
    ),
    kin=words(
        "wife husband widow widower daughter son sister brother mother father cousin nephew niece"
    ),
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
        interjected inform informs informed informing tout touted assure assures assured relate
        related stipulate stipulates stipulated rule ruled
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
    in_words=phrases("with {the|these} words, in {these|his|her|their} words, as follows"),
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
        {says|said} {he|she|it|they} {will|would}, support{|s|ed|ing}, back{s|ed|ing},
        favo{|u}r{|s|ed|ing}, endors{e|es|ed|ing}, recommend{|s|ed}, propos{e|es|ed|ing},
        demand{|s|ed|ing}, urg{e|es|ed|ing}, call{|s|ed|ing} {for|on}, vot{e|es|ed|ing} for,
        voted to, push{|es|ed|ing} for, press{|es|ed|ing} for, stand{|s} by, stood by,
        stand up for, welcome{s|d}, insist{|s|ed|ing} on, want{|s|ed}, want{|s|ed} to see,
        would like, {i|we}'d like, prefer{|s|red}, we ask, i ask the, ask the panel,
        ask{|s|ed} for, approves, approve{s|d} of, advocat{e|es|ed|ing}, embrac{es|ed|ing},
        upholds, upheld, argue{s|d} for, plead{|s|ed|ing} {for|with}, moved that,
        moved as an amendment that, agree{|s|d}, agree{|s|d} {with|to}, pledg{e|es|ed|ing},
        vow{|s|ed|ing}, praise{s|d}, hail{s|ed|ing}, applaud{s|ed|ing}, commend{s|ed|ing},
        laud{s|ed|ing}, encourages, encouraged, defend{s|ed}, seconded, would keep, would limit,
        plan{s|ned} to, intend{|s} to, {has|have|had} plans to, announce{s|d} plans to,
        strategy is to, decide{s|d} to, could live with, recommendation is {that|to},
        {position|view} is that, {am|i'm|we're|all} for, campaign{|s|ed|ing} for,
        lobb{y|ies|ied|ying} for, side{s|d} with, say{|s} yes to, said yes to, deserves to,
        determined to, fight{s|ing} to, fought to,
        {is|are|am|was|were|be|i'm|we're} in favo{|u}r,
        {speak|speaks|spoke|argue|argues|argued} {|out }in favo{|u}r, vote{|s|d} in favo{|u}r,
        {come|comes|came} out in favo{|u}r,
        {voic{e|es|ed|ing}|express{|es|ed|ing}|reaffirm{|s|ed|ing}|reiterat{e|es|ed|ing}|pledg{e|es|ed}}
        {|his |her |its |their |our |my }support for,
        {throw|throws|threw} {his|her|its|their} {weight|support} behind,
        rall{y|ies|ied} behind,
        {is|was|been} a{|n} {|strong |staunch |early |longtime }{supporter|advocate|backer} of,
        {it's|it is} time to,
        it {is|was} {crucial|vital|essential|imperative|important|critical} {that|to},
        {claimed|claims} responsibility for,
        {remain|remains|remained|is|are|am} committed to
        """
    ),
    opposing=phrases(
        """
        {says|said} {he|she|it|they} {will|would} not, oppos{e|es|ed|ing}, reject{|s|ed|ing},
        refus{e|es|ed|ing}, {is|are|was|were|am|be|i'm|we're} against, vot{e|es|ed|ing} against,
        argu{e|es|ed|ing} against, advise{|s|d} against, speak{|s|ing} {|out }against,
        spoke {|out }against, protest{|s|ed|ing} against, {come|comes|came} out against,
        came down against, decided against, warn{|s|ed|ing} against, stand against,
        fight{|s|ing} against, fought against, campaign{|s|ed|ing} against,
        rail{|s|ed|ing} against, condemn{|s|ed|ing}, denounc{e|es|ed|ing},
        critici{s|z}{e|es|ed|ing}, decr{ies|ied|ying}, deplor{e|es|ed|ing},
        lambast{s|es|ed|ing}, slam{s|med|ming}, blast{s|ed|ing}, assail{s|ed|ing}, attacked,
        mock{s|ed}, ridicul{es|ed|ing}, lash{es|ed|ing} out at, hit{s} out at, hit out at,
        took aim at, takes aim at, disagree{|s|d|ing}, object{|s|ed|ing}, object{s|ed} to,
        disapprove{s|d} of, unacceptable, will not {accept|sign}, {cannot|can't} accept,
        {must|should} {not|never}, shouldn't, rul{e|es|ed} out, veto{|es|ed|ing},
        {does not|doesn't|do not} like, {is not|i'm not|isn't} ok{|ay} with, dismiss{es|ed|ing},
        decline{s|d} to, will never, would not, challenge{|d}, resist{|s|ed|ing},
        rebuff{s|ed|ing}, boycott{|s|ed|ing}, threaten{|s|ed|ing} to {block|veto|sue},
        withdrawing {my|our} support, withdrew {her|his|its} support,
        {withdrawn|withdraws} its support, withdraw {my|our} support, say{|s} no to, said no to,
        {i|we} {will not|won't|shall not}, {decided|decides|chose|chooses|opted|opts} not to,
        rais{e|es|ed|ing} concern{|s} {about|over},
        express{|es|ed|ing} concern{|s} {about|over},
        {cannot|can't|don't|do not|did not|didn't|fail to} see why
        {we|they|he|she|it|anyone|anybody} {should|must|need to|have to},
        voic{e|es|ed|ing} concern{|s} {about|over}, {is|are|was|were} concerned about,
        {voic{e|es|ed|ing}|express{|es|ed|ing}|reaffirm{|s|ed|ing}|reiterat{e|es|ed|ing}}
        {|his |her |its |their |our |my }{opposition|objections} to,
        {filed|files} a lawsuit against,
        {didn't|don't|do not|did not|doesn't|cannot} understand {how|why},
        {troubled|alarmed|appalled|outraged} by, complain{ed|s|ing} about, complain{s|ed} that,
        {is|was|been} a{|n} {|strong |vocal |fierce |longtime |outspoken }{critic|opponent} of
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
        a win, a victory, a triumph, magnificent, great, a {good|great} idea, brave, courageous
        """
    ),
    blaming=phrases(
        """
        wrong, unconstitutional, illegal, unlawful, reckless, irresponsible, dangerous,
        unacceptable, absurd, disgraceful, shameful, cruel, unfair, unjust, outrageous, insane,
        crazy, ridiculous, foolish, unnecessary, disastrous, premature, immoral, a mistake, a
        costly mistake, a disgrace, a scandal, a farce, nonsense, madness, a betrayal, a
        disaster, a catastrophe, an insult, a joke, a sham, too expensive, too late, too far,
        phony, corrupt, unfit, appalling, hypocritical, misguided, flawed, inhumane,
        barbaric, inadequate, unsustainable, unworkable, a fraud, a {bad|terrible} {idea|deal},
        a waste of money, a step backwards
        """
    ),
    for_nouns=phrases(
        """
        support for, commitment to, endorsement of, praise for, call{|s} for, demand{|s} for,
        plan{|s} to, pledge to, vow to, desire to, push for, proposal to, campaign for,
        backing for
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
        good morning, good afternoon, good evening, welcome {to|back}, thank you, thanks for,
        let me {begin|start}, take {|your |any }questions, can speak to that
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
    future=phrases("will, shall, {is|are} to, 'll, going to, is due, are due, due to, scheduled"),
    until=phrases("until, till, starting, beginning, no later than"),
    # What speaks to a program
    disregard=phrases("ignore, disregard, forget"),
    earlier=phrases("previous, prior, above, earlier, all, any"),
    instructions=phrases("instruction, instructions, prompt, prompts, rules"),
)
