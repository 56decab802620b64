from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from texts import TEXTS, steps_of

from summarizer.document import Document
from summarizer.errors import InputError, NoText
from summarizer.reading import read
from summarizer.segment import Segments, segment
from summarizer.spans import Span


def segments_of(text: str) -> Segments:
    return segment(Document.from_text(text))


def quotes(text: str) -> list[list[str]]:
    """The words of all outermost quotations, a list for each."""
    found = segments_of(text).quotations
    return [[span.of(text) for span in q.spans] for q in found if q.within is None]


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in segments_of(text).sentences]


def paragraphs(text: str) -> list[str]:
    return [span.of(text) for span in segments_of(text).paragraphs]


def turns(text: str) -> list[tuple[str, list[str]]]:
    return [
        (turn.label.of(text), [span.of(text) for span in turn.spans])
        for turn in segments_of(text).turns
    ]


# Quotation marks -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We stay,” Ada said.", "We stay,"),
        ('"We stay," Ada said.', "We stay,"),
        ("« Nous restons », dit Ada.", "Nous restons"),
        ("«Nos quedamos», dijo Ada.", "Nos quedamos"),
        ("‹ Nous restons ›, dit Ada.", "Nous restons"),
        ("Ada sagte: „Wir bleiben.“ Dann ging sie.", "Wir bleiben."),
        ("Ada sagte: „Wir bleiben.” Dann ging sie.", "Wir bleiben."),
        ("Ada sagte: »Wir bleiben.« Dann ging sie.", "Wir bleiben."),
        ("「我们会留下。」他说。", "我们会留下。"),
        ("『我们会留下。』他说。", "我们会留下。"),
        ("‘We stay,’ Ada said.", "We stay,"),
        ("'We stay,' Ada said.", "We stay,"),
        ("Ada sagte: ‚Wir bleiben.‘ Dann ging sie.", "Wir bleiben."),
        ("''We stay,'' Ada said.", "We stay,"),
        ("``We stay,'' Ada said.", "We stay,"),
        (",,We stay,'' Ada said.", "We stay,"),
    ],
)
def test_every_kind_of_mark_makes_a_quotation_without_its_marks(text: str, expected: str) -> None:
    assert quotes(text) == [[expected]]


@pytest.mark.parametrize(
    "text",
    [
        "It was the summer of ’90s music and '80s film.",
        "The workers’ union met the dockers’ union.",
        "The workers' union met the dockers' union.",
        "They play rock ’n’ roll and rock 'n' roll.",
        "It’s Lind's boat, isn’t it?",
        "’Tis late, and 'twas later.",
        "He is 5'10\" tall and she is 6'2\" tall.",
        'A 12" pipe and a 14" pipe.',
        "The class of ’68 and the dogs’ dinner.",
        'They came," For they had to". It rained.',
    ],
)
def test_apostrophes_feet_and_inches_are_no_quotations(text: str) -> None:
    assert quotes(text) == []


def test_inches_inside_a_quotation_do_not_close_it() -> None:
    assert quotes('"He is 5\'10" tall," she said.') == [["He is 5'10\" tall,"]]


def test_apostrophes_inside_single_marks_do_not_close_them() -> None:
    text = "‘The workers’ union won’t leave, and it’s late,’ Ada said."
    assert quotes(text) == [["The workers’ union won’t leave, and it’s late,"]]


def test_a_quotation_inside_another_is_numbered_within_it() -> None:
    text = "“He told me ‘never again’ twice,” Ada said. It rained. “No.”"
    found = segments_of(text).quotations
    assert [(q.spans[0].of(text), q.within) for q in found] == [
        ("He told me ‘never again’ twice,", None),
        ("never again", 0),
        ("No.", None),
    ]


def test_guillemets_inside_guillemets_are_nested() -> None:
    text = "«Elle a dit «jamais» hier», dit Bo."
    found = segments_of(text).quotations
    assert [(q.spans[0].of(text), q.within) for q in found] == [
        ("Elle a dit «jamais» hier", None),
        ("jamais", 0),
    ]


