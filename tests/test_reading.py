from __future__ import annotations

import pytest
from hypothesis import given, settings
from texts import LARGE, TEXTS, steps_of

from summarizer.document import Document
from summarizer.errors import InputError
from summarizer.reading import Reading, read
from summarizer.spans import Span


def reading_of(text: str) -> Reading:
    return read(Document.from_text(text))


def spoken(text: str) -> list[tuple[str, str | None, bool]]:
    """How each speech is attributed, to which name or label, and whether that is settled."""
    reading = reading_of(text)
    return [
        (
            speech.attribution,
            None if speech.name is None else reading.names.all[speech.name].text,
            speech.is_settled,
        )
        for speech in reading.speeches
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will never leave,” Ada Lind said.", ("cue", "Ada Lind", True)),
        ("Ada Lind came. “We will never leave,” she said.", ("pronoun", "Ada Lind", True)),
        ("“We will never leave,” she said.", ("pronoun", None, False)),
        ("“We will never leave,” the mayor said.", ("description", None, True)),
        ("“We will never leave the harbour.”", ("unknown", None, False)),
    ],
)
def test_a_speech_says_how_its_speaker_is_told(
    text: str, expected: tuple[str, str | None, bool]
) -> None:
    assert spoken(text) == [expected]


def test_a_quotation_after_another_is_implicit() -> None:
    text = "“We will never leave,” Ada Lind said. It rained.\n\n“We will all stay.”"
    assert spoken(text) == [
        ("cue", "Ada Lind", True),
        ("implicit", "Ada Lind", False),
    ]


def test_scare_quotes_and_nested_quotations_are_no_speeches() -> None:
    text = "The “harbour” is old. “He told me ‘we will never leave here’ twice,” Ada Lind said."
    assert spoken(text) == [("cue", "Ada Lind", True)]


def test_in_a_transcript_the_turns_are_the_speeches() -> None:
    text = (
        "The town of Tarn met Mayor Ada Lind on Monday, and this is what was said.\n\n"
        "MODERATOR: Will the town “sell” it?\n\nMAYOR LIND: No.\n\nBO RUND (fisher): Good.\n\n"
        "MAYOR LIND: (Laughs)"
    )
    assert reading_of(text).is_transcript
    assert spoken(text) == [
        ("turn", None, True),
        ("turn", "Ada Lind", True),
        ("turn", "BO RUND", True),
    ]


def test_a_label_without_a_name_in_the_text_is_kept_as_it_stands() -> None:
    text = "今日は: 晴れです。\n\n明日は: 雨です。\n\n今日は: 雪です。"
    assert spoken(text) == [
        ("turn", "今日は", True),
        ("turn", "明日は", True),
        ("turn", "今日は", True),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "The CHAIR (Mrs. Lind): We begin now.",
        "Present: Ada Lind (Chair), Bo Rund.\n\nThe CHAIR: We begin now.",
    ],
)
def test_the_label_of_an_office_is_the_one_who_holds_it(head: str) -> None:
    text = f"{head}\n\nMr. RUND: It is late.\n\nThe CHAIR: So it is.\n\nMr. RUND: Then we go."
    reading = reading_of(text)
    last = reading.speeches[-2]
    assert last.name is not None
    assert reading.names.all[last.name].text.endswith("Lind")


def test_a_sentence_belongs_to_the_speech_that_it_mostly_consists_of() -> None:
    text = (
        "“We will never leave the harbour of Tarn,” Ada Lind said. Rain fell on the harbour. "
        "Bo Rund thought that it was all “not so bad” in the end."
    )
    reading = reading_of(text)
    assert [reading.speech_at(span) for span in reading.sentences] == [0, None, None]


def test_a_sentence_inside_a_long_speech_belongs_to_it() -> None:
    text = "ADA: We stay. All of us.\n\nBO: Why? Tell me.\n\nADA: Because. It is so."
    reading = reading_of(text)
    inside = [n for n in map(reading.speech_at, reading.sentences) if n is not None]
    assert inside == sorted(inside)
    assert set(inside) == {0, 1, 2}


