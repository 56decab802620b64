"""What each section makes of a model's answer."""

from __future__ import annotations

from typing import Any

import pytest
from articles import HARBOUR, HARBOUR_ANSWERS, stand_of_each, whole

from summarizer import Brief, Document, Scripted, Settings, summarize
from summarizer.reading import read
from summarizer.salience import LEAST_HIGHLIGHTS
from summarizer.sections.statements import shown
from summarizer.sections.summary import _is_talk


def brief_of(text: str = HARBOUR, **answers: Any) -> Brief:
    """The brief of one whole answer: so a model is asked about every section."""
    provider = Scripted({"single": whole({**HARBOUR_ANSWERS, **answers})})
    return summarize(text, provider=provider, settings=Settings(plan="single"))


def filled(value: object) -> Any:
    return lambda ask: dict.fromkeys(ask.schema.model_fields, value)


def held(**changes: Any) -> list[tuple[str, str, str]]:
    """The holder, stance and issue of every position, where the model answers so."""
    brief = brief_of(positions=lambda ask: stand_of_each(ask.schema, **changes))
    return [(p.holder, p.stance, p.issue) for p in brief.positions]


READ = [
    ("osk", "opposes", "the criticism"),
    ("osk", "supports", "create 300 jobs in Tarn"),
    ("osk", "opposes", "close a single berth"),
]


def test_positions_are_read_from_the_words_and_the_model_adds_those_of_the_others() -> None:
    assert held() == [("lind", "opposes", "sell its harbour"), *READ]


@pytest.mark.parametrize(
    ("where", "takes_part"),
    [("at the Tarn University", False), ("head of the Tarn University", True)],
)
def test_a_body_that_only_says_where_something_is_takes_no_part(
    where: str, *, takes_part: bool
) -> None:
    text = f"Mayor Ada Lind met Piet Osk, {where}, on Monday. “We stay,” Ada Lind said to Osk."
    brief = brief_of(text)
    assert ("Tarn University" in {each.name for each in brief.participants}) is takes_part


@pytest.mark.parametrize(
    ("sentence", "takes_part"),
    [
        ("Corvane has sent ships.", True),
        ("Corvane works are old.", False),
        ("The mayor left Corvane’s harbour.", False),
        ("The mayor left Russia’s harbour.", True),
    ],
)
def test_a_town_takes_part_where_a_verb_shows_it_and_a_country_by_what_it_owns(
    sentence: str, *, takes_part: bool
) -> None:
    place = "Russia" if "Russia" in sentence else "Corvane"
    text = f"{sentence} They spoke of {place} for a day. “We stay,” Ada Lind said."
    brief = brief_of(
        text,
        participants=lambda ask: dict.fromkeys(ask.schema.model_fields, "country") | {"others": []},
    )
    assert (place in {each.name for each in brief.participants}) is takes_part


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("The Corvane Lads have sent ships to Corvane Lads.", "Corvane Lads", "group"),
        ("Corvane Shore has sent ships to Corvane Shore.", "Corvane Shore", "organisation"),
        ("The Tarnians have sent ships. The Tarnians have stayed.", "Tarnians", None),
        ("The French have sent ships. The French have stayed.", "French", None),
        ("Europe has sent ships. Europe has stayed.", "Europe", None),
    ],
)
def test_a_group_is_called_by_a_plural_and_a_people_takes_no_part(
    sentence: str, name: str, kind: str | None
) -> None:
    brief = brief_of(
        f"{sentence} They spoke of it for a day. “We stay,” Ada Lind said.",
        participants=lambda ask: dict.fromkeys(ask.schema.model_fields, "group") | {"others": []},
    )
    assert {each.name: each.kind for each in brief.participants}.get(name) == kind


def test_letters_are_no_person() -> None:
    brief = brief_of(
        "The IED has sent ships to the IED men. “We stay,” Ada Lind said.",
        participants=lambda ask: dict.fromkeys(ask.schema.model_fields, "person") | {"others": []},
    )
    assert [each.name for each in brief.participants if each.kind == "person"] == ["Ada Lind"]


