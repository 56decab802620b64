from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.names import find_names
from summarizer.reading import read
from summarizer.segment import segment
from summarizer.speakers import find_speakers


def turns(text: str) -> list[tuple[str, list[str]]]:
    """The label and the words of each turn."""
    segments = segment(Document.from_text(text))
    return [
        (turn.label.of(segments.text), [span.of(segments.text) for span in turn.spans])
        for turn in segments.turns
    ]


def speakers(text: str) -> list[str | None]:
    """Whose each turn is."""
    segments = segment(Document.from_text(text))
    found = find_speakers(segments, find_names(segments))
    return [None if number is None else found.names.all[number].text for number in found.of_turns]


LETTER = """\
12 May 2026

{salutation}

{said}

It is late. Bo Rund said so.

{closing}
{signature}
"""


def letter(
    salutation: str = "Dear Ms. Rund,",
    said: str = "We ask you to stay. We mean it, and our town does.",
    closing: str = "Yours sincerely,\n",
    signature: str = "Ada Lind",
) -> str:
    return LETTER.format(salutation=salutation, said=said, closing=closing, signature=signature)


@pytest.mark.parametrize(
    "text",
    [
        letter(),
        letter(closing="Yours sincerely,"),
        letter(closing="Signed,\n"),
        letter(closing="With kind regards\n", signature="Ada Lind\nChair, Harbour Union"),
        letter(signature="Ada Lind, chair of the Harbour Union"),
        letter(salutation="To whom it may concern:"),
        letter(salutation="Dear all,", closing="Best,\n"),
        letter(
            salutation="Sehr geehrte Frau Rund,",
            said="Wir bitten Sie, dass Sie bei uns in Tarn bleiben, wie wir es wollen.",
            closing="Mit freundlichen Grüßen\n",
        ),
    ],
)
def test_a_letter_is_the_speech_of_who_signs_it(text: str) -> None:
    ((label, said),) = turns(text)
    assert label == "Ada Lind"
    assert said[0].startswith(("We ask", "Wir bitten"))
    assert said[1:] == ["It is late. Bo Rund said so."]


@pytest.mark.parametrize(
    "text",
    [
        letter(said="The town asks you to stay."),
        letter(said="“We stay. We are here, and our town is,” she said."),
        letter(closing="Yours are the days that are sincerely missed.\n"),
        letter(signature="the people of the harbour"),
    ],
)
def test_what_nobody_says_of_themselves_or_signs_is_no_letter(text: str) -> None:
    assert turns(text) == []


def test_each_letter_of_a_page_is_a_turn() -> None:
    text = letter() + "\n" + letter(signature="Bo Rund")
    assert [label for label, _ in turns(text)] == ["Ada Lind", "Bo Rund"]


@pytest.mark.parametrize(
    ("opening", "label"),
    [
        ("Remarks by Ada Lind at Tarn\n\nWe stay here.", "Ada Lind"),
        ("Statement by the Harbour Union on the ferry\n\nWe stay here.", "Harbour Union"),
        ("Joint statement of Ada Lind and Bo Rund\n\nWe stay here.", "Ada Lind and Bo Rund"),
        (
            "Erklärung der Hafengewerkschaft\n\nWir bleiben hier, und der Hafen auch.",
            "Hafengewerkschaft",
        ),
        ("Déclaration conjointe des ports\n\nNous restons, et nous le voulons.", "ports"),
        (
            "1. We, the ministers of Tarn, Hall and Osk, met today.",
            "ministers of Tarn, Hall and Osk",
        ),
    ],
)
def test_a_statement_is_the_speech_of_who_makes_it(opening: str, label: str) -> None:
    first = next(word for word in ("Wir", "Nous", "We") if word in opening)
    more, signed = {
        "We": ("We want it. We say so.", "Signed:"),
        "Wir": ("Wir wollen es. Wir sagen es.", "Gezeichnet:"),
        "Nous": ("Nous le voulons. Nous le disons.", "Signé :"),
    }[first]
    ((found, said),) = turns(f"{opening}\n\n{more}\n\n{signed}\nAda Lind")
    assert found == label
    assert said[-1] == more


