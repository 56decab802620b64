"""A brief as JSON, by the schema that `summarizer schema` prints."""

from __future__ import annotations

from summarizer.brief import Brief

__all__ = ["render_json"]


def render_json(brief: Brief) -> str:
    """Two spaces of indent, all characters as they are, a newline at the end."""
    return brief.model_dump_json(indent=2) + "\n"