def test_the_numbered_text_has_a_line_for_each_paragraph_and_a_number_for_each_sentence() -> None:
    text = "date 2025-07-11 Rain fell. Nobody\nleft.\n\nBo slept."
    assert reading_of(text).numbered() == "[1] Rain fell. [2] Nobody left.\n[3] Bo slept."


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_any_text_that_is_accepted_is_read_and_every_address_lies_in_it(text: str) -> None:
    try:
        document = Document.from_text(text)
    except InputError:
        return
    reading = read(document)
    spans = [span for name in reading.names.all for span in (*name.mentions, *name.roles)]
    spans += [span for report in reading.reports.said for span in (report.verb, report.subject)]
    for speech in reading.speeches:
        spans += [*speech.spans, *([speech.evidence] if speech.evidence else [])]
        assert speech.name is None or 0 <= speech.name < len(reading.names.all)
    for span in spans:
        assert document.body <= span.start < span.end <= len(text)
    assert len(reading.cues) == len(reading.segments.quotations)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_speeches_are_in_order_and_a_sentence_is_found_in_the_one_that_covers_it(text: str) -> None:
    try:
        reading = reading_of(text)
    except InputError:
        return
    edges = [edge for speech in reading.speeches for span in speech.spans for edge in span]
    assert edges == sorted(edges)
    for sentence in reading.sentences:
        shares = [
            sum(_shared(sentence, part) for part in speech.spans) for speech in reading.speeches
        ]
        most = [n for n, share in enumerate(shares) if 2 * share > sentence.end - sentence.start]
        assert reading.speech_at(sentence) == (most[0] if most else None)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_numbered_text_holds_every_word_of_the_body(text: str) -> None:
    try:
        reading = reading_of(text)
    except InputError:
        return
    numbered = reading.numbered()
    assert numbered.count("\n") < len(reading.segments.paragraphs)
    for number, sentence in enumerate(reading.sentences, start=1):
        assert f"[{number}] {' '.join(sentence.of(text).split())}" in numbered


@pytest.mark.parametrize("name", LARGE)
def test_a_text_made_to_be_slow_is_read_all_the_same(name: str) -> None:
    reading = reading_of(LARGE[name])
    assert reading.numbered()
    assert all(speech.spans for speech in reading.speeches)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ada Lind said the harbour was full.", "Ada Lind"),
        ("According to Ada Lind, the harbour was full.", "Ada Lind"),
        ("Ada Lind warned that the harbour was full.", "Ada Lind"),
        ("Ada Lind expressed regret about the harbour.", None),
        ("Ada Lind saw that the harbour was full.", None),
    ],
)
def test_an_assertion_is_a_report_whose_subject_says_what_the_sentence_says(
    text: str, subject: str | None
) -> None:
    reading = read(Document.from_text(text))
    report = reading.assertion_in(reading.sentences[0])
    assert subject == (report.subject.of(text) if report else None)


def test_what_stands_between_marks_without_a_speaker_is_a_title() -> None:
    text = "They saw “The Long Night of Tarn” there. “We liked the night very much,” Ada Lind said."
    reading = read(Document.from_text(text))
    title, said = (text.index(word) for word in ("Tarn", "liked"))
    assert reading.is_work_title(Span(title, title + 4))
    assert not reading.is_work_title(Span(said, said + 5))
    assert not reading.is_work_title(Span(0, 4))


@pytest.mark.parametrize(
    "piece",
    [
        "“We stay,” said Ada Lind. It rained. ",
        "“She said, ‘We stay,’ and left,” said Bo Rund. ",
        'Rain fell.Then "it" left."I go."',
        "Ada Lind said that it rained and that they should go.\n\n",
        "ADA LIND: We met Bo Rund.\n\nBO RUND: Lind is right, and Rund says so.\n\n",
    ],
)
def test_reading_four_times_the_text_takes_about_four_times_the_steps(piece: str) -> None:
    once, often = (Document.from_text(piece * n) for n in (40, 160))
    assert steps_of(lambda: read(often)) < 4.8 * steps_of(lambda: read(once))