OP_ED = """\
Let the ferry sail

By {name}

I have sailed on it for years, and I never met anyone who wants it gone.

{more}

My town needs it, and I do too.

Ada Lind is a baker.
"""


@pytest.mark.parametrize(
    "head",
    [
        "Minister Ada Lind\n\nGood evening.",
        "Ada Lind (@lind), 14 May 2026:\n\n1/ Good evening.",
        "Let it sail\n\nAda Lind, mayor of Tarn\n\nGood evening.",
    ],
)
def test_a_line_with_nothing_but_a_name_tells_who_says_i_below_it(head: str) -> None:
    ((label, said),) = turns(f"{head}\n\nI want it, and we need it.\n\nI say so.")
    assert label.endswith("Ada Lind")
    assert said == ["Good evening.", "I want it, and we need it.", "I say so."]


def test_an_interview_with_a_byline_is_not_the_speech_of_its_author() -> None:
    asked = "".join(f"Is it so, {n}?\n\nI think we do.\n\n" for n in range(4))
    assert turns(f"We stay\n\nBy Ada Lind\n\n{asked}") == []


def test_answers_of_which_the_first_has_a_label_alternate_with_questions() -> None:
    text = "Why do you stay?\n\nLind: We like it.\n\nIs it not wet?\n\nWe sing.\n\nAnd now?\n\nTea."
    assert turns(text) == [("Lind", ["We like it."]), ("Lind", ["We sing."]), ("Lind", ["Tea."])]


def test_what_an_author_says_as_i_is_the_speech_of_the_author() -> None:
    text = OP_ED.format(name="Ada Lind", more="Bo Rund called the study “a wish list”.")
    ((label, said),) = turns(text)
    assert (label, len(said)) == ("Ada Lind", 3)
    assert said[-1] == "My town needs it, and I do too."


def test_an_article_that_seldom_says_i_is_not_the_speech_of_its_author() -> None:
    text = OP_ED.format(name="Ada Lind", more="The harbour is old, and it rained on it. " * 80)
    assert turns(text) == []


def test_an_article_that_mostly_quotes_is_not_the_speech_of_its_author() -> None:
    text = OP_ED.format(name="Ada Lind", more="“We stay, and we will all stay,” Bo Rund said. " * 3)
    assert turns(text) == []


@pytest.mark.parametrize("mark", ["**", ""])
def test_what_stands_between_questions_is_said_by_who_is_interviewed(mark: str) -> None:
    asked = ["Do you stay?", "Why?", "All of you?"]
    answers = ["We do.\n\nAll year.", "We like it.", "Yes."]
    pairs = zip(asked, answers, strict=True)
    text = "\n\n".join(f"{mark}{question}{mark}\n\n{answer}" for question, answer in pairs)
    assert turns(f"We stay\n\nInterview with Ada Lind, mayor\n\n{text}") == [
        ("Ada Lind", ["We do.", "All year."]),
        ("Ada Lind", ["We like it."]),
        ("Ada Lind", ["Yes."]),
    ]
    assert turns(f"We stay\n\n{text}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Speaker 1: I'm Ada Lind.\nSpeaker 2: Hello.\nSpeaker 3: Hm.\nSpeaker 1: So.",
            ["Ada Lind", "Speaker 2", "Speaker 3", "Ada Lind"],
        ),
        (
            (
                "SPEAKER_00: Bo Rund is here. Bo, do you stay?\nSPEAKER_01: Yes, Ada.\n"
                "SPEAKER_00: Ada Lind has to go.\n"
            ),
            ["Ada Lind", "Bo Rund", "Ada Lind"],
        ),
        (
            "Q: Bo Rund, will you stay?\nA: I will.\nQ: And Ada Lind?\nA: She may.",
            [None, "Bo Rund", None, "Bo Rund"],
        ),
        (
            "Q: Bo Rund and his boss, Ada Lind, left?\nA: They did.\nQ: Why?\nA: It rained.",
            [None, None, None, None],
        ),
        (
            (
                "Moderator: Ich bin Ada Lind, und das ist Bo Rund.\nGast: Guten Tag.\n"
                "Moderator: Bleiben wir?\nGast: Wir bleiben."
            ),
            ["Ada Lind", "Gast", "Ada Lind", "Gast"],
        ),
        (
            (
                "The Minister for Harbours (Ada Lind): We stay.\n"
                "Bo Rund (Tarn) (Con): Why is it so?\nAda Lind: We like it.\nMr Rund: Oh."
            ),
            ["Ada Lind", "Bo Rund", "Ada Lind", "Bo Rund"],
        ),
    ],
)
def test_a_turn_is_theirs_whom_its_label_or_somebody_names(
    text: str, expected: list[str | None]
) -> None:
    assert speakers(text) == expected


