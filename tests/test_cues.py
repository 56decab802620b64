from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.reading import Reading, read

SAID = "“We will never leave the harbour,”"


def reading_of(text: str) -> Reading:
    return read(Document.from_text(text))


def told(text: str, number: int = 0) -> tuple[str, str, str | None] | None:
    """The kind and the words of a quotation's report, and the name that is meant."""
    reading = reading_of(text)
    cue = reading.cues[number]
    if cue.report is None:
        return None
    name = None if cue.guess is None else reading.names.all[cue.guess].text
    return cue.report.kind, cue.report.span.of(text), name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Lind said on Monday: “We will never leave.”", "Ada Lind said"),
        (f"{SAID} Ada Lind said.", "Ada Lind said"),
        (f"{SAID} said Ada Lind, the mayor of Tarn.", "said Ada Lind"),
        ("Ada Lind said that Rund came to help read it, “and sat there for us”.", "Ada Lind said"),
        ("Then Ada Lind ordered him to “stay in the hut and see nothing”.", "Ada Lind ordered"),
        (f"{SAID} said the mayor of Tarn, Ada Lind.", "said the mayor of Tarn, Ada Lind"),
        (f"{SAID} said the baker, Ada Lind, who was there.", "said the baker, Ada Lind"),
        (f"{SAID} asked Osk's lawyer, Ada Lind.", "asked Osk's lawyer, Ada Lind"),
        (f"{SAID} said the newly elected Ada Lind.", "said the newly elected Ada Lind"),
        ("The head of the board, Ada Lind, says it is “full of old boats”.", None),
        ("The mayor, Ada Lind, warned people and said it “would cost a lot of money”.", None),
        ("According to Ada Lind, “the harbour is full of boats”.", "According to Ada Lind"),
        ("The harbour is “full of old boats”, according to Ada Lind.", "according to Ada Lind"),
        ("Ada Lind, who leads the Harbour Board, said “nothing came of it”.", None),
        ("Ada Lind said that Bo Rund was wrong, “and he knows it well”.", "Ada Lind said"),
        ("“We will stay,” Ada Lind said, “as long as it takes.”", "Ada Lind said"),
        ("Ada Lind told the town this:\n\n“We will never leave.”", "Ada Lind told"),
        ("Ada Lind said, “We will never leave,” when Bo Rund asked her to.", "Ada Lind said"),
        (f"{SAID[:-2]}.” — Ada Lind", "— Ada Lind"),
        (f"{SAID[:-2]}.” — Ada Lind\u00a0\n", "— Ada Lind"),
        ("'We were all with Bo Rund,' recalls Ada Lind. 'It rained.'", "recalls Ada Lind"),
        ("'We were all with Bo Rund,' added the mayor, Ada Lind.", None),
        ("According to harbour radio host Ada Lind, it smells of “fear”.", None),
        ("The mayor, Ada Lind, attacked Bo Rund by calling him a “liar”.", None),
        (f"Ada Lind of Kells School of Music, Oslo added: {SAID}", None),
        (f"{SAID[:-2]}.” Ada Lind told the Tarn Courier on Monday. It rained.", "Ada Lind told"),
        ("After Ada Lind said “we will never leave”, it rained.", "Ada Lind said"),
        (
            "Ada Lind schloss sich dem mit den Worten an: „Wir werden nie gehen.“",
            "Ada Lind schloss sich dem mit den Worten an",
        ),
        (
            "Bo Rund was angry when Ada Lind answered in these words: “We will never leave.”",
            "Ada Lind answered",
        ),
        ("Ada Lind tried to calm them with these words: “We will never leave.”", None),
        ("Der großen Zeitung sagte Ada Lind: „Wir werden nie gehen.“", "sagte Ada Lind"),
        (
            "Ada Lind hat die Sache Bo Rund im Mai bestätigt: „Wir werden nie gehen.“",
            "Ada Lind hat die Sache Bo Rund im Mai bestätigt",
        ),
        (
            "Im Mai hat Ada Lind die Sache Bo Rund bestätigt: „Wir werden nie gehen.“",
            "Ada Lind die Sache Bo Rund bestätigt",
        ),
        ("Als er das hörte, sagte Ada Lind: „Wir werden nie gehen.“", "sagte Ada Lind"),
        ("Ada Lind said that it was late. “Nobody will ever come here.”", "Ada Lind said"),
        ("On Monday Ada Lind said that it “was full of old boats”.", "Ada Lind said"),
        ("The debts of Bo Rund added up, “as a fine”, said Ada Lind.", "said Ada Lind"),
        ("„Wir werden den Hafen nicht verlassen“, sagte Ada Lind.", "sagte Ada Lind"),
        ("«No nos iremos nunca del puerto», advirtió su gerente, Ada Lind.", None),
        ("'Wij gaan de haven niet verlaten', zei burgemeester Ada Lind.", None),
        ("Volgens wethouder Ada Lind is de haven „vol met oude schepen”.", None),
        ("« Nous ne quitterons pas le port », a déclaré Ada Lind.", "déclaré Ada Lind"),
        ("« Nous ne quitterons pas le port », dit Ada Lind.", "dit Ada Lind"),
        ("«No vamos a dejar el puerto de la ciudad», dijo Ada Lind.", "dijo Ada Lind"),
        ("Según Ada Lind, «no vamos a dejar el puerto de la ciudad».", "Según Ada Lind"),
    ],
)
def test_a_cue_with_a_name_settles_who_speaks(text: str, words: str | None) -> None:
    found = told(text)
    assert found is not None
    assert found[::2] == ("name", "Ada Lind")
    assert words in {None, found[1]}


