from __future__ import annotations

import pytest
from hypothesis import given, settings
from texts import TEXTS

from summarizer.document import Document
from summarizer.errors import InputError
from summarizer.names import Names, find_names
from summarizer.segment import segment
from summarizer.spans import Span


def names_of(text: str) -> Names:
    return find_names(segment(Document.from_text(text)))


def forms(text: str) -> dict[str, tuple[str, ...]]:
    return {name.text: name.aliases for name in names_of(text).all}


def roles(text: str) -> dict[str, list[str]]:
    return {name.text: [role.of(text) for role in name.roles] for name in names_of(text).all}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor met Ada Lind. Lind left.", {"Ada Lind": ("Lind",)}),
        ("The mayor met Ada J. Lind. Ada Lind left.", {"Ada J. Lind": ("Ada Lind",)}),
        ("The mayor met Ada Lind. ADA LIND left.", {"Ada Lind": ("ADA LIND",)}),
        ("The mayor met the Harbour Board of Tarn.", {"Harbour Board of Tarn": ()}),
        ("The mayor met Jan van der Rund.", {"Jan van der Rund": ()}),
        ("The mayor met Ada Lind’s brother, and Lind's son.", {"Ada Lind": ("Lind",)}),
        ("The mayor met Jose\u0301 Nun\u0303ez.", {"Jose\u0301 Nun\u0303ez": ()}),
        ("The mayor met O’Rund and Jean-Luc Lind.", {"O’Rund": (), "Jean-Luc Lind": ()}),
        ("They met the Farmers’ Union of Tarn.", {"Farmers’ Union of Tarn": ()}),
        ("They met Ada Mary Lind. Then Ada left.", {"Ada Mary Lind": ("Ada",)}),
        ("They met Ada Lind, known as Osk. Then Osk left.", {"Ada Lind": ("Osk",)}),
        (
            "The Tarn Harbour Committee met. Then the Harbour Committee left.",
            {"Tarn Harbour Committee": ("Harbour Committee",)},
        ),
        (
            "Die Folter von Vertretern endete. Im Hafen lag das Werk von Erna Lind.",
            {"Erna Lind": ()},
        ),
        (
            "Sie trafen dort Erna von der Weidt und Jaap de Rund.",
            {"Erna von der Weidt": (), "Jaap de Rund": ()},
        ),
        (
            "They met West Tarn Railways. West Tarn left, and Corvane Group. Corvane sang.",
            {"West Tarn Railways": ("West Tarn",), "Corvane Group": ("Corvane",)},
        ),
        (
            "Bo Lind left. Bo Lind sang for his wife Ada Lind. Then Lind slept.",
            {"Bo Lind": ("Lind",), "Ada Lind": ()},
        ),
        (
            "They met Olaf Lind and Ada Lind. Then Mr. Lind left, and Ms. Lind slept.",
            {"Olaf Lind": ("Lind",), "Ada Lind": ("Lind",)},
        ),
        ("Everything Lind says is late. They met Lind.", {"Lind": ()}),
        ("Member of House panel: no more war. The House met.", {"House": ()}),
        ("“Sorry Ada, what is it?” Ada Lind said no.", {"Ada Lind": ("Ada",)}),
        (
            "The Lind campaign has said so. The Osk campaign manager left.",
            {"Lind campaign": (), "Osk": ()},
        ),
        (
            "De burgemeester zei dat Thijs Lind van Forum voor Haven en Jan van der Rund er waren.",
            {"Thijs Lind": (), "Jan van der Rund": ()},
        ),
        ("They met Lind & Rund in town.", {"Lind & Rund": ()}),
        (
            "They met Joan Dolgan MSP and Ada Lind AM there.",
            {"Joan Dolgan MSP": (), "Ada Lind AM": ()},
        ),
        ("Six American NATO ships came. NATO said so.", {"NATO": ()}),
        (
            "The Harbour Office of the Press Secretary said so.",
            {"Harbour Office of the Press Secretary": ()},
        ),
        ("Viele Straßen sind nicht frei. Der Beitritt Russlands ist im Juni.", {"Russland": ()}),
        ("They left the Tram and Harbour Commission.", {"Tram and Harbour Commission": ()}),
        ("They met the FBI and Harbour Board.", {"FBI": (), "Harbour Board": ()}),
        ("They met Kings Park Rovers there.", {"Kings Park Rovers": ()}),
        ("Die Bundeswehr und die Polizei haben das nicht gesagt.", {"Bundeswehr": ()}),
        ("Unfortunately it rained. “Unfortunately for Ada Lind it rained.”", {"Ada Lind": ()}),
        ("Das hat Russland Ende Juni auch gesagt, und es ist so.", {"Russland": ()}),
        (
            "The Department of Tram Affairs is late. The TA needs it.",
            {"Department of Tram Affairs": ("TA",)},
        ),
        (
            "It is so far: Former Tarn Ferries boss Ada Lind left.",
            {"Tarn Ferries": (), "Ada Lind": ()},
        ),
        ("They met Tarn’s Parliament there.", {"Tarn": (), "Parliament": ()}),
        ("They left St. Brigid’s Hospital.", {"St. Brigid’s Hospital": ()}),
        ("The United Nations met. The U.N. and the UN left.", {"United Nations": ("U.N.", "UN")}),
        ("The Church of Tarn sang. The Church was full.", {"Church of Tarn": ("Church",)}),
        ("They met Doris Lind. Then Doris left.", {"Doris Lind": ("Doris",)}),
        ("They met Ada Hobarn. Later Hobern said no.", {"Ada Hobarn": ("Hobern",)}),
        ("They met Yrsa McTarney. McTarny said no.", {"Yrsa McTarney": ("McTarny",)}),
        ("They met Ada Hobarn. Hobarn left Hobern.", {"Ada Hobarn": ("Hobarn",), "Hobern": ()}),
        ("They met Ada Hobarn. Then they left for Hobern.", {"Ada Hobarn": (), "Hobern": ()}),
        ("They met Tarn Ferries in Tarn.", {"Tarn Ferries": (), "Tarn": ()}),
        ("They met Ada Lind Friday.", {"Ada Lind": ()}),
        ("Then the Harbour Clerk (Port Superintendent) left.", {}),
        ("Rain fell. Yesterday they left. However, they came.", {}),
        ("It was on a Monday in July that I left.", {}),
    ],
)
def test_the_forms_of_one_bearer_are_one_name_under_the_fullest(
    text: str, expected: dict[str, tuple[str, ...]]
) -> None:
    assert forms(text) == expected