def test_several_who_speak_as_one_are_nobody_of_them() -> None:
    text = "Statement by Ada Lind and Bo Rund\n\nWe stay. We like it here. We said so."
    (number,) = read(Document.from_text(text)).of_turns
    assert number is not None
    joint = read(Document.from_text(text)).names.all[number]
    assert (joint.text, joint.is_person) == ("Ada Lind and Bo Rund", False)


ROW = """\
Dam row splits Tarn

By Ada Lind

{before}The council of Tarn voted for the dam on Monday.

{first}

{second}
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "‘I am against it,’ said Bo Rund. ‘I lost my boat. We all lost ours.’",
            "‘I want it,’ said Carl Osk, the mayor. ‘We need it now.’",
        ),
        (
            "„Ich bin dagegen“, sagte Bo Rund. „Ich habe mein Boot verloren.“",
            "„Wir wollen es“, sagte Carl Osk. „Ich brauche es jetzt.“",
        ),
    ],
)
def test_what_others_are_quoted_with_makes_no_author(first: str, second: str) -> None:
    assert turns(ROW.format(before="", first=first, second=second)) == []


def test_the_number_of_a_king_is_nobody_who_speaks() -> None:
    kings = "King Charles I built it. Then Charles I died. World War I came. "
    text = ROW.format(before=kings, first="Nobody left.", second="It rained.")
    assert turns(text) == []


def test_a_letter_that_an_article_shows_does_not_make_it_one_voice() -> None:
    told = "“It is nonsense, and it was late,” said Carl Osk of the harbour on Friday. " * 4
    assert turns(f"The council votes on Monday.\n\n{letter()}\n{told}") == []


def test_the_names_below_the_letters_of_a_page_are_no_author() -> None:
    one = "Sir, I am against the dam. I said so on Friday. I will vote no."
    assert turns(f"The dam\n\n{one}\n\nAda Lind, Tarn\n\nA bridge\n\n{one}\n\nBo Rund, Hall") == []


def test_a_first_turn_that_ends_with_a_direction_is_no_headline() -> None:
    text = "ADA: Thanks. We stay. [Applause]\n\nAll of us.\n\nBO: Why?\n\nADA: So.\n\nBO: Oh."
    assert turns(text)[0] == ("ADA", ["Thanks. We stay.", "All of us."])


def test_the_head_of_an_email_is_no_transcript() -> None:
    head = "From: Ada Lind <ada@tarn.example>\nTo: Bo Rund\nSubject: Rain"
    ((label, said),) = turns(f"{head}\n\nHi Bo,\n\nI stay. We all do. It is my town.\n\nBest,\nAda")
    assert (label, said) == ("Ada", ["I stay. We all do. It is my town."])


@pytest.mark.parametrize(
    "said",
    ["I called the mayor, Ada Lind.", "Ada Lind, the mayor, left.", "He said: I am Ada Lind."],
)
def test_who_is_only_told_of_is_not_who_speaks(said: str) -> None:
    text = f"Speaker 1: Who came?\nSpeaker 2: {said}\nSpeaker 1: And then?\nSpeaker 2: Rain."
    assert speakers(text) == ["Speaker 1", "Speaker 2"] * 2


def test_labels_of_line_ups_make_no_transcript() -> None:
    text = (
        "Tarn won.\n\nIt rained.\n\nThey sang.\n\nMill lost.\n\nNobody left.\n\nSo.\n\n"
        "Tarn: Lind; Rund, Osk.\n\nReserves: Hall.\n\n"
        "Mill: Berg; Holm, Dahl.\n\nReserves: Ek.\n\nReferee: Fisk."
    )
    assert turns(text) == []
