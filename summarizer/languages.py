"""What the program knows about single languages: word lists, and nothing else.

A language that has no table here is read too: sentences, paragraphs, turns and quotation
marks need none. What a table adds is the cue verbs of quotations, the pronouns that may
speak, and the days of the week. To add a language, add one `Language` to `LANGUAGES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

__all__ = ["LANGUAGES", "UNKNOWN", "Language", "Side", "detect_language", "language_of"]

Side = Literal["supports", "opposes", "unclear"]
"""What a word says of who uses it; `unclear` where it says that no side is taken."""


@dataclass(frozen=True)
class Language:
    """The words of one language, lower case. `code` is ISO 639-1."""

    code: str
    name: str
    function_words: frozenset[str]
    cue_verbs: frozenset[str]
    according_to: tuple[str, ...]
    pronouns: frozenset[str]
    articles: frozenset[str]
    titles: frozenset[str]
    role_nouns: frozenset[str]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    relative_days: tuple[tuple[str, int], ...]
    last_words: frozenset[str]
    next_words: frozenset[str]
    hedges: tuple[str, ...]
    negations: frozenset[str]
    supporting: tuple[str, ...]
    opposing: tuple[str, ...]
    weakly_supporting: tuple[str, ...]
    weakly_opposing: tuple[str, ...]
    undecided: tuple[str, ...]
    praising: tuple[str, ...]
    blaming: tuple[str, ...]
    conditions: tuple[str, ...]  # open a clause of what is not so yet: `if`
    terms: tuple[str, ...]  # make a stand one on terms: `provided`
    clause_openers: tuple[str, ...]  # end what a stand is about: `because`
    both: tuple[str, ...]
    duties: frozenset[str]  # `must`: what the speaker thinks, whoever is to do it
    first_person: frozenset[str]
    nouns_are_capitalised: bool = False
    verb_second: bool = False  # the subject follows its verb where something else leads
    has_dialogue: bool = False  # a dash at the start of a paragraph opens speech
    future: tuple[str, ...] = ()  # verbs that tell of a day to come: `will`
    until: tuple[str, ...] = ()  # what stands before a day to come: `until`
    that: tuple[str, ...] = ()  # opens what is said: `that`
    conjunctions: tuple[str, ...] = ()  # join what is said further: `and`
    disputing: frozenset[str] = frozenset()  # verbs that deny or admit
    reporting_mood: frozenset[str] = frozenset()  # verbs in the mood of what others said: `sei`
    for_nouns: tuple[str, ...] = ()  # name what somebody is for: `support for`
    against_nouns: tuple[str, ...] = ()  # and against: `refusal to`
    place_words: tuple[str, ...] = ()  # stand before where something is: `in`
    auxiliaries: frozenset[str] = frozenset()  # stand beside who acts: `will`

    @cached_property
    def cue_pattern(self) -> re.Pattern[str]:
        """Any cue verb as a whole word; matches nothing where there is no table."""
        return _any_of(self.cue_verbs)

    @cached_property
    def according_pattern(self) -> re.Pattern[str]:
        """The phrase `according to`, and its kin."""
        return _any_of(self.according_to)

    @cached_property
    def stance_pattern(self) -> re.Pattern[str]:
        """Words with which somebody takes a stand, or may take one; the longest first."""
        return _any_of(self.stances)

    @cached_property
    def firm_pattern(self) -> re.Pattern[str]:
        """Words that leave no doubt that a stand is taken, or that none is."""
        return _any_of((*self.supporting, *self.opposing, *self.undecided))

    @cached_property
    def stances(self) -> dict[str, tuple[Side, bool]]:
        """From such words to the side they take, and whether they leave no doubt of it."""
        tables: tuple[tuple[tuple[str, ...], Side, bool], ...] = (
            (self.weakly_opposing, "opposes", False),
            (self.weakly_supporting, "supports", False),
            (self.opposing, "opposes", True),
            (self.supporting, "supports", True),
            (self.undecided, "unclear", True),
        )
        return {word: (side, is_firm) for words, side, is_firm in tables for word in words}

    @cached_property
    def judgement_pattern(self) -> re.Pattern[str]:
        """Words that judge what they are said of; the group `blame` where they are against it."""
        praise, blame = _any_of(self.praising).pattern, _any_of(self.blaming).pattern
        return re.compile(f"(?P<blame>{blame})|{praise}", re.IGNORECASE)

    @cached_property
    def noun_pattern(self) -> re.Pattern[str]:
        """Nouns of what somebody is for; the group `blame` where it is what they are against."""
        praise, blame = _any_of(self.for_nouns).pattern, _any_of(self.against_nouns).pattern
        return re.compile(f"(?P<blame>{blame})|{praise}", re.IGNORECASE)

    @cached_property
    def condition_pattern(self) -> re.Pattern[str]:
        """A clause that only supposes something, up to the end of what is searched."""
        return re.compile(rf"{_any_of(self.conditions).pattern}[^,;:.]*$", re.IGNORECASE)

    @cached_property
    def terms_pattern(self) -> re.Pattern[str]:
        """Words that put a stand on terms."""
        return _any_of(self.terms)

    @cached_property
    def clause_pattern(self) -> re.Pattern[str]:
        """Words that open another clause."""
        return _any_of(self.clause_openers)

    @cached_property
    def future_pattern(self) -> re.Pattern[str]:
        """Verbs that tell of a day to come."""
        return _any_of(self.future)

    @cached_property
    def until_pattern(self) -> re.Pattern[str]:
        """What stands before a day to come, behind some other words, up to the end."""
        return re.compile(rf"\w+\W+\w+.*{_any_of(self.until).pattern}\W*$", re.IGNORECASE)

    @cached_property
    def that_pattern(self) -> re.Pattern[str]:
        """What opens the words that a verb of speech reports."""
        return _any_of(self.that)

    @cached_property
    def further_pattern(self) -> re.Pattern[str]:
        """What opens more such words, as the group `that`: `, that`, or with a joint `and that`."""
        that, joint = self.that_pattern.pattern, _any_of(self.conjunctions).pattern
        return re.compile(rf"(?:,|,?\s(?P<joint>{joint}))\s(?P<that>{that})", re.IGNORECASE)

    @cached_property
    def joint_pattern(self) -> re.Pattern[str]:
        """What stands between two clauses that each say something."""
        joint = _any_of(self.conjunctions).pattern
        return re.compile(rf"(?<=[.;!])\s+|,\s+(?={joint})", re.IGNORECASE)

    @cached_property
    def where_pattern(self) -> re.Pattern[str]:
        """What stands before the name of a place: `in`, `in the`, up to the end."""
        before, article = _any_of(self.place_words).pattern, _any_of(self.articles).pattern
        return re.compile(rf"{before}[ \u00a0](?:{article}[ \u00a0])?$", re.IGNORECASE)

    @cached_property
    def hedge_pattern(self) -> re.Pattern[str]:
        """Words that leave open whether something is so."""
        return _any_of(self.hedges)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of these phrases as whole words, the longest first; none matches nothing."""
    longest_first = sorted(phrases, key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace("'", "[’']") for phrase in longest_first)
    return re.compile(rf"\b(?:{words})(?!\w)" if words else r"(?!)", re.IGNORECASE)


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_EN = Language(
    code="en",
    name="English",
    function_words=_words(
        "the of and to in a is that for it on was with as he be by at his from are this have "
        "had not but they which she or an were has their been we who will would more when "
        "said if no its about after all also our you i there what her him can so than into "
        "out up them"
    ),
    cue_verbs=_words(
        "say says said saying tell tells told telling add adds added adding ask asks asked "
        "asking ordered instructed reply replies replied replying respond responds responded "
        "responding state "
        "states stated stating note notes noted noting explain explains explained explaining "
        "insist insists insisted insisting argue argues argued arguing claim claims claimed "
        "claiming warn warns warned warning announce announces announced announcing declare "
        "declares declared declaring describe describes described describing call calls "
        "called calling write writes wrote written writing tweet tweets tweeted tweeting post "
        "posts posted posting report reports reported reporting admit admits admitted "
        "admitting acknowledge acknowledges acknowledged acknowledging concede concedes "
        "conceded conceding deny denies denied denying reject rejects rejected rejecting "
        "dismiss dismisses dismissed dismissing suggest suggests suggested suggesting urge "
        "urges urged urging demand demands demanded demanding promise promises promised "
        "promising vow vows vowed vowing pledge pledges pledged confirm confirms confirmed "
        "confirming stress stresses stressed stressing emphasise emphasises emphasised "
        "emphasize emphasizes emphasized emphasizing recall recalls recalled recalling remark "
        "remarks remarked remarking comment comments commented commenting observe observes "
        "observed observing conclude concludes concluded concluding continue continues "
        "continued continuing predict predicts predicted predicting joke jokes joked joking "
        "quip quips quipped shout shouts shouted shouting yell yelled cry cries cried whisper "
        "whispered exclaim exclaimed read reads mention mentions mentioned accuse accuses "
        "accused accusing praise praises praised praising criticise criticises criticised "
        "criticising criticize criticizes criticized criticizing condemn condemns condemned "
        "condemning complain complains complained complaining testify testifies testified "
        "testifying allege alleges alleged alleging assert asserts asserted asserting "
        "maintain maintains maintained contend contends contended reiterate reiterates "
        "reiterated reiterating repeat repeats repeated repeating echo echoes echoed echoing "
        "recount recounts recounted express expresses expressed expressing agree agrees "
        "agreed boast boasts boasted counter counters countered countering retort retorted "
        "clarify clarifies clarified lament laments lamented muse mused opine opined proclaim "
        "proclaims proclaimed question questions questioned quote quotes quoted quoting "
        "reveal reveals revealed label labels labeled labelled dub dubbed brand branded refer "
        "refers referred referring speak speaks spoke speaking think thinks thought believe "
        "believes believed answer answers answered answering advise advises advised caution "
        "cautions cautioned estimate estimates estimated hail hails hailed slam slams slammed "
        "blast blasts blasted defend defends defended characterize characterizes "
        "characterized characterise characterised interject interjected tout touted assure "
        "assures assured relate related stipulate stipulates stipulated rule ruled argue"
    ),
    according_to=(
        *("according to", "in the words of", "as told by", "in the opinion of"),
        *("in the view of", "in the eyes of"),
    ),
    pronouns=_words("he she they it we i"),
    articles=_words(
        "the a an one another his her their its our my your some many several two three"
    ),
    titles=_words(
        "president vice prime minister secretary chancellor king queen prince princess "
        "senator sen representative rep delegate del congressman congresswoman governor gov mayor "
        "judge justice chief director chairman chairwoman chair commissioner ambassador general "
        "gen colonel col captain capt lieutenant lt sergeant sgt major admiral commander officer "
        "sheriff detective inspector professor prof doctor dr mr mrs ms miss sir lord lady "
        "dame pope bishop cllr cllrs revd archbishop cardinal rabbi imam reverend rev father "
        "sister spokesman spokeswoman spokesperson attorney speaker leader premier councillor "
        "councilman councilwoman deputy superintendent ceo cfo cto coach editor analyst "
        "economist author counterpart candidate nominee manager"
    ),
    role_nouns=_words(
        "president minister secretary chancellor senator congressman congresswoman governor "
        "mayor judge justice chief director chair chairman chairwoman commissioner ambassador "
        "general officer sheriff detective professor doctor spokesman spokeswoman "
        "spokesperson attorney lawyer speaker leader premier councillor deputy superintendent "
        "executive coach editor analyst economist author counterpart candidate nominee "
        "manager founder head member researcher scientist engineer teacher student nurse "
        "farmer resident owner activist organiser organizer adviser advisor strategist aide "
        "official secretary-general envoy negotiator prosecutor witness defendant plaintiff "
        "player singer actor actress writer journalist reporter historian physician surgeon "
        "biologist chemist physicist ecologist consultant contractor supervisor captain "
        "commander partner husband wife widow father mother son daughter brother sister "
        "neighbour neighbor driver pilot company group union party agency ministry charity "
        "association clerk treasurer registrar curator warden keeper vicar pastor priest "
        "archaeologist architect accountant broker trader investor trustee auditor ombudsman "
        "dean provost principal headteacher rector constable midwife paramedic landlord "
        "trainer inspector agent visitor host magnate billionaire millionaire tycoon mogul veteran "
        "colleague comedian musician composer conductor soprano tenor pianist guitarist vocalist "
        "artist painter poet novelist playwright filmmaker presenter broadcaster columnist "
        "correspondent commentator pundit critic soldier firefighter astronaut lecturer "
        "psychologist psychiatrist sociologist geologist meteorologist epidemiologist therapist "
        "pharmacist dentist veterinarian entrepreneur businessman businesswoman banker financier "
        "philanthropist developer publisher producer screenwriter photographer designer tenant "
        "homeowner pensioner parent cousin nephew niece "
        "girlfriend boyfriend friend mate mom mum rival opponent successor predecessor lawmaker "
        "undersecretary legislator assemblyman alderman councilman councilwoman diplomat "
        "lobbyist campaigner protester "
        "victim survivor suspect volunteer donor striker midfielder defender goalkeeper "
        "quarterback golfer cyclist sprinter champion referee environmentalist"
    ),
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    months=(
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ),
    relative_days=(("today", 0), ("tonight", 0), ("yesterday", -1), ("tomorrow", 1)),
    last_words=_words("last"),
    next_words=_words("next coming"),
    future=_phrases("will, shall, 'll, going to, is due, are due, due to, scheduled"),
    until=_phrases("until, till, starting, beginning, no later than"),
    that=_phrases("that"),
    disputing=_words(
        "denied denies deny admitted admits admit conceded concedes acknowledged "
        "acknowledges confirmed confirms"
    ),
    conjunctions=_phrases("and, but"),
    hedges=(
        "may",
        "might",
        "could",
        "perhaps",
        "possibly",
        "probably",
        "likely",
        "unlikely",
        "projected",
        "reportedly",
        "allegedly",
        "alleged",
        "apparently",
        "appears",
        "appeared",
        "seems",
        "seemed",
        "suggests",
        "suggested",
        "believed",
        "estimated",
        "i think",
        "hopefully",
        "rumoured",
        "rumored",
        "unconfirmed",
        "expected",
    ),
    negations=_words(
        "not no nobody never none nothing neither nor without cannot can't don't doesn't didn't "
        "won't isn't aren't wasn't weren't wouldn't couldn't shouldn't hasn't haven't hadn't "
        "denies denied deny"
    ),
    supporting=_phrases(
        "says he will, says he would, says she will, says she would, says it will, says it would, "
        "says they will, says they would, said he will, said he would, said she will, said she "
        "would, said it will, said it would, said they will, said they would, support, supports, "
        "supported, supporting, backs, backed, backing, favour, favours, favoured, favor, favors, "
        "favored, endorse, endorses, endorsed, recommend, recommends, recommended, propose, "
        "proposes, proposed, demand, demands, demanded, demanding, call for, calls for, called "
        "for, calling for, urge, urges, urged, urging, call on, calls on, called on, calling on, "
        "vote for, votes for, voted for, voting for, voted to, push for, pushes for, pushed for, "
        "pushing for, stand by, stands by, welcomed, welcomes, insist on, insists on, insisted "
        "on, want, wants, wanted, would like, prefer, prefers, preferred, we ask, i ask the, ask "
        "the panel, approves, approved of, advocate, advocates, advocated, argued for, argues "
        "for, moved that, agree, agrees, agreed, agree with, agrees with, agreed with, agree to, "
        "agrees to, agreed to, pledge, pledges, pledged, vow, vows, vowed, praised, praises, "
        "defended, defends, would keep, would limit, i'd like, we'd like, seconded, asked for, "
        "asks for, ask for, moved as an amendment that, "
        "plans to, planned to, intends to, intend to, strategy is to, decided "
        "to, could live with, recommendation is that, recommendation is to, position is that, "
        "view is that, am for, i'm for, we're for, all for, campaigns for, campaigned for, "
        "lobbied for, lobbies for, pressed for, pressing for, sides with, sided with, say yes to, "
        "said yes to, hails, hailed, applauds, applauded, commends, commended, pleaded for, stand "
        "up for, want to see, deserves to, encourages, encouraged, favouring, favoring, is in "
        "favour, is in favor, are in favour, are in favor, am in favour, am in favor, was in "
        "favour, was in favor, were in favour, were in favor, be in favour, be in favor, i'm in "
        "favour, i'm in favor, we're in favour, we're in favor, spoke in favour, spoke in favor, "
        "speaks in favour, speaks in favor, voted in favour, voted in favor, vote in favour, vote "
        "in favor, came out in favour, came out in favor, argued in favour, argued in favor, "
        "determined to, fighting to, fights to, fought to, campaigning for, voiced support for, "
        "voices support for, expressed support for, expresses support for, expressed his support "
        "for, expressed her support for, expressed its support for, rallied behind, rallies "
        "behind, it's time to, it is time to, claimed responsibility for, claims responsibility "
        "for, announced plans to, announces plans to, has plans to, have plans to, remain "
        "committed to, remains committed to, remained committed to, is committed to, are "
        "committed to, am committed to"
    ),
    opposing=_phrases(
        "says he will not, says he would not, says she will not, says she would not, says it will "
        "not, says it would not, says they will not, says they would not, said he will not, said "
        "he would not, said she will not, said she would not, said it will not, said it would "
        "not, said they will not, said they would not, oppose, opposes, opposed, opposing, "
        "reject, rejects, rejected, rejecting, refuse, refuses, refused, refusing, is against, "
        "are against, was against, were against, am against, be against, i'm against, we're "
        "against, vote against, votes against, voted against, voting against, argue against, "
        "argues against, argued against, advise against, advised against, speak against, spoke "
        "against, protest against, protested against, came out against, decided against, warn "
        "against, warns against, warned against, stand against, campaign against, condemn, "
        "condemns, condemned, denounce, denounces, denounced, criticise, criticises, criticised, "
        "criticize, criticizes, criticized, disagree, disagrees, disagreed, object, objects, "
        "objected, objecting, unacceptable, will not accept, will not sign, cannot accept, can't "
        "accept, must not, must never, should not, shouldn't, should never, rule out, rules out, "
        "ruled out, veto, vetoed, does not like, doesn't like, do not like, dismissed, dismisses, "
        "declined to, declines to, will never, would not, deplored, deplores, slammed, blasted, "
        "challenge, challenged, withdrawing my support, withdrawing our support, withdrew her "
        "support, withdrew his support, withdrew its support, withdrawn its support, withdraws "
        "its support, withdraw our support, withdraw my support, say no to, says no to, said no "
        "to, objects to, objected to, resist, resists, resisted, decries, decried, lambasted, "
        "rebuffed, rebuffs, boycott, boycotted, fight against, fights against, fought against, "
        "fighting against, campaigned against, campaigns against, came down against, deplore, i "
        "will not, we will not, i won't, we won't, i shall not, we shall not, decided not to, "
        "decides not to, chose not to, chooses not to, opted not to, disapproves of, disapproved "
        "of, mocked, mocks, ridiculed, ridicules, raised concerns about, raises concerns about, "
        "raised concerns over, expressed concern about, expressed concern over, expressed "
        "concerns about, expressed concerns over, voiced concern about, voiced concern over, "
        "voiced concerns about, voiced concerns over, is concerned about, are concerned about, "
        "was concerned about, campaigning against, filed a lawsuit against, files a lawsuit "
        "against, didn't understand how, didn't understand why, don't understand how, don't "
        "understand why, do not understand how, do not understand why, did not understand how, "
        "did not understand why, doesn't understand why, cannot understand why, troubled by, "
        "alarmed by, appalled by, outraged by, rails against, railed against, railing against, "
        "complained about, complains about, complaining about, complained that, complains "
        "that, attacked, lashed out at, lashes out at, hit out at, hits out at, took aim at, takes "
        "aim at"
    ),
    weakly_supporting=_phrases(
        "must, should, insists, insisted, have to, has to, need to, needs to, we will, i will, "
        "we'll, i'll, hope, hopes, hoped, seek, seeks, sought, priority, right to, let us, let's, "
        "willing, willingness, ready to, committed to, promise, promises, promised, we're going to"
    ),
    weakly_opposing=_phrases(
        "will not, won't, warn, warns, warned, frustrated, frustration, disappointed, "
        "disappointment, not happy, unhappy, no choice"
    ),
    undecided=_phrases(
        "take no view, takes no view, took no view, take no side, takes no side, took no side, "
        "take no sides, takes no sides, took no sides, take no position, takes no position, took "
        "no position, don't take sides, doesn't take sides, do not take sides, abstain, abstains, "
        "abstained, remains neutral, remained neutral, stay neutral, is undecided, are undecided, "
        "was undecided, has not decided, have not decided, had not decided, has yet to decide, "
        "have yet to decide, have not made up my mind, left open, leaves open"
    ),
    praising=_phrases(
        "right, necessary, sensible, overdue, historic, excellent, essential, fair, wise, vital, "
        "a success, a step forward, good news, the right thing, the right decision, the right "
        "step, the best way, the only way, brilliant, the gold standard, a champion, a huge win, a "
        "win, a victory, a triumph, magnificent, great"
    ),
    blaming=_phrases(
        "wrong, unconstitutional, illegal, unlawful, reckless, irresponsible, dangerous, "
        "unacceptable, absurd, disgraceful, shameful, cruel, unfair, unjust, outrageous, insane, "
        "crazy, ridiculous, foolish, unnecessary, disastrous, premature, immoral, a mistake, a "
        "costly mistake, a disgrace, a scandal, a farce, nonsense, madness, a betrayal, a "
        "disaster, a catastrophe, an insult, a joke, a sham, too expensive, too late, too far"
    ),
    conditions=_phrases("if, unless, whatever, whether"),
    terms=_phrases("provided, only if, if there, as long as, on condition"),
    clause_openers=_phrases(
        "who, which, where, while, because, since, although, though, when, but"
    ),
    both=_phrases("both, both of them"),
    duties=_words("must should not"),
    first_person=_words("i we my our us me i’m i'm we’re we're i’ll i'll we’ll we'll"),
    for_nouns=_phrases(
        "support for, commitment to, endorsement of, praise for, call for, calls for, demand for, "
        "demands for, plan to, plans to, pledge to, vow to, desire to, push for, proposal to, "
        "campaign for"
    ),
    against_nouns=_phrases(
        "opposition to, refusal to, rejection of, criticism of, condemnation of, objection to, "
        "objections to, concern about, concern over, concerns about, concerns over, anger over, "
        "anger at, frustration with, resistance to, campaign against"
    ),
    place_words=_phrases(
        "in, at, near, to, from, of, outside, across, around, into, through, along"
    ),
)