def test_of_two_who_bear_a_surname_the_one_named_last_is_meant() -> None:
    text = "The mayor met Ada Lind. Then Lind left. The mayor met Bo Lind. Then Lind slept."
    ada, bo = names_of(text).all
    assert (ada.text, bo.text) == ("Ada Lind", "Bo Lind")
    assert [span.of(text) for span in ada.mentions] == ["Ada Lind", "Lind"]
    assert [span.of(text) for span in bo.mentions] == ["Bo Lind", "Lind"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Then Finance Minister Ada Lind left the house and it was late.",
            "Ada Lind",
            ["Finance Minister"],
        ),
        (
            "Then Secretary of State Ada Lind left the house and it was late.",
            "Ada Lind",
            ["Secretary of State"],
        ),
        ("Then Ada Lind, the mayor of Tarn, left.", "Ada Lind", ["mayor of Tarn"]),
        ("At that time Ada Lind was his deputy.", "Ada Lind", ["deputy"]),
        ("Het is te duur volgens wethouder Ada Lind van de stad.", "Ada Lind", ["wethouder"]),
        ("But, although chairman Ada Lind met them, they left.", "Ada Lind", ["chairman"]),
        ("Then Ada Lind, 52, a teacher in Tarn, left.", "Ada Lind", ["teacher in Tarn"]),
        (
            "She met her Veldish counterpart Bo Rund in the town.",
            "Bo Rund",
            ["Veldish counterpart"],
        ),
        ("Then Mr. Bo Rund left the house.", "Bo Rund", []),
        ("Then Ada Lind (Treasurer) left the house and it was late.", "Ada Lind", ["Treasurer"]),
        ("Then Ada Lind (co-opted) left the house and it was late.", "Ada Lind", []),
        ("Then Ada Lind, a novelist, left the house and it was late.", "Ada Lind", ["novelist"]),
        ("Then Ada Lind, the mayor who never sleeps, left.", "Ada Lind", ["mayor"]),
        ("They met the botanist Ada Lind there.", "Ada Lind", ["botanist"]),
        ("The county treasurer, Mr Bo Rund, left.", "Bo Rund", ["county treasurer"]),
        ("Ada Lind is now director of the zoo.", "Ada Lind", ["director of the zoo"]),
        ("Ada Lind is late, and tired.", "Ada Lind", []),
        ("Ada Lind is far and away the better candidate.", "Ada Lind", []),
        ("It was his first year under Ada Lind, and it rained.", "Ada Lind", []),
        ("Die Geschäftsführerin Dr. Ada Lind kam.", "Ada Lind", ["Geschäftsführerin"]),
        ("Then Ada Lind, but not the mayor, left.", "Ada Lind", []),
        ("In Tarn, the mayor also said that it was late.", "Tarn", []),
        ("Then soprano Dame Ada Lind left the house.", "Ada Lind", ["soprano"]),
        ("They saw Rund’s running mate Ada Lind there.", "Ada Lind", ["Rund’s running mate"]),
        (
            "Ada Lind, head of the National Center of Ship Studies at the University of Tarn, left",
            "Ada Lind",
            ["head of the National Center of Ship Studies at the University of Tarn"],
        ),
        (
            "Die Außenministerin der Föderation Veldien Ada Lind ist nicht gekommen.",
            "Ada Lind",
            ["Außenministerin der Föderation Veldien"],
        ),
        ("Then Ada Lind, Mayor Bo Rund, and others left.", "Ada Lind", []),
        ("They saw the Tarn ferry star Ada Lind there.", "Ada Lind", ["Tarn ferry star"]),
        ("They saw the Sun and the Star Ada Lind there.", "Ada Lind", []),
        ("Then Ada Lind, a practising homeopath, left.", "Ada Lind", ["practising homeopath"]),
        ("Then Ada Lind, a year later, left.", "Ada Lind", []),
        ("Then the writer and director Ada Lind left.", "Ada Lind", ["writer and director"]),
        ("They saw Bo Rund’s manager Ada Lind there.", "Ada Lind", ["Bo Rund’s manager"]),
        ("Ada Lind, head of the zoo at the time, left.", "Ada Lind", ["head of the zoo"]),
    ],
)
def test_the_role_beside_a_name_is_its_role(text: str, name: str, expected: list[str]) -> None:
    assert roles(text)[name] == expected


