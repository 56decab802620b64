"""Invented articles and the answers that a model might give about them."""

from __future__ import annotations

HARBOUR = """ date 2026-03-06 Mayor Ada Lind of Tarn said on Thursday that the town “will not \
sell” its harbour to Corvane, a company that has offered 40 million crowns.

“We have heard the offer, and the answer is no,” Lind told reporters. “The harbour belongs to \
those who fish in it.”

Corvane director Piet Osk rejected the criticism. “We want to create 300 jobs in Tarn,” he said, \
“and we will not close a single berth.”

The council votes on 12 March. Tarn lost 18 boats since 2020.
"""

LINES = (
    "Tarn will not sell its harbour to Corvane.",
    "Corvane wants to create 300 jobs in Tarn.",
    "The town has lost 18 boats since 2020.",
    "The council votes on 12 March.",
)

HARBOUR_ANSWERS = {
    "participants": lambda ask: {
        field: "organisation" if field.startswith("n") else [] for field in ask.schema.model_fields
    },
    "quotes": lambda ask: dict.fromkeys(ask.schema.model_fields, "Piet Osk"),
    "positions": lambda ask: {
        field: {
            "issue": "sale of the harbour",
            "stance": "opposes",
            "statement": f"Ada Lind and Piet Osk of Corvane take a stand in {field}.",
        }
        for field in ask.schema.model_fields
    },
    "claims": lambda ask: {field: f"Claim {field}: 18 boats." for field in ask.schema.model_fields},
    "summary": lambda ask: {
        field: {"line": line, "evidence": [1]}
        for field, line in zip(ask.schema.model_fields, LINES, strict=False)
    },
}

TRANSCRIPT = """MODERATOR: Welcome. Ms. Lind, will you sell the harbour?

ADA LIND: No. (Laughter.) We will never sell it. The town has 900 fishers.

PIET OSK: We want to buy it, and we will pay 40 million crowns.

ADA LIND: Money is not what we lack.
"""