@pytest.mark.parametrize(
    "text",
    [
        f"The Lind office was there. {SAID} the Lind office said.",
        f"The Veldish company was there. {SAID} the Veldish company said.",
        f"The Tarn mayor was there. {SAID} the Tarn mayor said.",
    ],
)
def test_a_name_that_describes_somebody_else_is_not_who_speaks(text: str) -> None:
    found = told(text)
    assert found is None or found[0] != "name"


@pytest.mark.parametrize(
    ("before", "guess"),
    [
        ("Mayor Ada Lind met Piet Osk. What she cannot bear is the rain.", "Ada Lind"),
        ("Mayor Ada Lind met Piet Osk. The rest is late, he says.", "Piet Osk"),
        ("“We stay,” Ada Lind said.\n\nMr. Osk met her. It rained on him.", "Ada Lind"),
    ],
)
def test_a_quotation_alone_in_its_paragraph_is_theirs_whom_the_sentence_before_is_about(
    before: str, guess: str
) -> None:
    reading = reading_of(f"{before}\n\n“We will never leave the harbour.”\n\nIt rained.")
    last = reading.speeches[-1]
    assert last.attribution == "implicit"
    assert last.name is not None
    assert reading.names.all[last.name].text == guess


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Ada Lind left. {SAID} the letter reads.", "the letter reads"),
        (f"Ada Lind left. {SAID} said the new ruling.", "said the new ruling"),
        ("Ada Lind left. A friend commented: “We will never leave.”", "A friend commented"),
        (f"Ada Lind left. {SAID} their old song also says.", "their old song also says"),
    ],
)
def test_whatever_has_an_article_beside_its_verb_says_it_and_has_no_name(
    text: str, words: str
) -> None:
    assert told(text) == ("nominal", words, None)
    assert reading_of(text).speeches[0].is_settled


def test_a_thing_that_says_something_changes_nothing_about_who_is_meant() -> None:
    text = f"Mr. Lind said no to Ada Rund. The letter says so. {SAID} he said."
    assert told(text) == ("pronoun", "he said", "Lind")


def test_a_verb_joined_to_that_of_a_thing_is_the_speakers_again() -> None:
    text = "Ada Lind said the video should be shown but said it “would bring nothing new”."
    found = told(text)
    assert found is not None
    assert found[::2] == ("name", "Ada Lind")


def test_a_fronted_clause_is_not_where_the_subject_stands() -> None:
    text = "Als Bo Rund ging, sagte die Ministerin: „Wir werden nie gehen.“"
    assert told(text) == ("nominal", "sagte die Ministerin", None)


@pytest.mark.parametrize(
    "before",
    [
        "Ada Lind lehnte den Plan ab. Sie sagte, es sei spät.",
        "Ada Lind will den Hafen erhalten. Bo Rund und die Stadt seien dagegen.",
    ],
)
def test_a_german_quotation_in_the_mood_of_a_report_goes_on_with_it(before: str) -> None:
    text = f"Es regnete.\n\n{before} Der neue Plan sei „nie in der Sitzung verlesen worden“."
    reading = reading_of(text)
    speech = reading.speeches[0]
    assert (speech.attribution, speech.is_settled) == ("implicit", True)
    assert speech.name is not None
    assert reading.names.all[speech.name].text == "Ada Lind"


@pytest.mark.parametrize(
    ("lead", "words", "name"),
    [
        ("Eva Rund told me", "Eva Rund told", "Eva Rund"),
        ("Then she said", "she said", "Eva Rund"),
        ("He looked at me and said", "He looked at me and said", "Olaf Osk"),
        ("The mayor said", "The mayor said", "Olaf Osk"),
        ("I said", "I said", "Ada Lind"),
    ],
)
def test_who_is_quoted_within_a_quotation_is_told_there(lead: str, words: str, name: str) -> None:
    text = (
        "Ada Lind met Eva Rund. The mayor, Olaf Osk, was there. "
        f"“{lead}, ‘We will all stay here,’” said Ada Lind."
    )
    reading = read(Document.from_text(text))
    inner = reading.cues[1].report
    assert inner is not None
    assert words.endswith(inner.span.of(text)[-12:])
    meant = reading.cues[0].guess if words == "I said" else inner.name
    assert meant is not None
    assert reading.names.all[meant].text == name