def test_german_nouns_with_capitals_need_more_than_a_capital_in_the_middle_of_a_name() -> None:
    text = "Der Minister traf die Bürgermeisterin Ada Lind von der Partei am Montag im Hafen."
    assert roles(text)["Ada Lind"] == ["Bürgermeisterin"]


def test_a_name_is_looked_up_by_any_of_its_forms() -> None:
    names = names_of("The mayor met Ada Lind. Lind left with Bo Rund.")
    assert [names.called(form) for form in ("ada lind", "LIND", " Bo Rund ", "Ada", "")] == [
        0,
        0,
        1,
        None,
        None,
    ]


def test_mentions_within_a_span_are_those_that_start_there() -> None:
    text = "The mayor met Ada Lind. Lind left with Bo Rund."
    found = names_of(text).within(Span(0, text.index("left")))
    assert [(span.of(text), number) for span, number in found] == [("Ada Lind", 0), ("Lind", 0)]


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_mention_is_its_own_and_every_alias_stands_in_the_text(text: str) -> None:
    try:
        names = names_of(text)
    except InputError:
        return
    mentions = [span for name in names.all for span in name.mentions]
    assert len(set(mentions)) == len(mentions)
    for name in names.all:
        here = {" ".join(span.of(text).split()) for span in name.mentions}
        assert {name.text, *name.aliases} == here
        assert all(role.of(text).strip() == role.of(text) != "" for role in name.roles)
        assert names.called(name.text) is not None


def test_a_german_name_keeps_its_von_der_behind_a_given_name_only() -> None:
    text = (
        "Die Bundesfinanzministerin Ada von der Weidt sprach am Montag mit dem Bauern. "
        "Der Vorsitzende Bo Rund von der Hafenpartei war nicht da."
    )
    assert {"Ada von der Weidt", "Bo Rund"} <= set(roles(text))
    assert roles(text)["Ada von der Weidt"] == ["Bundesfinanzministerin"]


