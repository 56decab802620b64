"""Support: whether sentences of the source carry a statement. By words, without a model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from summarizer.grounding import fold, lower_words
from summarizer.reading import Reading
from summarizer.spans import Span

__all__ = ["breaks_off", "content_words", "grounded_phrase", "lacking", "telling_sentences"]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def lacking(statement: str, evidence: Iterable[Span], reading: Reading) -> list[str]:
    """What a statement says and its evidence, with the sentences around it, does not.

    Numbers, names, titles before a name, a denial, a wish, letters that the source never uses; its
    words, where most of those that carry meaning stand nowhere there; and neighbours among them,
    where half of those are never near each other in the source.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> reading = read(Document.from_text("Captain Ada Lind sold 11 ships. It rained in Tarn."))
    >>> lacking("Mayor Ada Lind sold 12 ships.", [Span(0, 31)], reading)
    ['12', 'Mayor Ada Lind']
    """
    text = _neighbourhood(evidence, reading)
    if fold(statement).strip("\"' ") in fold(text):
        return []
    return [
        *_numbers(statement, text),
        *_names(statement, text, reading),
        *_titles(statement, text, reading),
        *_letters(statement, reading),
        *_stances(statement, text, reading),
        *(["not"] if _denies(statement, reading) and not _denies(text, reading) else []),
        *(_words_alone(statement, text, reading) or _put_together(statement, reading)),
    ]


SHARE = 0.45
"""So much of a statement's words of meaning its evidence has at least. Of the sentences in public
sets of judged summaries, those with less are unsupported in at least four of five cases."""


def _words_alone(statement: str, evidence: str, reading: Reading) -> list[str]:
    """The words of meaning that the evidence lacks, if they are most of them.

    What a small model puts into English, of a German text, has none of them.
    """
    names = {word for name in reading.names.all for word in content_words(name.text, reading)}
    said = content_words(statement, reading)
    alone = said - content_words(evidence, reading) - names  # a name may stand for a pronoun
    if len(said) - len(alone) >= SHARE * len(said):
        return []
    return [word for word in _WORD.findall(statement) if word.lower()[:6] in alone]


TOGETHER = 0.5
"""So many of the neighbours in a statement stand near each other in the source. Of sentences that
other programs wrote about news, those with fewer are unsupported in three of four cases."""

_NEAR, _FEWEST_PAIRS = 4, 3


def _put_together(statement: str, reading: Reading) -> list[str]:
    """Neighbours that the source has both, and never near each other, if they are half of all.

    What makes a sentence of its own out of two of the source has such.
    """
    said = _stems(statement, reading)
    wanted = set(said)
    places: dict[str, list[int]] = {}
    at = 0
    for sentence in reading.sentences:
        for word in _stems(sentence.of(reading.text), reading):
            at += 1
            if word in wanted:
                places.setdefault(word, []).append(at)
        at += _NEAR  # what two sentences have is not near
    pairs = [(one, two) for one, two in pairwise(said) if one in places and two in places]
    apart = [pair for pair in pairs if not _are_near(places[pair[0]], places[pair[1]])]
    if len(pairs) < _FEWEST_PAIRS or len(apart) < TOGETHER * len(pairs):
        return []
    return [" … ".join(pair) for pair in apart]


def _are_near(ones: list[int], others: list[int]) -> bool:
    return any(0 < abs(one - other) <= _NEAR for one in ones for other in others)


def _stems(text: str, reading: Reading) -> list[str]:
    """The words that carry meaning, in order, cut as `content_words` cuts them."""
    function_words = reading.segments.language.function_words
    return [word[:6] for word in lower_words(text) if word not in function_words]


IN_ORDER = 0.8
"""So many of a part's words of meaning one sentence has, in the part's order. Of the lines that a
small model wrote of 26 documents and that told no sentence so, every third was false; of the
others none."""

_FEWEST_WORDS = 3
"""A part with fewer words of meaning is one with the next."""


def telling_sentences(statement: str, reading: Reading) -> list[int]:
    """The sentences that a statement shortens: each part of it tells one, in its own order.

    Empty where a part tells none, or leaves out a doubt or a denial of the sentence it tells.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> reading = read(Document.from_text("Lind, who is 50, sold the ships to Osk. It rained."))
    >>> telling_sentences("Lind sold the ships to Osk.", reading)
    [0]
    >>> telling_sentences("Osk sold the ships to Lind.", reading)
    []
    """
    sentences = [span.of(reading.text) for span in reading.sentences]
    stems = [_stems(sentence, reading) for sentence in sentences]
    found = []
    for part in _parts(statement, reading):
        told = _told(_stems(part, reading), stems)
        if told is None or _drops(part, sentences[told], reading):
            return []
        found.append(told)
    return sorted(set(found))


def _parts(statement: str, reading: Reading) -> list[str]:
    """`It rained, and Lind left` has two parts."""
    parts = [""]
    for clause in reading.segments.language.joint_pattern.split(statement):
        if len(_stems(parts[-1], reading)) < _FEWEST_WORDS:
            parts[-1] = f"{parts[-1]} {clause}".strip()
        else:
            parts.append(clause)
    if len(parts) > 1 and len(_stems(parts[-1], reading)) < _FEWEST_WORDS:
        parts[-2:] = [f"{parts[-2]} {parts[-1]}"]
    return parts


def _told(part: list[str], sentences: list[list[str]]) -> int | None:
    """The sentence that has most of a part's words in its order, and enough of them."""
    least = max(1, IN_ORDER * len(part))
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(part)
    best: tuple[int, int] | None = None
    for number, words in enumerate(sentences):
        if len(set(part) & set(words)) < IN_ORDER * len(set(part)):
            continue
        matcher.set_seq1(words)
        same = sum(block.size for block in matcher.get_matching_blocks())
        if same >= least and (best is None or same > best[0]):
            best = same, number
    return best[1] if best else None