def test_a_quote_interrupted_by_its_cue_is_one_quotation_of_two_spans() -> None:
    text = "“We will stay,” Ada Lind said, “as long as it takes.” Nobody left."
    assert quotes(text) == [["We will stay,", "as long as it takes."]]


@pytest.mark.parametrize(
    "text",
    [
        "“We will stay.” Ada Lind said nothing. “Nobody leaves.”",
        "“We will stay,” Ada Lind said. “Nobody leaves,” Piet Osk said.",
        "“We will stay!” The crowd said little. “Nobody leaves.”",
        "“We will stay,” and the word “harbour”.",
        "Some call it “old”, others call it “new”.",
        "“We will all stay here.” In a letter, Ada Lind said: “Nobody leaves.”",
        "“We will stay,” Ada Lind said,\n\n“as long as it takes.”",
    ],
)
def test_two_quotations_stay_two_without_an_interrupting_cue(text: str) -> None:
    assert len(quotes(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "“We will stay,” Ada Lind said. “Nobody leaves.”",
        "“We will all stay here,” she remembers. “Nobody leaves.”",
        "“Who will stay?” Lind asked. “Nobody leaves.”",
        "“We will stay,” said Mr. Lind, a fisher. “Nobody leaves.”",
        '"They called it \'a trick,\'" Lind said. "Nobody leaves."',
    ],
)
def test_what_follows_its_cue_behind_a_full_stop_is_the_same_quotation(text: str) -> None:
    assert [len(spans) for spans in quotes(text)[:1]] == [2]
    assert quotes(text)[0][1] == "Nobody leaves."


def test_a_quote_over_paragraphs_is_one_quotation_that_each_paragraph_reopens() -> None:
    text = "Ada said: “The harbour is full.\n\n“The boats are old.\n\n“We stay.”\n\nNobody left."
    assert quotes(text) == [["The harbour is full.", "The boats are old.", "We stay."]]
    assert segments_of(text).quotations[0].closed


def test_speech_that_is_closed_some_paragraphs_below_is_one_quotation() -> None:
    text = 'Ada said: "The harbour is full.\n\nThe boats are old.\n\nWe stay."\n\nNobody left.'
    assert quotes(text) == [["The harbour is full.", "The boats are old.", "We stay."]]


def test_a_mark_at_the_end_of_a_paragraph_with_speech_of_its_own_closes_nothing_above() -> None:
    text = 'Ada said: "The harbour is full.\n\nBo called it "old" and "late".'
    assert quotes(text) == [["The harbour is full."], ["old"], ["late"]]


def test_speech_that_a_single_mark_opens_anew_on_the_same_line_has_a_span_for_each() -> None:
    text = "Ada said: 'The harbour is full. 'The boats are old. 'We stay.' Nobody left."
    assert quotes(text) == [["The harbour is full.", "The boats are old.", "We stay."]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada called the boats 'full of holes' and the town 'full of cats' too.", 2),
        ("Ada said: 'We like the fishers' boats and the town.' Then she left.", 1),
        ("Ada said: 'He asked, \"How are you?\"' Then she left and said 'no' to him.", 2),
    ],
)
def test_nothing_is_owned_by_an_and(text: str, expected: int) -> None:
    assert len(quotes(text)) == expected


@pytest.mark.parametrize(
    "lead",
    ["Ada Lind added:", "The mayor then told the council of Tarn:", "In a letter Lind wrote:"],
)
def test_a_paragraph_without_marks_below_a_verb_of_speech_and_a_colon_is_speech(lead: str) -> None:
    text = f"The town met.\n\n{lead}\n\nThis harbour is 'ours'. We will stay.\n\nNobody left."
    assert quotes(text) == [["This harbour is 'ours'. We will stay."]]


