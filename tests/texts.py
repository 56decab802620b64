"""Texts that try to break the pure rooms, and how many steps one takes to be read."""

from __future__ import annotations

import sys
from collections.abc import Callable

from hypothesis import strategies as st

_PIECES = [
    *"“”„‟\"«»‹›「」『』‘’‚'",
    *("''", "``", '"', "“", "”", "’"),
    *("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\u2029", "\u0085", "\t", " ", "\u00a0"),
    *("ADA LIND:", "Q:", "A:", "[00:12] ", "(Applause)", "**BO RUND:** ", "Background: "),
    *("Ada Lind", "Bo", "the mayor", "said", "she added", "according to", "Mr.", "A. ", "said: "),
    *("\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "👩\u200d🚀", "e\u0301", "\u0301\u0301"),
    *("ſupports the plan for", "(abſtaining: Ada Lind)", "that it goes"),
    *("İ", "ß", "ǅ", "中文", "。", "٣", "5'10\"", "90", "rock", "workers", "-", "—", "…", ",", "."),
    *("date 2025-07-11 ", "---\n", "title: x\n", "# ", "{{7*7}}", "{% %}", "</source>", "<b>"),
]

TEXTS = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
    st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join),
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), max_size=20).map("".join),
)
"""Any text, rich in quotation marks, line ends, labels, cues and invisible characters."""

LARGE = {
    "openers": "“a " * 20_000,
    "low openers": "„a " * 20_000,
    "guillemets": "« a " * 20_000,
    "corner openers": "「" * 20_000,
    "single openers": " ‘a" * 10_000,
    "straight marks": '"a ' * 20_000,
    "apostrophes": "'" * 50_000 + "x",
    "typographic apostrophes": "’" * 50_000 + "x",
    "one paragraph a thousand times": "Ada Lind said: “We will stay in Tarn.” Nobody left.\n\n"
    * 1000,
    "one line": "The mayor said that rain fell. " * 6_000,
    "one word": "x" * 200_000,
    "one sentence of capitals": "Rain " * 30_000,
    "speaker turns": "".join(f"S{n:05} LIND: We stay {n}.\n\n" for n in range(3_000)).replace(
        "0", "O"
    ),
    "reopened paragraphs": "“We will stay in the harbour.\n\n" * 5_000,
    "an endless interruption": "“We will stay now,” she said, " * 5_000,
    "a cue and then scare quotes": "Ada Lind said “we will stay here now”. " + "“a” " * 10_000,
    "cue verbs": "said " * 20_000,
    "initials": "A." * 20_000,
    "a label of underlines": "A" + "_" * 10_000 + "x",
    "a label of stars": "A" + "*" * 10_000 + "x",
    "combining marks": "a" + "\u0301" * 50_000,
    "distinct names": "".join(f"then Ra{chr(97 + n % 26)}{n} Lind came. " for n in range(4_000)),
    "front matter with a gap": "---\ntitle: a" + " " * 50_000 + "x\n---\nbody",
}
"""Texts of a modest size that take minutes where something is quadratic."""


def steps_of(work: Callable[[], object]) -> int:
    """The lines that are run, each turn of a loop or a comprehension as one."""
    count = 0

    def see(_frame: object, event: str, _argument: object) -> Callable[..., object]:
        nonlocal count
        count += event == "line"
        return see

    before = sys.gettrace()
    sys.settrace(see)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