def _drops(part: str, sentence: str, reading: Reading) -> bool:
    """Whether a doubt, a wish, a denial, the beginning or the end is not in the part."""
    language = reading.segments.language
    patterns = (language.hedge_pattern, language.firm_pattern)
    is_surer = any(p.search(sentence) and not p.search(part) for p in patterns)
    is_turned = _denies(part, reading) != _denies(sentence, reading)
    is_whole = _begins_there(part, sentence, reading) and _ends_there(part, sentence)
    return is_surer or is_turned or not is_whole


def _begins_there(part: str, sentence: str, reading: Reading) -> bool:
    """Whether a clause of the sentence begins as the part does: nobody's view is cut off."""
    small = reading.segments.language.function_words | reading.segments.language.articles
    words = (word for word in re.findall(r"\w+", part) if word.lower() not in small)
    first = re.escape(next(words, ""))
    places = re.finditer(rf"\b{first}\b", sentence, re.IGNORECASE) if first else ()
    heads = (_CLAUSE_END.split(sentence[: found.start()])[-1] for found in places)
    return any(small.issuperset(lower_words(head)) for head in heads)


_CLAUSE_END = re.compile(r"[,.;:!?“”„«»\"()–—]")


def _ends_there(part: str, sentence: str) -> bool:
    """Whether a clause of the sentence ends with the last word of the part."""
    words = re.findall(r"\w+", part)
    last = rf"\b{re.escape(words[-1])}\b(?! ?\w)" if words else ""
    return re.search(last, sentence, re.IGNORECASE) is not None


def breaks_off(text: str, reading: Reading) -> bool:
    """Whether words are missing at the end: a quotation mark in an answer ends its string.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> breaks_off("Lind called it a", read(Document.from_text("Lind said it was a “trick”.")))
    True
    """
    last = text.rpartition(" ")[2]
    return last.isalpha() and last.lower() in reading.segments.language.function_words


def grounded_phrase(phrase: str, evidence: Span, reading: Reading) -> str:
    """A phrase without the words that its evidence does not have; empty if none is left.

    >>> from summarizer.document import Document
    >>> from summarizer.reading import read
    >>> reading = read(Document.from_text("Ada Lind does not want the harbour to be sold."))
    >>> grounded_phrase("harbour and tax reform", reading.sentences[0], reading)
    'harbour'
    """
    present = {_stem(fold(word)) for word in _WORD.findall(evidence.of(reading.text))}
    small = reading.segments.language.function_words | reading.segments.language.articles
    words = [
        word
        for word in phrase.split()
        if word.lower() in small or _stem(fold(word).strip(".,;:'\"")) in present
    ]
    while words and words[0].lower() in small:
        words.pop(0)
    while words and words[-1].lower() in small:
        words.pop()
    return " ".join(words)