def test_both_apostrophes_name_one_bearer() -> None:
    names = names_of("Captain Ada O’Rund left. O'Rund came back with a boat.")
    assert [len(name.mentions) for name in names.all] == [2]


def test_an_office_with_two_ofs_and_no_name_behind_it_names_only_the_body() -> None:
    assert forms("They met the Director of the Institute of Learning.") == {
        "Institute of Learning": ()
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was late, said its head of operations, Ada Lind.", ["head of operations"]),
        ("It was late, said the baker, Ada Lind, who was tired.", ["baker"]),
        ("Osk’s lawyer, Ada Lind, was late.", ["Osk’s lawyer"]),
        ("The mayor of Tarn, Ada Lind, was late.", ["mayor of Tarn"]),
        ("In the winter, Ada Lind, Bo Rund and Piet Osk were late.", []),
        ("They met the teacher, Ada Lind stayed at home.", []),
    ],
)
def test_a_role_may_stand_before_a_name_with_a_comma(text: str, found: list[str]) -> None:
    names = names_of(text).all
    shown = [role.of(text) for name in names if name.text == "Ada Lind" for role in name.roles]
    assert shown == found


@pytest.mark.parametrize(
    ("text", "name", "is_person"),
    [
        ("Ada Lind came. Lind was late.", "Ada Lind", True),
        ("Ada Lind, 48, came.", "Ada Lind", True),
        ("Mr. Lind came to Tarn.", "Lind", True),
        ("They met Runa Lind of the Harbour Party there.", "Runa Lind", False),
        ("They met Ada Lind there.", "Ada Lind", True),
        ("They met Ada Lind Street there.", "Ada Lind Street", False),
        ("They met the Ada Lind there.", "Ada Lind", False),
        ("Harbour surveyors, Runa Assessors, which had come, left.", "Runa Assessors", False),
        ("They met the Harbour Board. The Board was late.", "Harbour Board", False),
        ("They met Port Tarn there.", "Port Tarn", False),
        ("Its maker Tarn Data was late.", "Tarn Data", False),
        ("Das Krankenhaus Tarn liegt in Tarn.", "Krankenhaus Tarn", False),
    ],
)
def test_a_person_is_shown_by_the_text(text: str, name: str, *, is_person: bool) -> None:
    found = {each.text: each for each in names_of(text).all}
    assert found[name].is_person == is_person
    assert found[name].is_body == name.startswith(("Harbour Board", "Krankenhaus"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le Syndicat des phares de la côte a dit non.", "Syndicat des phares"),
        ("Selon l’Agence de sécurité maritime, il est tard.", "Agence de sécurité maritime"),
        ("Les amis d’Ada Lind sont dans la rue avec elle.", "Ada Lind"),
        ("El Ministerio de hacienda dijo que no se va.", "Ministerio de hacienda"),
        (
            "Das sagte die Industrie- und Handelskammer Tarn am Montag.",
            "Industrie- und Handelskammer Tarn",
        ),
    ],
)
def test_a_body_has_its_whole_name_in_its_language(text: str, name: str) -> None:
    assert name in forms(text)


def test_a_body_that_french_names_with_small_letters_is_called_by_its_first_word() -> None:
    text = "Le Syndicat des phares a dit non. Pour lui, le Syndicat est dans la rue."
    assert forms(text)["Syndicat des phares"] == ("Syndicat",)


def test_a_german_noun_behind_an_office_with_an_article_is_no_name() -> None:
    assert forms("Er warf der Ministerin Wortbruch vor und ist nicht da.") == {}
    assert "Lind" in forms("Er warf der Ministerin Lind etwas vor, und Lind ist nicht da.")


def test_a_role_reaches_no_further_than_a_preposition_and_a_name_not_to_a_shirt() -> None:
    text = "Bo Rund backs the mayor over Democratic nominee Ada Lind. He wore a Tarn Press T-shirt."
    names = {name.text: [role.of(text) for role in name.roles] for name in names_of(text).all}
    assert names["Ada Lind"] == ["Democratic nominee"]
    assert "Tarn Press" in names


def test_a_surname_is_that_of_the_one_whom_the_text_is_about() -> None:
    text = "They met Ada Lind. Lind left. Lind came. Lind slept. Her son Bo Lind woke. Lind rose."
    mentions = {name.text: len(name.mentions) for name in names_of(text).all}
    assert mentions == {"Ada Lind": 5, "Bo Lind": 1}