_DE = Language(
    code="de",
    name="German",
    function_words=_words(
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als "
        "auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem "
        "über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei"
    ),
    cue_verbs=_words(
        "sagt sagte sagten sagen gesagt erklärt erklärte erklärten erklären betont betonte "
        "betonten meint meinte meinten fügt fügte fordert forderte forderten warnt warnte "
        "warnten kritisiert kritisierte kritisierten berichtet berichtete berichteten teilt "
        "teilte teilten schreibt schrieb schrieben antwortet antwortete nennt nannte nannten "
        "bezeichnet bezeichnete bezeichneten behauptet behauptete kündigt kündigte ankündigte "
        "bestätigt bestätigte dementiert dementierte bestreitet bestritt verspricht versprach "
        "räumt räumte weist wies verweist verwies lobt lobte begrüßt begrüßte verurteilt "
        "verurteilte äußert äußerte spricht sprach ergänzt ergänzte unterstreicht unterstrich "
        "bekräftigt bekräftigte beklagt beklagte erinnert erinnerte fragt fragte ruft rief "
        "heißt hieß zitiert zitierte glaubt glaubte erläutert erläuterte versichert "
        "versicherte mahnt mahnte gibt gab so zeigt zeigte stellt stellte stellten entgegnet "
        "entgegnete entgegneten erwidert erwiderte verkündet verkündete verkündeten "
        "charakterisiert charakterisierte beschreibt beschrieb beschrieben begründet "
        "begründete begründeten widerspricht widersprach widersprachen fährt fuhr fuhren "
        "konstatiert konstatierte argumentiert argumentierte argumentierten meldet meldete "
        "meldeten wirft warf werfen warfen rät riet kommentiert kommentierte kommentierten "
        "lautet lautete führt führte hebt hob befürchtet befürchtete plädiert "
        "plädierte zufolge appelliert appellierte schildert schilderte schlussfolgert "
        "resümiert resümierte urteilt urteilte urteilten vermutet vermutete vermuteten"
    ),
    according_to=(
        "laut",
        "nach angaben von",
        "nach angaben",
        "nach worten von",
        "nach aussagen",
        "nach ansicht",
        "nach meinung",
        "nach einschätzung",
    ),
    pronouns=_words("er sie es wir ich"),
    articles=_words(
        "der die das ein eine einer einem einen eines dem den des sein seine seiner seinem seinen "
        "ihr ihre ihrer ihrem ihren deren dessen"
    ),
    titles=_words(
        "präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin minister "
        "ministerin außenminister außenministerin innenminister innenministerin "
        "finanzminister finanzministerin verteidigungsminister verteidigungsministerin "
        "ministerpräsident ministerpräsidentin premierminister premierministerin sprecher "
        "sprecherin pressesprecher vorsitzende vorsitzender bürgermeister bürgermeisterin "
        "oberbürgermeister oberbürgermeisterin generalsekretär generalsekretärin herr frau dr "
        "prof professor professorin general könig königin papst richter richterin "
        "staatsanwalt direktor direktorin herrn chef chefin parteichef leiter leiterin trainer "
        "experte expertin us-präsident bundespräsident geschäftsführer geschäftsführerin "
        "landrat landrätin hebamme arzt ärztin anwalt anwältin rechtsanwalt rechtsanwältin "
        "amtsleiter amtsleiterin stadtrat stadträtin gewerkschafter gewerkschafterin "
        "abgeordnete abgeordneter senator senatorin forscher forscherin autor autorin "
        "kommissar kommissarin staatssekretär staatssekretärin"
    ),
    role_nouns=_words(
        "präsident präsidentin kanzler kanzlerin minister ministerin sprecher sprecherin "
        "vorsitzende vorsitzender bürgermeister bürgermeisterin direktor direktorin chef "
        "chefin leiter leiterin richter richterin professor professorin trainer experte "
        "expertin vertreter vertreterin veranstalter autor autorin kritiker forscher "
        "forscherin behörde amt ausschuss ministerium polizei staatsanwaltschaft gericht "
        "regierung partei verband gewerkschaft mitglied anwalt anwältin funktionär "
        "angestellte reporter reporterin bewohner zeuge zeugin frau mann bürger sender "
        "zeitung unternehmen konzern firma organisation studie bericht"
    ),
    weekdays=(
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
    ),
    months=(
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ),
    relative_days=(("heute", 0), ("gestern", -1), ("vorgestern", -2), ("morgen", 1)),
    last_words=_words("letzten vergangenen vorigen"),
    next_words=_words("nächsten kommenden"),
    future=_phrases("wird, werden, soll, sollen"),
    until=_phrases("bis, ab"),
    that=_phrases("dass"),
    disputing=_words(
        "bestritt bestreitet dementiert dementierte räumte räumt bestätigt bestätigte gestand"
    ),
    conjunctions=_phrases("und, aber"),
    hedges=(
        "könnte",
        "könnten",
        "vielleicht",
        "möglicherweise",
        "wahrscheinlich",
        "wohl",
        "offenbar",
        "angeblich",
        "mutmaßlich",
        "vermutlich",
        "etwa",
        "rund",
        "soll",
        "sollen",
        "dürfte",
        "dürften",
        "wenn",
    ),
    negations=_words("nicht kein keine keinen keiner nie niemals nichts ohne weder"),
    supporting=_phrases(
        "fordert, forderte, fordern, forderten, verlangt, verlangte, verlangen, verlangten, "
        "unterstützt, unterstützte, unterstützen, unterstützten, spricht sich für, sprach sich "
        "für, begrüßt, begrüßte, begrüßten, appelliert, appellierte, befürwortet, befürwortete, "
        "befürworten, plädiert, plädierte, will, wollen, setzt sich für, schlägt vor, schlug vor, "
        "wirbt für, stimmte für, stimmten für, drängt auf, drängte auf, pocht auf, sprechen sich "
        "für, sprachen sich für, setzte sich für, setzen sich für, setzten sich für, stimmen für, "
        "warb für, werben für, begrüßen, stellt sich hinter, stellte sich hinter, macht sich für, "
        "machte sich für"
    ),
    opposing=_phrases(
        "lehnt, lehnte, lehnen, lehnten, ablehnt, ablehnte, dagegen, spricht sich gegen, sprach "
        "sich gegen, verurteilt, verurteilte, verurteilten, weigert, weigerte, warnt vor, warnte "
        "vor, warnten vor, kritisiert, kritisierte, kritisierten, nicht hinnehmbar, inakzeptabel, "
        "will nicht, wollen nicht, darf nicht, dürfe nicht, dürfen nicht, stimmte gegen, stimmten "
        "gegen, wehrt sich, wehrte sich, wies zurück, weist zurück, stellt sich gegen, stellte "
        "sich gegen, protestiert gegen, protestierte gegen, protestieren gegen, protestierten "
        "gegen, demonstriert gegen, demonstrieren gegen, demonstrierten gegen, klagt gegen, "
        "klagte gegen, klagen gegen, wendet sich gegen, wandte sich gegen, ist gegen, sind gegen, "
        "war gegen, waren gegen, kritisieren, verurteilen, stimmen gegen, sprechen sich gegen, "
        "sprachen sich gegen, gegen"
    ),
    weakly_supporting=_phrases(
        "muss, müssen, müsse, müssten, soll, sollte, sollten, plant, planen, werden wir, wir "
        "werden, ziel, hofft, hoffe, hoffen, bereit, wollte, wollten, dafür"
    ),
    weakly_opposing=_phrases("warnt, warnte, bedauert, bedauerte, enttäuscht"),
    undecided=_phrases(
        "lässt offen, ließ offen, ließen offen, enthält sich, enthielt sich, enthielten sich, hat "
        "sich nicht festgelegt, bleibt neutral, blieb neutral"
    ),
    praising=_phrases(
        "richtig, notwendig, sinnvoll, überfällig, historisch, vernünftig, unverzichtbar, ein "
        "erfolg, ein fortschritt"
    ),
    blaming=_phrases(
        "falsch, verfassungswidrig, rechtswidrig, illegal, verantwortungslos, gefährlich, "
        "unverantwortlich, absurd, ungerecht, unnötig, überflüssig, ein fehler, ein skandal, eine "
        "schande, unsinn, wahnsinn, eine katastrophe"
    ),
    conditions=_phrases("wenn, falls"),
    terms=_phrases("zwar, allerdings, sofern, unter der bedingung"),
    clause_openers=_phrases(
        "weil, während, obwohl, aber, sondern, und damit, gestimmt, ausgesprochen, gewandt"
    ),
    both=_phrases("beide"),
    duties=_words("muss müssen müsse müssten soll solle sollte sollten darf dürfe dürfen"),
    first_person=_words("ich wir mein meine unser unsere uns mir"),
    nouns_are_capitalised=True,
    verb_second=True,
    reporting_mood=_words(
        "sei seien habe hätte hätten werde würde würden wäre wären könne könnten müsse müssten "
        "solle sollten dürfe dürften wolle wollten gebe gäbe gehe brauche lasse stehe"
    ),
    place_words=_phrases("in, aus, bei, nach, im, von, vom, zur, zum"),
    auxiliaries=_words(
        "hat haben hatte hatten ist sind war waren wird werden wurde wurden will wollen wollte "
        "wollten kann können konnte muss müssen soll sollen darf dürfen"
    ),
)

