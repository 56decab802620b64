"""Which verbs report that somebody says or wants something, and whose they are."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.reading import Reading, read


def reading_of(text: str) -> Reading:
    return read(Document.from_text(text))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("It was late. Demonstrators say Ada Lind lied.", "Demonstrators", None),
        ("A poll of Tarners later said Ada Lind would win.", "Tarners", None),
        ("Piet Osk came. Osk’s lawyer has said he will go.", "lawyer", None),
        ("Piet Osk says Ada Lind promised it.", "Piet Osk", "Piet Osk"),
        ("In a statement, one of the lawyers, Ada Lind, said so.", "Ada Lind", "Ada Lind"),
        ("Ada Lind, of Salem, Mass., said so.", "Ada Lind", "Ada Lind"),
        ("They lost, said Ada Lind.", "Ada Lind", "Ada Lind"),
        ("Ada Lind, who leads the board, said the mayor lied.", "Ada Lind", "Ada Lind"),
        ("The film has Ada Lind saying so.", "Ada Lind", "Ada Lind"),
        ("Ada Lind was told to go. He’s saying no.", "He", None),
        ("Ada Lind met a stranger who said no.", "stranger", None),
        ("Ada Lind is a loner who said no.", "Ada Lind", "Ada Lind"),
        ("Bo Rund left, which Ada Lind discussed, saying no.", "Ada Lind", "Ada Lind"),
        ("Ada Lind came. I said no.", "I", None),
        ("It is a view echoed by Ada Lind.", "Ada Lind", "Ada Lind"),
        (
            "The members of the Harbour Board condemned the plan.",
            "Harbour Board",
            "Harbour Board",
        ),
        ("It was first reported by Ada Lind.", "Ada Lind", "Ada Lind"),
        ("''We stay because they wrote,'' said Ada Lind.", "Ada Lind", "Ada Lind"),
    ],
)
def test_the_subject_of_an_english_verb_stands_before_it_but_behind_a_comma(
    text: str, words: str, name: str | None
) -> None:
    reading = reading_of(text)
    report = reading.reports.said[0]
    found = None if report.name is None else reading.names.all[report.name].text
    assert (report.subject.of(text), found) == (words, name)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind was told to go.",
        "It led Ada Lind to make a short comment that was heard.",
    ],
)
def test_who_is_told_something_does_not_say_it(text: str) -> None:
    assert reading_of(text).reports.said == ()


def test_reports_in_a_span_are_those_whose_verbs_start_there() -> None:
    text = "Ada Lind said so. Bo Rund added this. Ada Lind agreed."
    reading = reading_of(text)
    found = reading.reports.within(reading.sentences[1])
    assert [report.span.of(text) for report in found] == ["Bo Rund added"]


def test_a_stance_has_a_subject_and_reports_no_speech() -> None:
    text = "Ada Lind wants the harbour."
    reports = reading_of(text).reports
    assert reports.said == ()
    subject = reports.at(text.index("wants"))
    assert subject is not None
    assert subject.subject.of(text) == "Ada Lind"
    assert reports.at(0) is None


def test_verbs_inside_a_quotation_report_nothing() -> None:
    text = "“Bo Rund said that he would leave us here.”"
    assert reading_of(text).reports.said == ()


def test_what_a_name_only_describes_is_the_subject() -> None:
    text = "It was late. Harbour Board rules say that nobody leaves. Ada Lind then said so."
    reading = reading_of(text)
    told = [(report.subject.of(text), report.kind) for report in reading.reports.said]
    assert told == [("Harbour Board rules", "nominal"), ("Ada Lind", "name")]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("The Harbour Board met.", "Harbour Board"),
        ("The Harbour Board and the School Board met.", None),
        ("Mayor Ada Lind met the Harbour Board.", "Harbour Board"),
    ],
)
def test_the_board_is_the_only_board_of_a_text(before: str, name: str | None) -> None:
    reading = reading_of(f"{before} The board said that it was late.")
    meant = reading.reports.said[-1].name
    assert (None if meant is None else reading.names.all[meant].text) == name


def test_a_board_is_nobody_who_was_named() -> None:
    reading = reading_of("The Harbour Board met. A board said that it was late.")
    assert reading.reports.said[-1].name is None


@pytest.mark.parametrize(
    ("title", "description", "name"),
    [
        ("Sen.", "senator", "Ada Lind"),
        ("Rep.", "congresswoman", "Ada Lind"),
        ("Rep.", "congressman", None),
    ],
)
def test_a_title_that_is_cut_short_has_a_description(
    title: str, description: str, name: str | None
) -> None:
    text = f"{title} Ada Lind met Gov. Bo Rund in Tarn. The {description} said it was late."
    reading = reading_of(text)
    meant = reading.reports.said[-1].name
    assert (None if meant is None else reading.names.all[meant].text) == name


@pytest.mark.parametrize(
    ("subject", "name"), [("Demonstrators", None), ("The union", "Ferry Union")]
)
def test_they_are_those_who_say_so(subject: str, name: str | None) -> None:
    reading = reading_of(f"The Ferry Union met the Tarn Police. {subject} said they want justice.")
    meant = reading.reports.stances[-1].name
    assert (None if meant is None else reading.names.all[meant].text) == name


@pytest.mark.parametrize(("who", "name"), [("The authors", None), ("The council", "Tarn Council")])
def test_they_are_the_people_of_the_sentence_before(who: str, name: str | None) -> None:
    reading = reading_of(f"The Tarn Council met. {who} say it rained. They say that it was cold.")
    meant = reading.reports.said[-1].name
    assert (None if meant is None else reading.names.all[meant].text) == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Ada Lind read the Tarn Courier. The article said it rained.", None),
        ("Ada Lind read an article. The Tarn Courier said it rained.", "Tarn Courier"),
    ],
)
def test_it_is_the_letter_that_spoke_before(before: str, name: str | None) -> None:
    reading = reading_of(f"{before} “All boats are late,” it added.")
    meant = reading.speeches[0]
    assert (None if meant.name is None else reading.names.all[meant.name].text) == name
    assert meant.is_settled


def test_he_is_who_was_named_for_the_first_time_with_a_role() -> None:
    text = (
        "Bo Rund had many singers writing songs about him, which worries Otto Lind, head of the "
        "Choir Board. “Nobody writes songs for us,” he said."
    )
    reading = reading_of(text)
    assert reading.names.all[reading.speeches[0].name or 0].text == "Otto Lind"


@pytest.mark.parametrize(
    ("subject", "pronoun", "name"),
    [("The candidate", "He", None), ("Her predecessor", "She", "Ada Lind")],
)
def test_he_is_who_led_the_sentence_before_without_a_name(
    subject: str, pronoun: str, name: str | None
) -> None:
    text = f"Ada Lind met Mr. Bo Rund. {subject} said it was late. {pronoun} wants to sell it."
    reading = reading_of(text)
    meant = reading.reports.stances[-1].name
    assert (None if meant is None else reading.names.all[meant].text) == name


def test_what_only_stands_behind_a_preposition_of_place_is_no_he() -> None:
    reading = reading_of("Mr. Rund was a cook. He slept at Da Lang, where he was ill. He said so.")
    assert reading.names.all[reading.reports.said[-1].name or 0].text == "Rund"


def test_people_without_a_name_before_a_participle_do_what_it_says() -> None:
    text = "Ada Lind has heard many singers saying that it was late."
    subject = reading_of(text).reports.said[-1].subject
    assert subject.of(text) == "singers"


def test_a_claim_that_somebody_has_is_theirs() -> None:
    text = "The mayor denied Ada Lind’s claim that it rained."
    owned = reading_of(text).reports.said[-1]
    assert (owned.verb.of(text), owned.subject.of(text)) == ("claim", "Ada Lind")


def test_they_are_many_and_he_is_no_place() -> None:
    text = "Ada Lind and Mr. Bo Rund met in New Tarn near the Ferry Rock. They said so. He said so."
    meant = [report.name for report in reading_of(text).reports.said]
    names = [each.text for each in reading_of(text).names.all]
    assert meant[0] is None
    assert names[meant[1] or 0] == "Bo Rund"


@pytest.mark.parametrize(
    "before",
    [
        "Ada Lind said Eva Rund claimed to be late.",
        "Eva Rund was there. Ada Lind’s time was her best.",
    ],
)
def test_a_pronoun_means_whoever_spoke_or_led_before_and_nobody_who_was_told_of(
    before: str,
) -> None:
    reading = reading_of(f"{before} She said so.")
    name = reading.reports.said[-1].name
    assert name is not None
    assert reading.names.all[name].text == "Ada Lind"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Die Chefin Ada Lind wird in einem Brief mit klaren Worten zitiert.", "Ada Lind"),
        ("Die Zeitung zitierte dazu Ada Lind mit klaren Worten.", "Ada Lind"),
        ("Das ist die eiserne Hand, so nannte ihn der Künstler Martin Lind.", "Martin Lind"),
        ("Den Plan von Ada Lind, den Hafen zu verkaufen, nannte er falsch.", "er"),
        ("The town paper quoted Ada Lind as the last to leave.", "Ada Lind"),
    ],
)
def test_a_subject_may_stand_behind_its_verb(text: str, subject: str) -> None:
    told = [report.subject.of(text) for report in reading_of(text).reports.said]
    assert told[-1].endswith(subject.rsplit(maxsplit=1)[-1])


def test_who_has_no_name_goes_on_in_the_next_paragraph() -> None:
    text = (
        "Mayor Ada Lind came. “We stay in Tarn,” said one source, who asked not to be named.\n\n"
        "“We have been here for years.”\n\nAda Lind left."
    )
    speeches = reading_of(text).speeches
    assert [(speech.name, speech.attribution) for speech in speeches] == [(None, "description")] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ada Lind, the Polish minister, left. It rained. The Polish minister said so.",
            "Ada Lind",
        ),
        ("Ada Lind, the Polish minister, left. It rained. The Danish minister said so.", None),
        ("Minister Ada Lind left. It rained. The Polish minister said so.", "Ada Lind"),
        ("Der Präsident Jan Lind ging im Mai. Das sagte der polnische Präsident.", None),
        ("Der polnische Präsident Jan Lind ging. Das sagte der polnische Präsident.", "Jan Lind"),
    ],
)
def test_who_is_described_is_of_the_land_that_the_description_names(
    text: str, name: str | None
) -> None:
    reading = reading_of(text)
    (report,) = reading.reports.said
    assert (None if report.name is None else reading.names.all[report.name].text) == name
