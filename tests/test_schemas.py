"""Every schema that a model is asked to fill stays inside the strict subset."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from articles import HARBOUR, HARBOUR_ANSWERS, TRANSCRIPT, whole

from summarizer import Scripted, Settings, summarize
from summarizer.providers.structure import strict_schema

ALLOWED = {
    "$defs", "$ref", "additionalProperties", "anyOf", "const", "description", "enum", "items",
    "maxItems", "maximum", "minItems", "minimum", "properties", "required", "title", "type",
}  # fmt: skip


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema; names of properties are no keywords."""
    if not isinstance(schema, dict):
        return
    yield schema
    for key in ("properties", "$defs"):
        for inner in schema.get(key, {}).values():
            yield from nodes(inner)
    yield from nodes(schema.get("items"))
    for inner in schema.get("anyOf", []):
        yield from nodes(inner)


def asked_schemas() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for text in (HARBOUR, TRANSCRIPT, "今日は晴れです。「はい」と彼は言った。明日は雨です。"):
        for plan, script in (("staged", HARBOUR_ANSWERS), ("single", {"single": whole()})):
            provider = Scripted(script)
            summarize(text, provider=provider, settings=Settings(plan=plan))
            found += [(ask.section, ask.schema.model_json_schema()) for ask in provider.asked]
    return found


@pytest.mark.parametrize(("section", "schema"), asked_schemas())
def test_a_schema_requires_every_property_and_admits_no_other(
    section: str, schema: dict[str, Any]
) -> None:
    objects = [node for node in nodes(schema) if node.get("type") == "object"]
    assert objects
    for node in objects:
        assert node["additionalProperties"] is False
        assert sorted(node.get("required", [])) == sorted(node["properties"]), section


@pytest.mark.parametrize(("section", "schema"), asked_schemas())
def test_a_schema_holds_no_keyword_that_strict_endpoints_refuse(
    section: str, schema: dict[str, Any]
) -> None:
    keywords = {key for node in nodes(strict_schema(schema)) for key in node}
    assert keywords <= ALLOWED, section


@pytest.mark.parametrize(("section", "schema"), asked_schemas())
def test_everything_that_can_grow_is_bounded(section: str, schema: dict[str, Any]) -> None:
    for node in nodes(schema):
        if node.get("type") == "array":
            assert node["maxItems"] <= 10, section
        if node.get("type") == "string":
            assert "enum" in node or "const" in node or node["maxLength"] <= 220, section