def test_a_pronoun_is_a_cue_with_a_guess() -> None:
    text = f"Mayor Ada Lind was there. {SAID} she said."
    assert told(text) == ("pronoun", "she said", "Ada Lind")
    assert reading_of(text).speeches[0].is_settled


def test_a_pronoun_behind_the_subject_of_its_sentence_means_that_subject() -> None:
    text = "Bo Rund said so. Ada Lind laughed when she said “we will never leave”."
    assert told(text) == ("pronoun", "she said", "Ada Lind")


def test_a_description_is_the_only_one_who_has_that_role() -> None:
    text = f"Mayor Ada Lind met Bo Rund. {SAID} the mayor said."
    assert told(text) == ("nominal", "the mayor said", "Ada Lind")


def test_a_description_that_fits_two_is_nobody() -> None:
    text = f"Mayor Ada Lind met Mayor Bo Rund. {SAID} the mayor said."
    assert told(text) == ("nominal", "the mayor said", None)


def test_a_quotation_goes_on_after_the_one_before_it_in_a_paragraph() -> None:
    text = "Ada Lind said: “We will not leave.” “Nobody will ever make us go.”"
    second = reading_of(text).cues[1]
    assert second.continues
    assert told(text, 1) == ("name", "Ada Lind said", "Ada Lind")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_wrapped_line_is_no_end_of_a_paragraph(end: str) -> None:
    text = f"Ada Lind said: “We will not leave.”{end}“Nobody will ever make us go.”"
    assert reading_of(text).cues[1].continues


def test_a_quotation_alone_in_the_next_paragraph_goes_on_with_the_report_before_it() -> None:
    text = f"{SAID} Ada Lind said.\n\n“Nobody will ever make us go.”"
    first, second = reading_of(text).cues
    assert (second.report, second.guess, second.continues) == (first.report, 0, True)


def test_a_quotation_with_words_beside_it_has_a_guess_and_no_cue() -> None:
    text = f"{SAID} Ada Lind said.\n\n“Nobody will ever make us go.” The rain went on."
    second = reading_of(text).cues[1]
    assert (second.report, second.guess, second.continues) == (None, 0, False)


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("Ada Lind backs it, although “only without the boats of Tarn”.", "Ada Lind"),
        ("Reply 12, Ada Lind, Mill Street: “I have two dogs and a cat.”", "Ada Lind"),
        ("It was late in Tarn, and “nobody had ever seen such rain”.", None),
    ],
)
def test_the_name_that_leads_its_sentence_is_a_guess(text: str, guess: str | None) -> None:
    reading = reading_of(text)
    cue = reading.cues[0]
    assert cue.report is None
    assert guess == (None if cue.guess is None else reading.names.all[cue.guess].text)


def test_a_german_description_may_be_the_end_of_a_compound() -> None:
    text = "Ein Polizeisprecher sagte, „niemand hat das Haus verlassen“."
    assert told(text) == ("nominal", "Ein Polizeisprecher sagte", None)


def test_an_office_with_a_capital_is_the_one_who_holds_it() -> None:
    text = f"They met Ada Lind (Treasurer). The Treasurer said: {SAID[:-2]}.”"
    assert told(text) == ("nominal", "The Treasurer said", "Ada Lind")


def test_a_quotation_that_nothing_tells_of_has_no_guess() -> None:
    cue = reading_of("“We will never leave the harbour of Tarn.”").cues[0]
    assert (cue.report, cue.guess) == (None, None)


@pytest.mark.parametrize(
    ("text", "is_speech"),
    [
        ("The “harbour” is old.", False),
        ("The “old harbour of” it.", False),
        ("A copy of “The Old Harbour of Tarn” is on the table.", False),
        ("They asked Ada “Addie” Lind, who said no.", False),
        ("Bo Rund spoke at a “Harbour Forum” of the town.", False),
        ("Bo Rund called the plan “absurd”.", True),
        ("“We will never leave the harbour.”", True),
        ("Bo Rund said: “Never.”", True),
        ("Bo Rund said: “…”", False),
    ],
)
def test_scare_quotes_and_titles_are_no_speech_and_a_cued_word_is(
    text: str, *, is_speech: bool
) -> None:
    assert reading_of(text).cues[0].is_speech is is_speech


def test_a_party_in_parentheses_is_nobody_who_speaks() -> None:
    reading = read(Document.from_text("Mayor Ada Lind (HP) said: “We stay in the harbour.”"))
    guess = reading.cues[0].guess
    assert guess is not None
    assert reading.names.all[guess].text == "Ada Lind"


@pytest.mark.parametrize(
    "text",
    [
        "The claim was “never put to the town at all”.",
        "To say “we will never leave the harbour” helps nobody.",
        "The Secretary of State Board is “not one of our friends at all”.",
    ],
)
def test_a_cue_verb_used_as_a_noun_or_in_a_name_is_no_report(text: str) -> None:
    assert told(text) is None