def test_somebody_who_takes_no_position_is_left_out() -> None:
    assert held(stance="none") == READ


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (
            "The plan is bad. Corvane wants the ships. “We stay,” Ada Lind told Corvane.",
            "organisation",
        ),
        (
            "It rained on Osk. Osk said he was late. Osk said he wants the ships of the town.",
            "person",
        ),
    ],
)
def test_who_takes_a_stand_takes_part_whatever_the_model_says(said: str, kind: str) -> None:
    brief = brief_of(
        said,
        participants=lambda ask: {**dict.fromkeys(ask.schema.model_fields, "other"), "others": []},
    )
    (position,) = brief.positions
    assert next(p.kind for p in brief.participants if p.id == position.holder) == kind


def test_a_claim_has_the_name_in_brackets_for_the_pronoun_that_reports_it() -> None:
    text = "Mayor Ada Lind of Tarn was there. She said that Corvane owns 12 ships in Tarn."
    assert "[Ada Lind] said that Corvane owns 12 ships in Tarn." in {
        claim.statement for claim in brief_of(text).claims
    }


def test_no_name_stands_for_a_pronoun_behind_that_name() -> None:
    text = "Mayor Ada Lind left after she said that Corvane owns 12 ships in Tarn."
    assert [claim.statement for claim in brief_of(text).claims] == [text]


def test_only_the_pronoun_itself_gives_way_to_the_name() -> None:
    text = "Mayor Olaf Lind of Tarn was there. Then he said that Corvane owns 12 ships in Tarn."
    assert "Then [Olaf Lind] said that Corvane owns 12 ships in Tarn." in {
        claim.statement for claim in brief_of(text).claims
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind met a young harbour pilot. She said that Corvane owns 12 ships in Tarn.",
        "ADA LIND: We met.\n\nBO: She said that Corvane owns 12 ships in Tarn.\n\nADA LIND: Yes.",
    ],
)
def test_a_claim_keeps_a_pronoun_that_may_mean_somebody_else(text: str) -> None:
    reading = read(Document.from_text(text))
    (number,) = (n for n, s in enumerate(reading.sentences) if "Corvane" in s.of(text))
    assert shown(reading.sentences[number], reading).startswith("She said that")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Lind told the board of Tarn that it rained, that they left and that 9 ships sank.",
            [
                "Ada Lind told the board of Tarn that it rained.",
                "Ada Lind told the board of Tarn […] that they left.",
                "Ada Lind told the board of Tarn […] that 9 ships sank.",
            ],
        ),
        (
            "Le maire Ada Lind a dit hier que le port est plein et qu’il pleut dans la ville.",
            [
                "Le maire Ada Lind a dit hier que le port est plein.",
                "Le maire Ada Lind a dit hier […] qu’il pleut dans la ville.",
            ],
        ),
        (
            "Ada Lind saw that 9 ships sank and that it rained on the whole of the town.",
            ["Ada Lind saw that 9 ships sank and that it rained on the whole of the town."],
        ),
        (
            "Ada Lind said that 9 ships sank on a day of rain, that they were old.",
            ["Ada Lind said that 9 ships sank on a day of rain, that they were old."],
        ),
    ],
)
def test_a_sentence_that_says_further_things_behind_that_is_as_many_claims(
    text: str, expected: list[str]
) -> None:
    assert [claim.statement for claim in brief_of(text).claims] == expected


def test_what_leads_a_text_is_a_claim_though_it_takes_a_stand() -> None:
    text = (
        "Ada Lind opposed the sale of the harbour in Tarn. It rained there. "
        "Bo Rund backed the sale of the ships in Tarn. Nobody left."
    )
    statements = [claim.statement for claim in brief_of(text).claims]
    assert statements[0].startswith("Ada Lind opposed")
    assert not any(statement.startswith("Bo Rund") for statement in statements)


@pytest.mark.parametrize(
    ("issue", "kept"),
    [("the harbour and tax reform", [("lind", "opposes", "harbour")]), ("zebra crossings", [])],
)
def test_an_issue_keeps_only_words_of_its_evidence(issue: str, kept: list[Any]) -> None:
    assert held(issue=issue) == [*kept, *READ]


@pytest.mark.parametrize(
    "claim", ["The council of Tarn votes on 19 March.", "The council of Tarn votes on the"]
)
def test_a_claim_that_says_more_or_less_than_its_sentence_gives_way_to_it(claim: str) -> None:
    statements = [each.statement for each in brief_of(claims=filled(claim)).claims]
    assert "The council votes on 12 March." in statements
    assert claim not in statements


def test_a_claim_that_the_model_skips_is_not_in_the_brief() -> None:
    assert not [c for c in brief_of(claims=filled("")).claims if "council" in c.statement]


