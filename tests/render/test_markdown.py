from __future__ import annotations

import re

import pytest
from briefs import brief, claim, lind, line, position
from hypothesis import given, settings
from texts import TEXTS

from summarizer.brief import Ledger
from summarizer.grounding import Problem
from summarizer.render.markdown import render_markdown

WHOLE = """\
# A full harbour

Friday, 2026-03-06

## Summary

- Tarn will not sell its harbour.

## Participants

- **Ada Lind**, Mayor (named 2 times)
- **Corvane** (organisation, named once)

## Positions

- **Ada Lind** opposes *sale of the harbour*
  > Mayor Ada Lind said on Thursday that Tarn would not sell its harbour.

## Claims

- Corvane offered 40 million crowns. (according to Ada Lind, hedged, Thursday 2026-03-05)
- Corvane offered 40 million crowns. ⚠

## Quotes

- **Ada Lind** (cue: Lind said): “We stay, […] all of us.”
- **Unknown speaker** (unknown): “Nobody asked us.”

## To check

- quotes q2: nobody knows
- claims c2: no 40

---
a-model: 5 model calls, 321 tokens written, 4.2 s. Each quote is a slice of the source.
"""


def test_a_briefing_note_has_every_section_in_its_order() -> None:
    assert render_markdown(brief()) == WHOLE


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The harbour stays.", "- The harbour stays. (according to Ada Lind)"),
        ("Linden stays.", "- Linden stays. (according to Ada Lind)"),
        ("Lind keeps the harbour.", "- Lind keeps the harbour."),
    ],
)
def test_a_line_names_who_vouches_for_it_once(text: str, shown: str) -> None:
    lines = render_markdown(brief(summary=(line(text=text, asserted_by="lind"),))).splitlines()
    assert shown in lines


def test_sections_without_content_have_no_heading() -> None:
    parts: dict[str, object] = dict.fromkeys(
        ("participants", "quotes", "positions", "claims", "summary", "problems"), ()
    )
    assert "##" not in render_markdown(brief(**parts))


def test_a_brief_from_the_cache_cost_no_calls() -> None:
    ledger = Ledger(model="a-model", cache_hits=5)
    assert "a-model: all from the cache." in render_markdown(brief(ledger=ledger))


def test_a_long_piece_of_evidence_is_cut_between_words() -> None:
    long = "rain falls " * 60
    piece = {"start": 0, "end": len(long), "text": long}
    rendered = render_markdown(brief(positions=(position(evidence=(piece,)),)))
    excerpt = next(row for row in rendered.splitlines() if row.startswith("  > "))
    assert len(excerpt) < 260
    assert re.search(r" (?:rain|falls) \\\[…\\\]$", excerpt)


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](https://tarn.invalid/pixel.png)",
    "**bold** _it_ `code` ~~gone~~ | cell",
    "# heading\n## heading",
    "- item\n\n> quote\n\n---\n",
    "1. item",
    "+ item",
    "    code of four spaces",
    "\x01 \x02 \x03 \x04 \x05 code after controls",
    "&lt;script&gt;",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202egnp.exe\u2066 \u2069",
    "\u200f\u061c\u200e",
    "\\",
    "a\rb\u2028c\u0085d",
    "```\ncode\n```",
    "===",
]

_UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[`*_\[\]<>#|~&]")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_one_line_of_plain_words(text: str) -> None:
    rendered = render_markdown(brief(summary=(line(text=text),)))
    rows = rendered.splitlines()
    row = rows[rows.index("## Summary") + 2]
    assert row.startswith("- ")
    assert rows[rows.index("## Summary") + 3] == ""
    words = row[2:]
    assert not _UNESCAPED.search(words)
    assert not re.match(r"\s|[-+=>]|\d+[.)]", words)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", words)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_no_text_adds_a_line_or_a_heading_anywhere(text: str) -> None:
    piece = {"start": 0, "end": len(text), "text": text}
    hostile = brief(
        source=brief().source.model_copy(update={"title": text}),
        participants=(lind(name=text, role=piece), brief().participants[1]),
        positions=(position(issue=text, evidence=(piece,)),),
        claims=(claim(statement=text, asserted_by="lind"), claim(id="c2")),
        summary=(line(text=text),),
        problems=(
            Problem(kind="ghost", section="participants", item=None, message=text),
            Problem(kind="unsupported", section="claims", item="c2", message=text),
        ),
        ledger=Ledger(model=text),
    )
    rows = render_markdown(hostile).splitlines()
    assert len(rows) == len(WHOLE.splitlines())
    heads = [row.split()[0] for row in WHOLE.splitlines() if row.startswith(("#", ">", "-"))]
    assert [row.split()[0] for row in rows if row.startswith(("#", ">", "-"))] == heads
