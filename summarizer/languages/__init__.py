"""What the program knows about single languages: word lists, and nothing else.

A language that has no table here is read too: sentences, paragraphs, turns and quotation
marks need none. What a table adds is the cue verbs of quotations, the pronouns that may
speak, and what stands for and against. The days of the week are Unicode's. To add a language,
add one `Language` in a file of its own, and to `LANGUAGES`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.languages.dutch import DUTCH
from summarizer.languages.english import ENGLISH
from summarizer.languages.french import FRENCH
from summarizer.languages.german import GERMAN
from summarizer.languages.language import Language, Side
from summarizer.languages.spanish import SPANISH

__all__ = ["LANGUAGES", "UNKNOWN", "Language", "Side", "detect_language", "language_of"]

LANGUAGES: dict[str, Language] = {
    language.code: language for language in (ENGLISH, GERMAN, FRENCH, SPANISH, DUTCH)
}
UNKNOWN = Language(code="und", name="the language of the document")
"""A language without a table."""

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
