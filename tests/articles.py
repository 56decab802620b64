"""Invented articles and the answers that a model might give about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from pydantic import BaseModel

from summarizer.providers.base import Ask

HARBOUR = """ date 2026-03-06 Mayor Ada Lind of Tarn said on Thursday that the town “will not \
sell” its harbour to Corvane, a company that has offered 40 million crowns.

“We have heard the offer, and the answer is no,” Lind told reporters. “The harbour belongs to \
those who fish in it.”

Corvane director Piet Osk rejected the criticism. “We want to create 300 jobs in Tarn,” he said, \
“and we will not close a single berth.”

The council votes on 12 March. Tarn lost 18 boats since 2020.
"""

LINES = (
    (1, "Tarn will not sell its harbour to Corvane."),
    (5, "Corvane wants to create 300 jobs in Tarn."),
    (7, "The town has lost 18 boats since 2020."),
    (6, "The council votes on 12 March."),
)
"""Lines of a summary, each with the number of its sentence."""


def stand_of_each(schema: type[BaseModel], **changes: object) -> dict[str, dict[str, object]]:
    """An answer for the positions: everybody opposes the harbour in the first sentence offered."""
    return {
        key: {
            "sentence": sentences_of(field)[0],
            "issue": "sell its harbour",
            "stance": "opposes",
            **changes,
        }
        for key, field in schema.model_fields.items()
    }


def lines_of(schema: type[BaseModel]) -> dict[str, dict[str, object]]:
    """`LINES` as an answer, in a text with fewer sentences pointing at its last."""
    last = [sentences_of(field)[-1] for field in schema.model_fields.values()]
    return {
        name: {"sentence": min(number, end), "line": line}
        for name, end, (number, line) in zip(schema.model_fields, last, LINES, strict=False)
    }


def sentences_of(field: Any) -> tuple[int, ...]:
    """The numbers that an answer to a field may point at."""
    return get_args(field.annotation.model_fields["sentence"].annotation)


HARBOUR_ANSWERS: dict[str, Any] = {
    "participants": lambda ask: {
        field: "organisation" if field.startswith("n") else [] for field in ask.schema.model_fields
    },
    "quotes": lambda ask: dict.fromkeys(ask.schema.model_fields, "Piet Osk"),
    "positions": lambda ask: stand_of_each(ask.schema),
    "claims": lambda ask: {field: f"Claim {field}: 18 boats." for field in ask.schema.model_fields},
    "summary": lambda ask: lines_of(ask.schema),
}


def whole(answers: Mapping[str, Any] = HARBOUR_ANSWERS) -> Callable[[Ask], dict[str, object]]:
    """What makes one answer for all sections of the answers of each."""

    def answer(ask: Ask) -> dict[str, object]:
        parts = {}
        for section, field in ask.schema.model_fields.items():
            script, schema = answers[section], field.annotation
            inner = Ask(section, (), schema, 100) if schema else ask
            parts[section] = script(inner) if callable(script) else script
        return parts

    return answer


TRANSCRIPT = """MODERATOR: Welcome. Ms. Lind, will you sell the harbour?

ADA LIND: No. (Laughter.) We will never sell it. The town has 900 fishers.

PIET OSK: We want to buy it, and we will pay 40 million crowns.

ADA LIND: Money is not what we lack.
"""
