"""A folder of two labelled documents, and answers that a model could give about them."""

from __future__ import annotations

import json
from pathlib import Path

from evals.cases import sha256_of

SALE = """Mayor Ada Lind said on Friday that Tarn would not sell its harbour.

“We will not sell the harbour,” Lind said. “It is ours.”

Piet Osk, the head of Corvane, called the decision “a costly mistake.” Corvane offered 18 million \
crowns for the harbour in May.
"""

RAIN = """Ada Lind said that it rained for 11 days in Tarn.

“The roads are gone,” she said.
"""

SALE_LABELS = """document:
  {title: null, date: 2026-03-06, language: en, genre: news, source: invented, sha256: HASH}
participants:
  lind: {name: Ada Lind, aliases: [Lind], role: Mayor, kind: person, weight: 3}
  osk: {name: Piet Osk, role: head of Corvane, kind: person, weight: 2}
  corvane: {name: Corvane, kind: organisation, weight: 2}
quotes:
  - {text: ["We will not sell the harbour,", "It is ours."], speaker: lind,
     attribution: cue, weight: 3}
  - {text: a costly mistake., speaker: osk, attribution: cue, weight: 2}
positions:
  - {holder: lind, issue: sale of the harbour, stance: opposes, weight: 3,
     evidence: ["We will not sell the harbour"]}
claims:
  - {claim: Corvane offered 18 million crowns for the harbour in May., asserted_by: text, weight: 2,
     evidence: [Corvane offered 18 million crowns for the harbour in May.]}
not_participants: [Tarn]
"""

RAIN_LABELS = """document:
  {title: null, date: 2026-03-07, language: en, genre: news, source: invented, sha256: HASH}
participants:
  lind: {name: Ada Lind, kind: person, weight: 3}
quotes:
  - {text: "The roads are gone,", speaker: lind, attribution: pronoun, weight: 3}
positions: []
claims:
  - {claim: It rained for 11 days in Tarn., asserted_by: lind, weight: 2,
     evidence: [it rained for 11 days in Tarn]}
not_participants: [Tarn]
"""

ANSWERS = {
    "participants": {"n4": "organisation", "n2": "other", "others": []},
    "summary": {
        name: {"sentence": 1, "line": "Tarn keeps its harbour."}
        for name in ("bottom_line", "sides", "facts", "open")
    },
}
"""Of the sale; the questions about the rain are others, so there they are no usable answers."""


def plant(folder: Path) -> Path:
    """Write the two documents, their labels and `answers.json`; give the folder of the seeds."""
    seeds = folder / "seeds"
    seeds.mkdir()
    for name, text, labels in (("sale", SALE, SALE_LABELS), ("rain", RAIN, RAIN_LABELS)):
        (seeds / f"{name}.txt").write_text(text, "utf-8")
        (seeds / f"{name}.yaml").write_text(labels.replace("HASH", sha256_of(text)), "utf-8")
    (folder / "answers.json").write_text(json.dumps(ANSWERS), "utf-8")
    return seeds