@pytest.mark.parametrize(
    "text",
    [
        "These boats came in:\n\nThe Gull was first. It rained.",
        "Ada Lind said this of the boats that came into the harbour of the town:\n\nIt rained.",
        "Ada Lind added:\n\nBo Rund said he “never” left.",
    ],
)
def test_other_paragraphs_below_a_colon_are_no_speech(text: str) -> None:
    assert not any(len(words) > 10 for spans in quotes(text) for words in spans)


def test_a_closing_mark_at_the_start_of_a_line_is_mistyped() -> None:
    text = "Ada left.\n\n” … what I saw was late,” she said. “We stay.”"
    assert quotes(text)[0][0] == "… what I saw was late,"


def test_a_mark_that_nothing_closes_runs_to_the_end_of_its_paragraph() -> None:
    text = "Ada said: “The harbour is full.\n\nNobody left."
    assert quotes(text) == [["The harbour is full."]]
    assert not segments_of(text).quotations[0].closed


def test_a_dash_opens_speech_in_spanish_and_another_one_what_interrupts_it() -> None:
    text = (
        "La alcaldesa habló con los vecinos sobre el puerto.\n\n"
        "—¿No se va? —le preguntó este periódico.\n\n"
        "—No —dijo Lind—. El puerto es de todos, y no se vende.\n\n"
        "—Nunca."
    )
    assert quotes(text) == [
        ["¿No se va?"],
        ["No", "El puerto es de todos, y no se vende."],
        ["Nunca."],
    ]
    assert quotes("The mayor spoke of it to the town.\n\n—No —said Lind—. It is ours.") == []


def test_marks_around_nothing_are_no_quotation() -> None:
    assert quotes("Empty “” and “ ” marks.") == []


def test_a_closing_mark_that_nothing_opened_is_passed_over() -> None:
    assert quotes("Nothing” opened 」 here» at all.") == []


def test_marks_nested_deeper_than_anybody_writes_are_not_followed() -> None:
    text = "“‘" * 30 + "a" + "’”" * 30
    assert len(segments_of(text).quotations) < 30


def test_offsets_are_code_points() -> None:
    text = "👩‍🚀 e\u0301 said: “We stay.”"
    span = segments_of(text).quotations[0].spans[0]
    assert span == Span(text.index("We"), text.index("”"))


# Paragraphs and sentences ----------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_wrapped_lines_are_one_paragraph_whatever_the_line_end(end: str) -> None:
    text = f"The mayor said{end}that rain fell.{end}{end}Nobody left."
    assert paragraphs(text) == [f"The mayor said{end}that rain fell.", "Nobody left."]


def test_a_paragraph_separator_ends_a_paragraph() -> None:
    assert paragraphs("Rain fell.\u2029Nobody left.") == ["Rain fell.", "Nobody left."]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    line = "The mayor said that rain fell on the harbour of Tarn. " * 3
    assert paragraphs(f"{line}\n{line}") == [line.strip()] * 2


def test_a_speaker_label_starts_a_paragraph_among_wrapped_lines() -> None:
    assert paragraphs("ADA: We stay.\nBO: We go.") == ["ADA: We stay.", "BO: We go."]


def test_a_sentence_ends_where_the_space_behind_its_full_stop_is_missing() -> None:
    assert sentences("It rained.Then it stopped.") == ["It rained.", "Then it stopped."]
    assert sentences("See tarn.com, St.Ives and J.K.Lind.") == [
        "See tarn.com, St.Ives and J.K.Lind."
    ]


def test_a_line_with_several_such_ends_has_lost_its_line_ends() -> None:
    lines = ["It rained.", "Then it stopped (at Tarn).", "Who left?", "“Nobody,” they said."]
    assert paragraphs("".join(lines)) == lines
    assert paragraphs("".join(lines[:3])) == ["".join(lines[:3])]


