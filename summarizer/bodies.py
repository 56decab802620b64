"""Bodies and places: the words that make a name one of many people, or of a place or event."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = [
    "BODIES",
    "COMPANIES",
    "CREEDS",
    "PLACES",
    "REGIONS",
    "ROMANCE_BODIES",
    "STATES",
    "has_body",
    "is_federal",
    "is_law",
]

_GERMAN_BODIES = frozenset(
    "amt anstalt aufsicht bank bund dienst föderation fraktion genossenschaft gesellschaft "
    "gewerkschaft gmbh kammer klinik klinikum krankenhaus kirche partei polizei rat rathaus "
    "stadtrat stiftung union universität verband verbund verein verwaltung werke zeitung".split()
)
ROMANCE_BODIES = frozenset(
    "agence assemblée association comité commission confédération conseil fédération fondation "
    "institut ligue ministère parti syndicat société union université agencia asamblea asociación "
    "ayuntamiento banco comisión confederación consejo federación fundación instituto ministerio "
    "partido sindicato sociedad unión universidad".split()
)
_DUTCH_BODIES = frozenset(
    "gemeente kabinet kamer ministerie partij politie raad rechtbank stichting universiteit "
    "vakbond vereniging".split()
)
BODIES = (
    _GERMAN_BODIES
    | ROMANCE_BODIES
    | _DUTCH_BODIES
    | frozenset(
        "agency alliance army assembly association authority bank board bureau cabinet center "
        "centre chamber church city club college commission committee company congress consortium "
        "cooperative corporation council court department directorate federation force forum "
        "foundation front fund government group guild hospital house inc initiative institute "
        "institutes institution league line ltd ministry movement museum nations network office "
        "organisation organization panel parliament party police post press school senate service "
        "society station syndicate team times trust union university airlines airways brigade "
        "enterprises foods holdings industries insurance laboratories logistics motors partners "
        "patrol petroleum pharmaceuticals radio railway railways securities services systems "
        "technologies tramways tribunal convention project campaign zoo "
        "albion caucus coalition collective conservatoire conservatory consort enforcement eu "
        "hotspur nato opec rangers rovers wanderers taliban hamas "
        "news herald gazette tribune chronicle journal telegraph magazine".split()
    )
)
"""Words that make a name one of many people."""


COMPANIES = frozenset(
    "group inc ltd plc corp corporation company holdings industries railways airlines airways "
    "motors services systems technologies pharmaceuticals laboratories logistics foods "
    "enterprises securities partners insurance energy ag gmbh".split()
)
"""What ends the name of a company, which is also called by what stands before it."""


PLACES = frozenset(
    "street road bridge lane avenue square park gardens market hill valley river bay island "
    "islands lake lakes mountain airport harbour harbor port quay mill rock point county district "
    "marathon olympics games championship championships tournament trophy stadium arena summit "
    "conference treaty accord act bill amendment plan war prison way "
    "gallery village town city coast exchange rooms prize award fair festival cup day week line "
    "straße platz brücke preis rue place plaza calle".split()
)
"""Words that make a name one of a place or an event."""


REGIONS = frozenset(
    "north south east west northern southern eastern western central upper lower new old great "
    "greater united san santa st saint port lake mount fort camp los las el cape".split()
)
"""What stands first in the name of a place."""


CREEDS = frozenset(
    "islam islamic muslim christianity christian judaism jewish hinduism hindu buddhism buddhist "
    "catholicism catholic protestant sikh hispanic latino latina asian islamisch christentum "
    "judentum".split()
)
"""Creeds and peoples, by what describes who is of them: nobody takes part under such a name."""


STATES = frozenset(
    "ala ariz ark calif colo conn fla ga ill ind kan ky mass md mich minn mo mont neb nev okla "
    "ore pa tenn tex va wash wis wyo".split()
)
"""American states cut short, but for those that are words too."""


_COMPOUND = re.compile(rf".{{3,}}(?:{'|'.join(sorted(b for b in _GERMAN_BODIES if len(b) > 4))})")


def has_body(words: Iterable[str]) -> bool:
    """Whether a word is one of `BODIES`, or ends in one as `Klinikverbund` does."""
    return any(
        word in BODIES or _COMPOUND.fullmatch(word) or _FEDERAL.fullmatch(word) for word in words
    )


_LAW = re.compile(r".{3,}(?:gesetz(?:es)?|verordnung|verfassung|abkommens?|vertrag(?:e?s)?)")


_FEDERAL = re.compile(
    r"(?:bundes|landes|europa|euro)"
    r"(?:wehr|tag|rat|regierung|gericht|gerichtshof|bank|polizei|amt|agentur|parlament|kommission)s?"
)


def is_federal(word: str) -> bool:
    """Whether a word, in small letters, is the one German body that is called so: `bundeswehr`."""
    return _FEDERAL.fullmatch(word) is not None


def is_law(word: str) -> bool:
    """Whether a word, in small letters, is a German law: `hafengesetzes`."""
    return _LAW.fullmatch(word) is not None
