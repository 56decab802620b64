"""Renderers: a brief as text. To add a format, add one function and one line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.brief import Brief
from summarizer.render.json import render_json
from summarizer.render.markdown import render_markdown

__all__ = ["FORMATS", "render_json", "render_markdown"]

FORMATS: dict[str, Callable[[Brief], str]] = {"md": render_markdown, "json": render_json}
"""From the name of a format to the function that renders it."""