def test_a_line_without_a_full_stop_ends_where_a_word_goes_on_with_a_capital() -> None:
    lines = ["Share this", "Ada Lind left.", "They sang.", "They slept.", "Read it on YouTube."]
    assert paragraphs("".join(lines)) == lines
    lines = ["She left Radio Tarn", "And she sang.", "They slept.", "They left.", "It rained."]
    assert paragraphs("".join(lines)) == lines


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("# Harbour closes", "Harbour closes"),
        ("> - **Ada Lind left.**", "Ada Lind left."),
        ("- Ada Lind left.", "Ada Lind left."),
        ("2/ Ada Lind left.", "Ada Lind left."),
        ("*Ada Lind left.*", "Ada Lind left."),
        ("**Ada** Lind left.", "**Ada** Lind left."),
        ("-5 degrees and *rain*", "-5 degrees and *rain*"),
    ],
)
def test_the_marks_that_markdown_sets_before_a_paragraph_are_no_part_of_it(
    written: str, read: str
) -> None:
    assert paragraphs(f"It rained.\n\n{written}")[1] == read


def test_a_dateline_and_a_byline_are_no_part_of_what_an_article_says() -> None:
    text = (
        "Harbour closes\n\nBy Ada Lind, harbour writer\n\nTARN, Mill (AP) — Bo Rund left.\n\n"
        "By the harbour nobody sang.\n\nIt rained."
    )
    said = ["Harbour closes", "Bo Rund left.", "By the harbour nobody sang.", "It rained."]
    assert paragraphs(text) == said
    assert paragraphs("\n\n".join([*"abcde", "SO WE SAID — it was late."]))[-1].startswith("SO")


RELEASE = """\
FOR IMMEDIATE RELEASE

Contact: Bo Rund, press@tarn.example

Tarn Port bans cranes at night, from June on, as its neighbours asked.

“They sleep now,” said Ada Lind.

About cranes nothing more is known.

{end}

Tarn Port is a body of 312 people. Mr. Rund speaks for it.
"""


@pytest.mark.parametrize("end", ["###", "ENDS", "- Ends -", "About Tarn Port", "Media enquiries"])
def test_what_stands_below_a_press_release_is_not_read(end: str) -> None:
    assert paragraphs(RELEASE.format(end=end))[-1] == "About cranes nothing more is known."
    assert paragraphs(RELEASE.format(end=end))[0].startswith("Tarn Port bans")


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Ada Lind (Labour) – a critic of the dam – said it is late.",
        "THE NATO - Russia Council met.",
        "COVID - what we know so far.",
        "Tarn council voted on 3 June 2024 – the second time – to build it.",
        "2/3 of voters in Tarn oppose the dam.",
        "24/7 opening was rejected.",
        "Contact tracing: the ministry counted 4500 cases.",
        "Facebook, Twitter and Reddit were fined on Monday.",
        "About the cost",
    ],
)
def test_what_only_looks_like_what_surrounds_an_article_is_read(line: str) -> None:
    assert paragraphs(f"It rained all day.\n\n{line}\n\nBo left.")[1] == line


def test_voices_behind_dashes_are_no_datelines() -> None:
    lines = ["CHAIR LIND - I want the dam.", "BO RUND - I am against it."]
    assert paragraphs("\n\n".join(lines)) == lines


def test_a_heading_above_most_of_a_text_ends_nothing() -> None:
    text = "About Tarn Port\n\nIt is old, and it has seen much, as all of us have.\n\nIt is late."
    assert len(paragraphs(text)) == 3


def test_what_a_web_page_has_besides_its_article_is_no_paragraph() -> None:
    text = "“We go.\n\nMedia playback is not supported on this device\n\n“We sing.”\n\nRead more"
    assert paragraphs(text) == ["“We go.", "“We sing.”"]
    assert quotes(text) == [["We go.", "We sing."]]
    assert paragraphs("They left.\n\nFollow Ada on X @ada") == ["They left."]
    assert paragraphs("Read more books.") == ["Read more books."]