def _neighbourhood(evidence: Iterable[Span], reading: Reading) -> str:
    """The sentences of the evidence, those beside them, and the names of who says them."""
    numbers: set[int] = set()
    for span in evidence:
        inside = reading.segments.sentences_of(span)
        numbers.update(range(max(0, inside.start - 1), inside.stop + 1))
    spans = [reading.sentences[n] for n in sorted(numbers) if n < len(reading.sentences)]
    speeches = {reading.speech_at(span) for span in spans} - {None}
    names = {reading.speeches[number].name for number in speeches if number is not None}
    spoken_by = [reading.names.all[name].text for name in names if name is not None]
    return " ".join([*(span.of(reading.text) for span in spans), *spoken_by])


def _numbers(statement: str, evidence: str) -> list[str]:
    present = {_plain_number(number) for number in _NUMBER.findall(evidence)}
    return [n for n in _NUMBER.findall(statement) if _plain_number(n) not in present]


def _plain_number(number: str) -> str:
    return _THOUSANDS.sub("", number)


_THOUSANDS = re.compile(r"[.,](?=\d{3}\b)")


def _names(statement: str, evidence: str, reading: Reading) -> list[str]:
    """Capitalised words without a counterpart.

    A name that the document knows may stand for a pronoun or a role of the evidence. In a
    language that writes all nouns with capitals only known names are looked at.
    """
    language = reading.segments.language
    present = {_stem(word) for word in _WORD.findall(fold(evidence))}
    names = [{_stem(word) for word in fold(name.text).split()} for name in reading.names.all]
    known = set().union(*names)
    present |= set().union(*(words for words in names if words & present))  # part of a name
    said = set(lower_words(evidence))
    roles = {
        word
        for name in reading.names.all
        for role in name.roles
        for word in lower_words(role.of(reading.text))
    } & (language.role_nouns | language.titles)
    is_own = any(map(language.is_first_person, re.findall(r"\w+", evidence)))
    stands_for = is_own or bool(said & (language.pronouns | roles))
    missing = []
    for number, found in enumerate(_WORD.finditer(statement)):
        stem = _stem(fold(found[0]))
        is_known = stem in known
        looked_at = found[0][0].isupper() and (
            is_known or (number > 0 and not language.nouns_are_capitalised)
        )
        if looked_at and stem not in present and not (is_known and stands_for):
            missing.append(found[0])
    return missing


def _titles(statement: str, evidence: str, reading: Reading) -> Iterator[str]:
    """`President Lind` where the source calls her captain, and the evidence nothing."""
    titles = reading.segments.language.titles
    for name in reading.names.all:
        roles = {word for role in name.roles for word in lower_words(role.of(reading.text))}
        surname = name.text.split()[-1]
        pattern = rf"([^\W\d_]+) (?:{re.escape(name.text)}|{re.escape(surname)})\b"
        for found in re.finditer(pattern, statement):
            word = found[1].lower()
            is_said = found[0] in evidence
            if word in titles and roles and word not in roles and not is_said:
                yield found[0]


def _letters(statement: str, reading: Reading) -> list[str]:
    """Small models slip into other scripts."""
    foreign = {c for c in statement if c.isalpha() and ord(c) > 0x24F} - set(reading.text)
    return ["".join(sorted(foreign))] if foreign else []


def _denies(text: str, reading: Reading) -> bool:
    words = {fold(word) for word in _WORD.findall(text)}
    return bool(words & reading.segments.language.negations) or "n't" in fold(text)


def _stances(statement: str, evidence: str, reading: Reading) -> list[str]:
    """What somebody is said to want, where the evidence has nobody who wants anything."""
    pattern, weak = reading.segments.language.firm_pattern, reading.segments.language.stance_pattern
    wanted = [found[0] for found in pattern.finditer(statement)]
    return [] if weak.search(evidence) else wanted


def _stem(word: str) -> str:
    """The first letters without a possessive: Russia's, Russian."""
    return _POSSESSIVE.sub("", word)[:5]


_POSSESSIVE = re.compile(r"'s?$")


def content_words(text: str, reading: Reading) -> set[str]:
    """The words that carry meaning, cut to their first letters so that endings do not count."""
    function_words = reading.segments.language.function_words
    return {w[:6] for w in lower_words(text) if len(w) > 2 and w not in function_words}