def test_a_name_that_ends_as_a_body_does_is_no_body() -> None:
    (name,) = names_of("They met Ada Harcourt there.").all
    assert (name.is_person, name.is_body) == (True, False)


@pytest.mark.parametrize(
    "text", ["They met at Radio Tarn in Tarn.", "Das Krankenhaus Tarn ist in Tarn und nicht da."]
)
def test_a_body_of_a_place_is_not_called_as_the_place_is(text: str) -> None:
    (name, *_) = names_of(text).all
    assert (name.aliases, len(name.mentions)) == ((), 1)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It rained. Veldia insisted that it had not.", "Veldia"),
        ("It rained. Lind later said so.", "Lind"),
        ("It rained. Demonstrators said so.", None),
        ("It rained. Nobody said so.", None),
        ("It rained. Similar questions were asked.", None),
    ],
)
def test_who_says_something_at_the_start_of_a_sentence_has_a_name(
    text: str, name: str | None
) -> None:
    assert [each.text for each in names_of(text).all] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Lind Was Right About The Harbour\n\nThe mayor met Ada Lind.", {"Ada Lind"}),
        ("Harbour Board Says No To Piet Osk\n\nThe mayor met nobody.", set()),
        ("The mayor met Republican Piet Osk.", {"Piet Osk"}),
        ("The mayor met Harbour Press Ada Lind.", {"Harbour Press", "Ada Lind"}),
        ("The mayor met Special Agent Ada Lind.", {"Ada Lind"}),
        ("The mayor met Ada Lind of Tarn.", {"Ada Lind"}),
        ("The mayor met Ada Marie Lind of the West Tarn Singers.", {"Ada Marie Lind"}),
        ("Unlike Tarn, Veldia stayed, and the mayor of Tarn said so.", {"Tarn", "Veldia"}),
        ("The mayor met the Justice Department.", {"Justice Department"}),
        ("The mayor met the Chair of the Harbour Board.", {"Harbour Board"}),
        ("The Commission on Harbour Fairs met the mayor.", {"Commission on Harbour Fairs"}),
        ("They met on Sept. 5 in Salem, Mass., and the mayor of it.", {"Salem"}),
        ("The mayor met Ada Núñez. Ada Nunez left.", {"Ada Núñez"}),
        ("The mayor wrote to @Lind of #Harbour.", set()),
        ("The mayor met Ada Lind Image: the mayor.", {"Ada Lind"}),
        ("The mayor met Bill de Blasio. De Blasio said no.", {"Bill de Blasio"}),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(text: str, names: set[str]) -> None:
    assert set(forms(text)) == names


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Der Bürgermeister traf den Künstler Martin Lind.", ["Künstler"]),
        ("Der Bürgermeister traf den großen Konzernchef Martin Lind.", ["großen Konzernchef"]),
        (
            "The mayor met Afghan Ambassador to the United States Martin Lind.",
            ["Afghan Ambassador to the United States"],
        ),
    ],
)
def test_a_noun_before_a_given_name_is_a_role_and_no_name(text: str, role: list[str]) -> None:
    assert roles(text)["Martin Lind"] == role


def test_german_abstract_nouns_begin_no_name() -> None:
    assert "Verlängerung von Tarn" not in forms("Die Verlängerung von Tarn war eine gute Sache.")


@pytest.mark.parametrize(
    ("name", "role", "is_person"),
    [
        ("Eva", "a 17-year-old student", True),
        ("Eva", "a town by the sea", False),
        ("France", "a member of the union", False),
    ],
)
def test_a_given_name_with_a_role_is_a_person(name: str, role: str, *, is_person: bool) -> None:
    found = names_of(f"It was late, said {name}, {role}. They heard it from the others.")
    assert [each.is_person for each in found.all if each.text == name] == [is_person]


@pytest.mark.parametrize(
    ("role", "bearer"), [("his eldest daughter", "Bo Rund"), ("the mayor", "Ada Rund")]
)
def test_a_surname_is_that_of_whoever_is_not_told_by_their_kin(role: str, bearer: str) -> None:
    text = f"The mogul Bo Rund came with {role}, Ada Rund. Rund said that it was late."
    names = names_of(text)
    assert [n.text for n in names.all for m in n.mentions if m.start == text.rindex("Rund")] == [
        bearer
    ]