def test_a_timeline_that_has_lost_its_line_ends_has_a_paragraph_for_each_day() -> None:
    lines = ["Lind went.", "They sang.", "They left.", "6 June - Lind is back", "9 May - Rund too"]
    assert paragraphs("".join(lines)) == lines


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (['"We go."', "It rained.", "They sang."], [["We go."]]),
        (["It rained.", '"We go."', "They sang.", '"We stay."'], [["We go."], ["We stay."]]),
        (
            ["It rained.", '"They go."', '"They stay."', "They sang."],
            [["They go."], ["They stay."]],
        ),
        (["It rained.", '"I go.', '"I stay."', "They sang."], [["I go.", "I stay."]]),
        (
            ['Lind said: "It rains.', '"I stay.', '"It pours."', 'She said: "We go."'],
            [["It rains.", "I stay.", "It pours."], ["We go."]],
        ),
        (
            ["It rained.", '"We go.', '"They stay."', "They sang."],
            [["We go.", "They stay."]],
        ),
        (
            ["It rained.", 'Lind said: "We go.', '"We stay."', "They sang."],
            [["We go.", "We stay."]],
        ),
        (
            ["It rained.", 'Lind said: "We go."', '"We stay," they said.', "It rained."],
            [["We go."], ["We stay,"]],
        ),
    ],
)
def test_a_straight_mark_without_spaces_opens_or_closes_so_that_all_come_out_even(
    lines: list[str], expected: list[list[str]]
) -> None:
    assert quotes("".join(lines)) == expected


def test_titles_and_initials_do_not_end_a_sentence() -> None:
    text = "Mr. Lind met Dr. Rund at 5 p.m. in Tarn. It rained."
    assert sentences(text)[-1] == "It rained."
    assert len(sentences(text)) == 2


def test_a_no_break_space_before_an_initial_is_read() -> None:
    text = "Then Ada\u00a0B. Lind came. It rained."
    assert sentences(text) == ["Then Ada\u00a0B. Lind came.", "It rained."]


def test_a_long_quotation_is_cut_into_its_sentences() -> None:
    said = "The harbour is full of boats that nobody repairs any more. " * 5
    text = f"Ada said: “{said.strip()}”"
    assert len(sentences(text)) == 5


def test_a_sentence_without_an_end_is_cut_between_words() -> None:
    text = "rain " * 4_000
    found = sentences(text)
    assert 2 <= len(found) <= 4
    assert {word for sentence in found for word in sentence.split()} == {"rain"}


def test_the_head_of_a_document_is_in_no_segment() -> None:
    text = "date 2025-07-11 Rain fell. Nobody left."
    assert sentences(text) == ["Rain fell.", "Nobody left."]


def test_sentences_of_a_span_are_those_it_touches() -> None:
    text = "Rain fell. Nobody left. Bo slept."
    segments = segments_of(text)
    assert list(segments.sentences_of(Span(0, 1))) == [0]
    assert list(segments.sentences_of(Span(5, 15))) == [0, 1]
    assert list(segments.sentences_of(Span(10, 11))) == []
    assert list(segments.sentences_of(Span(0, len(text)))) == [0, 1, 2]


def test_the_paragraph_of_an_offset_is_the_one_it_lies_in_or_the_one_before() -> None:
    segments = segments_of("  Rain fell.\n\nNobody left.")
    first, second = segments.paragraphs
    assert [segments.paragraph_of(n) for n in (0, 5, 13, 14, 99)] == [
        first,
        first,
        first,
        second,
        second,
    ]


# Turns -----------------------------------------------------------------------------------


INTERVIEW = """Ada Lind: Why did you leave?

Bo Rund: I was tired.

Was it late?

It was.

And then?

We slept. {}
"""


