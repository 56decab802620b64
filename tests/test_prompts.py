from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from texts import TEXTS

from summarizer.errors import PromptError
from summarizer.prompts import Prompts, built_in_folder

if TYPE_CHECKING:
    from pathlib import Path


@given(TEXTS)
def test_a_document_is_data_and_never_a_template(text: str) -> None:
    rendered = Prompts().render("document", title="", date="", text=text)
    assert f"TEXT\n{text}\nEND OF TEXT" in rendered


@pytest.mark.parametrize(
    "text", ["{{ 7*7 }}", "{% raw %}", "{# x #}", "{{ text }}", "<b>&amp;</b>"]
)
def test_template_marks_and_markup_in_a_document_stay_as_they_are(text: str) -> None:
    assert text in Prompts().render("document", title=text, date="", text="x")


def test_every_built_in_template_is_plain_and_compiles() -> None:
    names = [path.stem for path in built_in_folder().glob("*.j2")]
    environment = Prompts()._environment
    assert {"system", "document", "single"} <= set(names)
    assert all(environment.get_template(f"{name}.j2") for name in names)


def test_a_template_in_the_users_folder_replaces_the_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "system.j2").write_text("Write in {{ language }}, as Tarn does.")
    prompts = Prompts(tmp_path)
    assert prompts.render("system", language="German") == "Write in German, as Tarn does."
    assert "END OF TEXT" in prompts.render("document", title="", date="", text="x")


def test_a_missing_template_is_named_with_the_places_looked_at(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match=r"prompt nothing\.j2 is missing.*prompts"):
        Prompts(tmp_path).render("nothing")


def test_a_missing_include_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.j2").write_text('{% include "b.j2" %}')
    with pytest.raises(PromptError, match=r"prompt b\.j2 is missing"):
        Prompts(tmp_path).render("a")


def test_a_mistake_in_a_template_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.j2").write_text("one\n{% if %}\n")
    with pytest.raises(PromptError, match=r"prompt a\.j2, line 2"):
        Prompts(tmp_path).render("a")


def test_a_variable_that_is_not_given_is_named_with_those_that_are(tmp_path: Path) -> None:
    (tmp_path / "a.j2").write_text("{{ mayor }}")
    with pytest.raises(PromptError, match=r"'mayor' is undefined; it is given harbour, town"):
        Prompts(tmp_path).render("a", town="Tarn", harbour="old")


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match="there is no folder"):
        Prompts(tmp_path / "none").render("system", language="English")


def test_a_template_cannot_reach_outside_its_folders(tmp_path: Path) -> None:
    (tmp_path / "secret.j2").write_text("secret")
    (tmp_path / "inner").mkdir()
    with pytest.raises(PromptError, match="missing"):
        Prompts(tmp_path / "inner").render("../secret")