def test_a_day_within_marks_is_not_counted_from_the_day_of_the_article() -> None:
    text = (
        " date 2026-03-06 Ada Lind said on Thursday that 12 ships were sold in Tarn.\n\n"
        "Piet Osk said in May: “Today we sold 12 ships of Corvane.”"
    )
    days = {claim.statement[:8]: claim.when for claim in brief_of(text).claims}
    assert {name: day and day.isoformat() for name, day in days.items()} == {
        "Ada Lind": "2026-03-05",
        "Piet Osk": None,
    }


SAID = "The town of Tarn has sold its 18 ships to Piet Osk in 2020."
ADDED = "Nobody in the town has bought the 20 boats"


@pytest.mark.parametrize(
    ("told", "claims"),
    [
        (f"“{SAID} {ADDED},” she said.", [f"“{SAID}”", f"“{ADDED},” [Ada Lind] said."]),
        (f"She said: “{SAID} {ADDED}.”", [f"[Ada Lind] said: “{SAID}”", f"“{ADDED}.”"]),
    ],
)
def test_a_claim_within_speech_stands_between_its_marks(told: str, claims: list[str]) -> None:
    text = f"Mayor Ada Lind came to the harbour of Tarn in March. {told}"
    assert [claim.statement for claim in brief_of(text).claims][1:] == claims


def test_hedges_are_noticed() -> None:
    text = "Mayor Ada Lind met Piet Osk in Tarn in March. Piet Osk may reportedly sell 3 ships."
    hedged = {c.statement: c.hedged for c in brief_of(text).claims}
    assert hedged == {text[:45]: False, text[46:]: True}


@pytest.mark.parametrize(
    ("sentence", "is_hedged"),
    [
        ("The board of Tarn sold the old harbour on May 5.", False),
        ("The board of Tarn may sell the old harbour.", True),
    ],
)
def test_the_month_of_may_is_no_hedge(sentence: str, *, is_hedged: bool) -> None:
    claims = brief_of(f"{sentence} Ada Lind met Piet Osk there, and 3 ships were sold.").claims
    assert next(c.hedged for c in claims if c.statement == sentence) is is_hedged


@pytest.mark.parametrize(
    ("said", "is_talk"),
    [
        ("The US army moved 400 soldiers to Tarn.", False),
        ("The British army moved 400 soldiers to us.", True),
    ],
)
def test_the_us_army_is_nobodys_own(said: str, *, is_talk: bool) -> None:
    reading = read(Document.from_text(f"Ada Lind said that it was late.\n\n“{said}”"))
    assert _is_talk(reading.sentences[-1], reading) is is_talk


def lines_of(*written: str, text: str | None = None, sentence: int = 1) -> list[str]:
    """The summary where a model writes the same line for each, or these in turn."""
    names = ("bottom_line", "sides", "facts", "open")
    each = written * len(names) if len(written) == 1 else written
    lines = ({"sentence": sentence, "line": line} for line in each)
    answer = dict(zip(names, lines, strict=False))
    brief = brief_of(**({"text": text} if text else {}), summary=answer)
    return [told.text for told in brief.summary]


def test_every_line_ends_as_a_sentence_does() -> None:
    assert "Tarn lost 18 boats since 2020." in lines_of("Tarn lost 18 boats since 2020")
    assert "Tarn lost 18 boats since 2020." in lines_of("Tarn lost 18 boats since 2020.},")


def test_lines_that_repeat_another_are_left_out() -> None:
    assert lines_of("Tarn lost 18 boats since 2020.").count("Tarn lost 18 boats since 2020.") == 1


@pytest.mark.parametrize(
    "words",
    [
        "The harbour",
        "Why does Tarn keep its harbour?",
        "Lind told the town:",
        "What happened, who and when",
    ],
)
def test_a_line_that_says_nothing_gives_way_to_the_facts(words: str) -> None:
    lines = lines_of(words)
    assert words not in lines
    assert lines[0].startswith("Mayor Ada Lind of Tarn said on Thursday")


@pytest.mark.parametrize(
    "words",
    ["Tarn lost 99 boats since 2020.", "Corvane lost 18 boats since 2020.", "Tarn lost 18 boats."],
)
def test_a_line_that_tells_no_sentence_gives_way_to_the_one_it_points_at(words: str) -> None:
    lines = lines_of("The council votes on 12 March.", words, words, words, sentence=7)
    assert "Tarn lost 18 boats since 2020." in lines
    assert words not in lines