_FR = Language(
    code="fr",
    name="French",
    function_words=_words(
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se "
        "ce il sont avec son cette ont aux mais comme ou si leur elle été nous être fait ses"
    ),
    cue_verbs=_words(
        "dit disent disait déclare déclaré déclarait affirme affirmé affirmait explique "
        "expliqué expliquait ajoute ajouté ajoutait estime estimé estimait souligne souligné "
        "soulignait précise précisé précisait assure assuré assurait rappelle rappelé "
        "rappelait répond répondu répondait annonce annoncé annonçait indique indiqué "
        "indiquait dénonce dénoncé dénonçait regrette regretté regrettait promet promis "
        "reconnaît reconnu confie confié lance lancé écrit écrivait insiste insisté conclut "
        "conclu poursuit poursuivi note noté juge jugé prévient prévenu réclame réclamé "
        "demande demandé critique critiqué nie nié martèle martelé raconte raconté témoigne "
        "témoigné avertit averti qualifie qualifié évoque évoqué"
    ),
    according_to=("selon", "d'après", "d’après", "pour"),
    pronouns=_words("il elle ils elles on je nous"),
    articles=_words("le la les un une des l son sa ses ce cette cet"),
    titles=_words(
        "président présidente ministre premier première maire sénateur sénatrice député "
        "députée directeur directrice général générale porte-parole secrétaire chancelier "
        "chancelière roi reine pape juge procureur procureure professeur professeure docteur "
        "m mme monsieur madame dr chef cheffe commissaire préfet préfète"
    ),
    role_nouns=_words(
        "président présidente ministre maire sénateur sénatrice député députée directeur "
        "directrice porte-parole secrétaire juge procureur procureure professeur professeure "
        "chef cheffe commissaire préfet préfète responsable avocat avocate chercheur "
        "chercheuse gérant gérante vice-président vice-présidente délégué déléguée coordinateur "
        "coordinatrice représentant représentante membre fondateur fondatrice candidat candidate "
        "expert experte scientifique médecin économiste analyste historien historienne écrivain "
        "journaliste acteur actrice entraîneur joueur joueuse propriétaire habitant habitante "
        "voisin voisine agriculteur agricultrice pêcheur gardien gardienne témoin victime père "
        "mère fils fille frère sœur mari épouse femme homme police gouvernement parti syndicat "
        "association entreprise journal comité commission ministère mairie tribunal"
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    relative_days=(("aujourd'hui", 0), ("aujourd’hui", 0), ("hier", -1), ("demain", 1)),
    last_words=_words("dernier"),
    next_words=_words("prochain"),
    future=_phrases("sera, seront, aura, auront, doit, doivent"),
    until=_phrases("à partir de, dès, jusqu'à, d'ici à"),
    that=_phrases("que, qu"),
    disputing=_words("nie nié admet admis reconnu reconnaît confirmé confirme dément démenti"),
    conjunctions=_phrases("et, mais"),
    hedges=(
        "pourrait",
        "pourraient",
        "peut-être",
        "probablement",
        "serait",
        "seraient",
        "aurait",
        "auraient",
        "environ",
        "près de",
        "semble",
        "présumé",
        "présumée",
        "éventuel",
        "si",
    ),
    negations=_words("ne n pas jamais aucun aucune rien sans ni"),
    supporting=_phrases(
        "veut, veulent, voulons, veux, exige, exigent, exigé, réclame, réclament, réclamé, "
        "demande que, demande, demandent, demandé, soutient, soutiens, soutiennent, soutenons, "
        "soutenu, salue, saluent, salué, souhaite, souhaitent, souhaité, favorable, favorables, "
        "appelle à, appellent à, appelé à, recommande, recommandait, recommandé, propose, "
        "proposent, proposé, prône, défend, plaide pour, se félicite, approuve, approuvent, "
        "approuvé, plaidé pour, plaident pour, milite pour, militent pour, se prononce pour, "
        "s'est prononcé pour, encourage"
    ),
    opposing=_phrases(
        "refuse, refusent, refusé, rejette, rejettent, rejeté, s'oppose, s'opposent, opposé, "
        "opposée, opposés, contre, condamne, condamnent, condamné, dénonce, dénoncent, dénoncé, "
        "critique, critiqué, inacceptable, ne veut pas, hors de question, se prononce contre, "
        "s'est prononcé contre, défavorable, hostile, fustige, fustigé, s'indigne, s'insurge"
    ),
    weakly_supporting=_phrases(
        "doit, doivent, devons, faut, objectif, priorité, allons, promet, promis, espère, espérons"
    ),
    weakly_opposing=_phrases("nie, regrette, déçu, déçue"),
    undecided=_phrases(
        "s'abstient, s'abstiennent, s'est abstenu, s'est abstenue, ne prend pas parti, ne se "
        "prononce pas, reste neutre, restent neutres"
    ),
    praising=_phrases("juste, nécessaire, indispensable, historique, une avancée, un succès"),
    blaming=_phrases(
        "injuste, illégal, illégale, irresponsable, dangereux, dangereuse, inacceptable, absurde, "
        "scandaleux, scandaleuse, une erreur, une honte, un scandale, une catastrophe, une "
        "trahison"
    ),
    conditions=_phrases("si"),
    terms=_phrases("à condition, pourvu que"),
    clause_openers=_phrases("qui, mais, car"),
    both=_phrases("les deux, tous deux"),
    duties=_words("faut doit"),
    first_person=_words("je nous mon ma mes notre nos j"),
    place_words=_phrases("à, en, de, depuis, dans"),
    auxiliaries=_words("a ont avait avaient est sont était va vont veut veulent doit peut"),
)

_ES = Language(
    code="es",
    name="Spanish",
    function_words=_words(
        "de la que el en y a los del se las por un para con no una su al lo como más pero sus "
        "le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde "
        "quien desde fue ha son"
    ),
    cue_verbs=_words(
        "dice dijo dicen dijeron decía afirma afirmó afirmaron explica explicó explicaron "
        "añade añadió agrega agregó señala señaló señalaron asegura aseguró aseguraron "
        "declara declaró declararon advierte advirtió responde respondió contestó anuncia "
        "anunció indica indicó sostiene sostuvo subraya subrayó recuerda recordó reconoce "
        "reconoció admite admitió niega negó denuncia denunció critica criticó exige exigió "
        "pide pidió promete prometió escribe escribió insiste insistió concluye concluyó "
        "considera consideró opina opinó manifiesta manifestó expresa expresó relata relató "
        "comenta comentó apunta apuntó destaca destacó calificó lamentó preguntó confirma "
        "confirmó"
    ),
    according_to=("según", "de acuerdo con", "en palabras de"),
    pronouns=_words("él ella ellos ellas yo nosotros"),
    articles=_words("el la los las un una su sus este esta ese esa"),
    titles=_words(
        "presidente presidenta ministro ministra primer primera alcalde alcaldesa senador "
        "senadora diputado diputada director directora general secretario secretaria portavoz "
        "canciller rey reina papa juez jueza fiscal profesor profesora doctor doctora señor "
        "señora sr sra dr dra gobernador gobernadora consejero consejera jefe jefa"
    ),
    role_nouns=_words(
        "presidente presidenta ministro ministra alcalde alcaldesa senador senadora diputado "
        "diputada director directora secretario secretaria portavoz juez jueza fiscal "
        "profesor profesora gobernador gobernadora consejero consejera jefe jefa abogado "
        "abogada gerente vicepresidente vicepresidenta delegado delegada coordinador coordinadora "
        "responsable representante miembro fundador fundadora líder candidato candidata experto "
        "experta investigador investigadora científico científica médico médica economista "
        "analista historiador historiadora escritor escritora periodista actor actriz entrenador "
        "entrenadora jugador jugadora dueño dueña vecino vecina testigo víctima padre madre hijo "
        "hija hermano hermana marido esposa mujer hombre policía gobierno partido sindicato "
        "asociación empresa periódico diario comité comisión ministerio ayuntamiento tribunal"
    ),
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    relative_days=(("hoy", 0), ("ayer", -1), ("anteayer", -2), ("mañana", 1)),
    last_words=_words("pasado"),
    next_words=_words("próximo"),
    future=_phrases("será, serán, tendrá, tendrán, debe, deben"),
    until=_phrases("a partir del, hasta el"),
    that=_phrases("que"),
    disputing=_words("negó niega admitió admite reconoció reconoce confirmó confirma desmintió"),
    conjunctions=_phrases("y, e, pero"),
    hedges=(
        "podría",
        "podrían",
        "quizá",
        "quizás",
        "tal vez",
        "probablemente",
        "posiblemente",
        "habría",
        "habrían",
        "sería",
        "serían",
        "unos",
        "alrededor de",
        "cerca de",
        "supuesto",
        "presunto",
        "presunta",
        "parece",
        "si",
    ),
    negations=_words("no nunca ningún ninguna nada sin ni jamás tampoco"),
    supporting=_phrases(
        "quiere, quieren, queremos, quiero, exige, exigen, exigió, exigieron, pide, piden, pidió, "
        "pidieron, apoya, apoyan, apoyo, apoyó, a favor, defiende, defienden, defendió, celebra, "
        "reclama, reclamó, propone, propuso, aboga, abogó, recomienda, recomendó, respalda, "
        "respaldó, insta, instó, reclaman, reclamaron, proponen, propusieron, apoyaron, "
        "respaldaron, respaldan, defendieron, aplaude, aplaudió, solicita, solicitó, solicitaron"
    ),
    opposing=_phrases(
        "rechaza, rechazan, rechazó, rechazaron, se opone, se oponen, se opuso, condena, "
        "condenan, condenó, denuncia, denunció, en contra, contra, critica, criticó, inaceptable, "
        "se niega, se negó, descarta, descartó, no quiere, protesta, protestó, protestaron, "
        "critican, criticaron, rechazaba"
    ),
    weakly_supporting=_phrases(
        "debe, deben, debemos, hay que, vamos a, objetivo, prioridad, promete, prometió, espera, "
        "esperamos"
    ),
    weakly_opposing=_phrases("niega, negó, advierte, advirtió, lamenta, lamentó, decepcionado"),
    undecided=_phrases(
        "se abstiene, se abstuvo, se abstuvieron, no toma partido, no se pronuncia, no se pronunció"
    ),
    praising=_phrases(
        "justo, justa, necesario, necesaria, imprescindible, histórico, histórica, un éxito, un "
        "avance"
    ),
    blaming=_phrases(
        "injusto, injusta, ilegal, irresponsable, peligroso, peligrosa, inaceptable, absurdo, "
        "absurda, un error, una vergüenza, un escándalo, un disparate, una catástrofe"
    ),
    conditions=_phrases("si"),
    terms=_phrases("aunque, siempre que"),
    clause_openers=_phrases("que, pero, porque"),
    both=_phrases("ambos, ambas"),
    duties=_words("debe deben"),
    first_person=_words("yo nosotros mi mis nuestro nuestra nuestros nuestras nos me"),
    has_dialogue=True,
    place_words=_phrases("en, desde, de, hacia"),
    auxiliaries=_words("ha han había es son era va van quiere quieren debe puede"),
)

UNKNOWN = Language(
    code="und",
    name="the language of the document",
    function_words=frozenset(),
    cue_verbs=frozenset(),
    according_to=(),
    pronouns=frozenset(),
    articles=frozenset(),
    titles=frozenset(),
    role_nouns=frozenset(),
    weekdays=(),
    months=(),
    relative_days=(),
    last_words=frozenset(),
    next_words=frozenset(),
    hedges=(),
    negations=frozenset(),
    supporting=(),
    opposing=(),
    weakly_supporting=(),
    weakly_opposing=(),
    undecided=(),
    praising=(),
    blaming=(),
    conditions=(),
    terms=(),
    clause_openers=(),
    both=(),
    duties=frozenset(),
    first_person=frozenset(),
)
"""A language without a table."""

_NL = Language(
    code="nl",
    name="Dutch",
    function_words=_words(
        "de het een en van in op te dat is zijn was voor niet aan er om ook als maar "
        "bij dan naar uit nog wel geen over tot deze dit wordt worden werd hebben heeft had zich "
        "hun meer al zo wat hoe wie welke waarom kan kunnen zou moet moeten onder tegen na omdat "
        "toen waar of daar"
    ),
    cue_verbs=_words(
        "zegt zei zeiden zeggen gezegd verklaart verklaarde verklaarden vertelt vertelde vertelden "
        "stelt stelde stelden schrijft schreef schreven meldt meldde meldden noemt noemde noemden "
        "vindt vond vonden denkt dacht benadrukt benadrukte waarschuwt waarschuwde waarschuwden "
        "antwoordt antwoordde reageert reageerde reageerden laat liet bevestigt bevestigde ontkent "
        "ontkende erkent erkende belooft beloofde voegt voegde vraagt vroeg vroegen eist eiste "
        "eisten concludeert concludeerde betoogt betoogde oordeelt oordeelde vermoedt vermoedde "
        "vreest vreesde verwacht verwachtte hoopt hoopte benoemt benoemde citeert citeerde aldus "
        "bekritiseert bekritiseerde prijst prees kondigt kondigde constateert constateerde "
        "beaamt beaamde maakt maakte maakten licht lichtte roept riep klaagt klaagde weet "
        "beweert beweerde"
    ),
    according_to=("volgens", "aldus", "naar het oordeel van", "in de woorden van"),
    pronouns=_words("hij zij ze wij we ik"),
    articles=_words("de het een zijn haar hun ons onze deze dit die dat"),
    titles=_words(
        "president premier minister staatssecretaris burgemeester wethouder voorzitter "
        "partijvoorzitter lijsttrekker fractievoorzitter partijleider directeur secretaris "
        "commissaris gouverneur koning koningin prins prinses paus bisschop rechter officier "
        "generaal kolonel professor prof dr drs mr ir heer mevrouw meneer mevr dhr kamerlid "
        "raadslid senator woordvoerder woordvoerster hoofdinspecteur korpschef kanselier "
        "onderzoeker onderzoekster hoogleraar econoom trainer bondscoach ambassadeur "
        "eurocommissaris minister-president vicepremier advocaat arts voorman leider"
    ),
    role_nouns=_words(
        "president premier minister staatssecretaris burgemeester wethouder voorzitter "
        "lijsttrekker fractievoorzitter partijleider directeur secretaris commissaris rechter "
        "generaal professor hoogleraar kamerlid raadslid senator woordvoerder woordvoerster "
        "onderzoeker onderzoekster econoom trainer ambassadeur advocaat arts schrijver schrijfster "
        "journalist bewoner eigenaar ondernemer boer leraar lerares bestuurder lid leider "
        "oprichter deskundige expert analist getuige verdachte zoon dochter vader moeder broer zus "
        "man vrouw politie gemeente rechtbank ministerie kabinet regering partij vakbond "
        "vereniging stichting bedrijf krant omroep organisatie bond raad"
    ),
    weekdays=(
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ),
    months=(
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    relative_days=(("vandaag", 0), ("gisteren", -1), ("eergisteren", -2), ("morgen", 1)),
    last_words=_words("vorige afgelopen"),
    next_words=_words("volgende komende aanstaande"),
    future=_phrases("zal, zullen, gaat, gaan"),
    until=_phrases("tot, vanaf"),
    that=_phrases("dat"),
    disputing=_words("ontkent ontkende erkent erkende bevestigt bevestigde betwist betwistte"),
    conjunctions=_phrases("en, maar"),
    hedges=(
        "misschien",
        "mogelijk",
        "waarschijnlijk",
        "vermoedelijk",
        "wellicht",
        "naar verluidt",
        "zou",
        "zouden",
        "kan",
        "kunnen",
        "lijkt",
        "lijken",
        "ongeveer",
        "circa",
        "als",
    ),
    negations=_words("niet geen nooit niets niemand noch zonder nergens"),
    supporting=_phrases(
        "steunt, steunde, steunen, steunden, ondersteunt, ondersteunde, ondersteunen, pleit, "
        "pleitte, pleiten, pleitten, bepleit, bepleitte, bepleiten, wil, willen, wilde, wilden, "
        "eist, eiste, eisen, eisten, stemt voor, stemde voor, stemmen voor, stemden voor, stelt "
        "voor, stelde voor, stellen voor, stelden voor, roept op, riep op, roepen op, riepen op, "
        "dringt aan op, drong aan op, dringen aan op, prijst, prees, verwelkomt, verwelkomde, is "
        "blij met, zijn blij met, was blij met, is voorstander van, zijn voorstander van, was "
        "voorstander van, schaart zich achter, schaarde zich achter, scharen zich achter, vraagt "
        "om, vroeg om, vragen om, zet in op, zette in op, zetten in op, zet zich in voor, zetten "
        "zich in voor, verdedigt, verdedigde, verdedigen, onderschrijft, onderschreef, "
        "onderschrijven, gaat akkoord met, ging akkoord met, gaan akkoord met, is het eens met, "
        "zijn het eens met"
    ),
    opposing=_phrases(
        "is tegen, zijn tegen, was tegen, waren tegen, stemt tegen, stemde tegen, stemmen tegen, "
        "stemden tegen, verwerpt, verwierp, verwerpen, verwierpen, weigert, weigerde, weigeren, "
        "weigerden, bekritiseert, bekritiseerde, bekritiseren, hekelt, hekelde, hekelen, "
        "veroordeelt, veroordeelde, veroordelen, veroordeelden, waarschuwt voor, waarschuwde voor, "
        "waarschuwen voor, verzet zich tegen, verzette zich tegen, verzetten zich tegen, keert "
        "zich tegen, keerde zich tegen, keren zich tegen, is tegenstander van, zijn tegenstander "
        "van, ziet niets in, zag niets in, zien niets in, ziet niks in, zien niks in, wijst af, "
        "wees af, wijzen af, protesteert tegen, protesteerde tegen, protesteren tegen, is het "
        "oneens met, zijn het oneens met, onaanvaardbaar, onacceptabel, mag niet, mogen niet, "
        "bestrijdt, bestreed, bestrijden, dreigt te blokkeren, distantieert zich van, "
        "distantieerde zich van, wijst van de hand, wees van de hand"
    ),
    weakly_supporting=_phrases(
        "moet, moeten, moest, moesten, hoopt, hoopte, hopen, is bereid, zijn bereid, belooft, "
        "beloofde, beloven, van plan"
    ),
    weakly_opposing=_phrases(
        "waarschuwt, waarschuwde, betreurt, betreurde, teleurgesteld, bezorgd, zorgen"
    ),
    undecided=_phrases(
        "laat in het midden, liet in het midden, onthoudt zich, onthield zich, onthielden zich, "
        "heeft nog niet besloten, hebben nog niet besloten, blijft neutraal, bleef neutraal"
    ),
    praising=_phrases(
        "juist, terecht, noodzakelijk, verstandig, historisch, onmisbaar, een succes, een stap "
        "vooruit"
    ),
    blaming=_phrases(
        "onjuist, onterecht, ongrondwettelijk, illegaal, onverantwoord, gevaarlijk, absurd, "
        "onrechtvaardig, onnodig, overbodig, een fout, een vergissing, een schandaal, een schande, "
        "onzin, waanzin, een ramp, te duur, te laat"
    ),
    conditions=_phrases("als, indien, wanneer, mits"),
    terms=_phrases("mits, op voorwaarde dat, onder voorwaarde dat"),
    clause_openers=_phrases("omdat, terwijl, hoewel, maar, waardoor, zodat, aangezien"),
    both=_phrases("beiden, beide"),
    duties=_words("moet moeten mag mogen"),
    first_person=_words("ik wij we mijn ons onze mij"),
    verb_second=True,
    place_words=_phrases("in, te, uit, naar, van, bij, op"),
    auxiliaries=_words("heeft hebben had is zijn was wordt worden wil willen zal zullen moet kan"),
)

LANGUAGES: dict[str, Language] = {language.code: language for language in (_EN, _DE, _FR, _ES, _NL)}

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000


def language_of(code: str) -> Language:
    """The table of a language, or `UNKNOWN`.

    >>> language_of("de").name, language_of("xx").code
    ('German', 'und')
    """
    return LANGUAGES.get(code, UNKNOWN)


@lru_cache(maxsize=64)
def detect_language(text: str) -> str:
    """The code of the language that most function words belong to, `und` if none stands out.

    Only languages with a table are told apart: nothing else depends on the answer.

    >>> detect_language("Der Minister sagte, dass er nicht an der Sitzung teilnehmen werde.")
    'de'
    >>> detect_language("今日は晴れです")
    'und'
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    scores = {
        code: sum(word in language.function_words for word in words)
        for code, language in LANGUAGES.items()
    }
    best = max(scores, key=scores.__getitem__)  # the first of those that share it
    return best if words and scores[best] / len(words) > 0.1 else UNKNOWN.code