def test_an_interview_of_which_only_the_first_turns_have_labels_is_a_transcript() -> None:
    text = INTERVIEW.format("All of us.")
    turns = segments_of(text).turns
    assert [turn.label.of(text) for turn in turns] == ["Ada Lind", "Bo Rund"] * 3
    assert [turn.spans[0].of(text) for turn in turns][2:4] == ["Was it late?", "It was."]


def test_two_labels_and_no_questions_are_no_interview() -> None:
    assert segments_of(INTERVIEW.replace("?", ".")).turns == ()


def test_topics_with_a_colon_make_no_transcript() -> None:
    text = "The party wants more.\n\nSchools: It builds ten.\n\nTaxes: They rise.\n\nRoads: None."
    assert turns(text) == []


def test_labels_that_come_back_make_a_transcript() -> None:
    text = "ADA LIND: We stay.\n\nBO RUND: We go.\n\nADA LIND: Then go."
    assert turns(text) == [
        ("ADA LIND", ["We stay."]),
        ("BO RUND", ["We go."]),
        ("ADA LIND", ["Then go."]),
    ]


def test_questions_and_answers_make_a_transcript() -> None:
    text = "Q: Will you stay?\nA: We will.\nQ: How long?\nA: As long as it takes."
    assert [label for label, _ in turns(text)] == ["Q", "A", "Q", "A"]


@pytest.mark.parametrize(
    "label",
    [
        "[00:12] ADA LIND: ",
        "(1:02:33) ADA LIND: ",
        "00:12 ADA LIND: ",
        "**ADA LIND:** ",
        "**ADA LIND**: ",
        "> ADA LIND: ",
        "ADA LIND (mayor): ",
        "ADA LIND\uff1a ",
        "The Mayor of Tarn: ",
    ],
)
def test_labels_come_with_times_marks_and_offices(label: str) -> None:
    text = "".join(f"{label}We stay, all {n} of us.\n\n" for n in range(3))
    found = turns(text)
    assert len(found) == 3
    assert found[0][1] == ["We stay, all 0 of us."]
    assert found[0][0] in {"ADA LIND", "ADA LIND (mayor)", "The Mayor of Tarn"}


def test_a_turn_goes_on_over_paragraphs_without_a_label() -> None:
    text = "ADA: We stay.\n\nAll of us.\n\nBO: Why?\n\nADA: Because."
    assert turns(text)[0] == ("ADA", ["We stay.", "All of us."])


def test_a_transcript_between_marks_has_turns_and_no_quotation_but_those_inside_it() -> None:
    text = (
        "Ada Lind spoke on Sunday.\n\n"
        '"RUND: Will you stay?\n\n"LIND: We call it “the long stay.” We do.\n\n'
        '"It is good here.\n\n"RUND: All of you?\n\n"LIND: “All of us,” as my mother said."'
    )
    assert turns(text) == [
        ("RUND", ["Will you stay?"]),
        ("LIND", ["We call it “the long stay.” We do.", "It is good here."]),
        ("RUND", ["All of you?"]),
        ("LIND", ["“All of us,” as my mother said."]),
    ]
    assert quotes(text) == [["the long stay."], ["All of us,"]]


@pytest.mark.parametrize("headline", ["Lind: We Will Stay", "Lind: We Will Stay."])
def test_a_headline_above_a_transcript_is_no_turn(headline: str) -> None:
    text = f"{headline}\n\nShe spoke on Sunday.\n\nRUND: Why?\n\nLIND: We like it.\n\nRUND: Oh."
    assert [label for label, _ in turns(text)] == ["RUND", "LIND", "RUND"]