@pytest.mark.parametrize(
    "words",
    [
        "She left.",
        "And she is late again.",
        "I respect that.",
        "Lind: We stay in Tarn here.",
        "You want to sell the whole harbour of Tarn.",
        "Asked to point him out, Lind left the harbour.",
        "Their final aim is to sell the whole harbour of Tarn.",
        "That is too much for some colleagues of the harbour.",
    ],
)
def test_a_line_that_means_what_stands_elsewhere_is_no_line(words: str) -> None:
    said = f"“{words}” Bo Rund said." if words.startswith("You") else words
    text = f"Mayor Ada Lind sold 18 ships in Oslo. {said} " * 3
    assert words not in lines_of(words, text=text, sentence=2)


def test_a_bottom_line_is_not_about_somebody_whom_another_sentence_names() -> None:
    text = (
        "Ada Lind is a biologist from Tarn. The biologist has sold 18 ships. It is late. It rained."
    )
    assert lines_of("The biologist has sold 18 ships.", text=text)[0].startswith("Ada Lind is")


def test_a_heading_with_a_full_stop_is_no_line() -> None:
    lead = "Mayor Ada Lind has sold 18 ships of the harbour to Corvane in Oslo on Monday."
    text = f"Ada Lind sells ships.\n\n{lead}\n\nIt rained.\n\nIt was cold.\n\nOsk left."
    assert lines_of("Ada Lind sells ships.", text=text)[0] == lead


def test_a_line_that_ran_into_its_limit_ends_with_its_last_whole_sentence() -> None:
    long = "Mayor Ada Lind sold the 18 ships in Oslo, and they " + "left and " * 17 + "came back."
    text = f"The council of Tarn met on Monday. {long} Bo Rund left Tarn. It rained there."
    assert lines_of(f"The council of Tarn met on Monday. {long}"[:200], text=text) == [
        "The council of Tarn met on Monday."
    ]
    assert lines_of(f"{long[:198]} c", text=text, sentence=2) == [
        "The council of Tarn met on Monday.",
        long,
    ]


def test_no_line_begins_with_somebody_whom_another_sentence_names() -> None:
    text = "Mayor Ada Lind left Tarn on Monday. He’s sold 18 ships in Oslo. " * 4
    assert not [
        told for told in lines_of("Osk sold 18 ships in Oslo.", text=text) if "He’s" in told
    ]


def test_a_bottom_line_that_tells_no_sentence_gives_way_to_the_first() -> None:
    first = lines_of("Corvane will sell the harbour of Tarn to Ada Lind on 12 March.")[0]
    assert first.startswith("Mayor Ada Lind of Tarn said on Thursday")


def test_a_line_is_vouched_for_by_who_says_it() -> None:
    brief = brief_of()
    vouching = {each.evidence[0].text[:13]: each.asserted_by for each in brief.summary}
    assert vouching["Mayor Ada Lin"] == "lind"


def test_of_speech_the_stands_take_the_place_of_lines_that_are_missing() -> None:
    talk = " ".join(f"The ferry came at {hour} o’clock on Monday." for hour in range(6))
    turns = f"PIET OSK: {talk}\n\nADA LIND: I oppose the sale of the harbour.\n\nPIET OSK: Good."
    lines = lines_of("Nothing:", text=turns)
    assert "I oppose the sale of the harbour." in lines


def test_everybody_who_speaks_in_a_long_debate_takes_part() -> None:
    speakers = [f"ANNA B{chr(97 + n)}RG" for n in range(14)]
    text = "\n\n".join(f"{name}: I speak for district {n}." for n, name in enumerate(speakers))
    brief = brief_of(text)
    assert len(brief.quotes) == LEAST_HIGHLIGHTS
    assert all(quote.speaker for quote in brief.quotes)
    assert len({p.id for p in brief.participants}) == 14


def test_two_of_one_surname_have_ids_of_their_own() -> None:
    text = (
        "Mayor Ada Lind spoke first. “We stay,” said Ada Lind. Captain Olaf Lind sat down. "
        "“We leave,” said Olaf Lind."
    )
    brief = brief_of(text)
    said_by = [brief.name_of(quote.speaker) for quote in brief.quotes]
    assert said_by == ["Ada Lind", "Olaf Lind"]
    assert sorted(p.id for p in brief.participants) == ["lind", "lind-2"]
