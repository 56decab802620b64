from __future__ import annotations

import json

from briefs import TEXT, brief, line
from hypothesis import given
from texts import TEXTS

from summarizer.brief import Brief
from summarizer.render import FORMATS, render_json


def test_a_brief_as_json_is_read_back_as_the_same_brief() -> None:
    assert Brief.model_validate_json(render_json(brief())) == brief()


def test_json_ends_with_a_newline_and_keeps_all_characters() -> None:
    rendered = render_json(brief(summary=(line(text="Größe – 港"),)))
    assert rendered.endswith("}\n")
    assert "Größe – 港" in rendered


def test_every_passage_in_the_json_is_a_slice_of_the_source() -> None:
    found = json.loads(render_json(brief()))
    spans = [span for quote in found["quotes"] for span in quote["spans"]]
    spans += [piece for claim in found["claims"] for piece in claim["evidence"]]
    assert spans
    assert all(TEXT[span["start"] : span["end"]] == span["text"] for span in spans)


@given(TEXTS)
def test_any_text_is_escaped_so_that_it_is_read_back(text: str) -> None:
    assert json.loads(render_json(brief(summary=(line(text=text),))))["summary"][0]["text"] == text


def test_the_table_of_formats_renders_every_format_to_text() -> None:
    assert all(render(brief()).endswith("\n") for render in FORMATS.values())