def test_stage_directions_are_left_out_of_a_turn() -> None:
    text = "ADA: We stay (applause) all of us [crosstalk].\n\nBO: Why?\n\nADA: (Laughs)"
    assert turns(text) == [
        ("ADA", ["We stay", "all of us", "."]),
        ("BO", ["Why?"]),
        ("ADA", []),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell on Tarn.\n\nBackground: the harbour was built long ago.\n\nNobody left.",
        "Rain fell.\n\nBackground: it is old.\n\nContact: Bo Rund.\n\nNobody left.\n\nBo slept.",
        "Ada said: we stay.\n\nBo said: we go.\n\nAda said: then go.",
        "The harbour opens at 10:30 and closes at 18:00.\n\nNobody left.",
    ],
)
def test_a_news_text_with_a_colon_or_two_is_no_transcript(text: str) -> None:
    assert turns(text) == []


# Laws ------------------------------------------------------------------------------------


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_every_span_lies_in_the_body_and_is_trimmed_and_not_empty(text: str) -> None:
    try:
        document = Document.from_text(text)
    except InputError:
        return
    segments = segment(document)
    spans = [*segments.paragraphs, *segments.sentences]
    spans += [span for quote in segments.quotations for span in quote.spans]
    spans += [span for turn in segments.turns for span in (turn.label, *turn.spans)]
    for span in spans:
        assert document.body <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_sentences_are_in_order_and_with_spaces_and_markup_cover_the_body(text: str) -> None:
    try:
        document = Document.from_text(text)
    except InputError:
        return
    for spans in (segment(document).sentences, segment(document).paragraphs):
        edges = [document.body, *(edge for span in spans for edge in span), len(text)]
        assert edges == sorted(edges)
        for end, start in zip(edges[::2], edges[1::2], strict=True):
            assert not re.sub(r"[\s#>*_+•“\"-]", "", text[end:start])


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_quotations_are_in_order_and_nested_ones_lie_within_their_outer_ones(text: str) -> None:
    try:
        found = segments_of(text).quotations
    except InputError:
        return
    all_outer = [span for quote in found if quote.within is None for span in quote.spans]
    assert all(one.end <= other.start for one, other in pairwise(all_outer))
    for quote in found:
        if quote.within is not None:
            outer = found[quote.within].spans
            for inner in quote.spans:
                assert any(o.start <= inner.start and inner.end <= o.end for o in outer)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_sentences_of_a_sentence_are_itself(text: str) -> None:
    try:
        segments = segments_of(text)
    except InputError:
        return
    for number, sentence in enumerate(segments.sentences):
        assert list(segments.sentences_of(sentence)) == [number]


@pytest.mark.parametrize(
    "piece",
    [
        "“a ",
        '"a" ',
        "'a ",
        "„a “b” ",
        "ADA: We stay.\n\n",
        "“We stay,” she said, ",
        "“We stay.\n\n",
        "The mayor said that rain fell. ",
        'Rain fell.Then "it" left."I go."',
        "A.",
    ],
)
def test_four_times_the_text_takes_about_four_times_the_steps(piece: str) -> None:
    once, often = (Document.from_text(piece * n) for n in (100, 400))
    assert steps_of(lambda: segment(often)) < 4.8 * steps_of(lambda: segment(once))


WRAPPED = """\
Mayor Ada Lind said on Thursday that the harbour of Tarn would stay open
for as long as it takes, and that she wants the council to keep it.
“We will not sell it, and nobody in this town will live to see it sold,”
said Ada
Lind. She told Piet Osk so.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_that_was_wrapped_reads_as_one_that_was_not(end: str) -> None:
    text = WRAPPED.replace("\n", end)
    wrapped = read(Document.from_text(text))
    assert " ".join(wrapped.names.all[0].text.split()) == "Ada Lind"
    assert wrapped.speeches[0].name == 0
    assert wrapped.passage(wrapped.sentences[0]).text.count(end) == 1


def test_lines_of_a_list_stay_lines() -> None:
    text = "Ada Lind\nBo Rund\nPiet Osk\nall of Tarn"
    assert segment(Document.from_text(text)).text == text


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(NoText, match="only what surrounds an article"):
        segment(Document.from_text("Log in\n\nSign in"))
