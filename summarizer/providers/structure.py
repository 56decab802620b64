"""Schemas as endpoints take them, and JSON text as a validator should see it. Pure."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["has_controls", "strict_schema", "unfenced", "without_escaped_controls"]

_PLAIN = frozenset(
    {
        *("type", "title", "description", "enum", "const", "pattern", "format"),
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
        *("minItems", "maxItems", "required", "additionalProperties"),
    }
)


def strict_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """Strip the keywords that OpenAI's strict mode refuses.

    >>> strict_schema({"type": "string", "maxLength": 80, "default": "", "enum": ["a", "b"]})
    {'type': 'string', 'enum': ['a', 'b']}
    """
    if "$ref" in schema:  # strict mode accepts nothing beside a reference
        return {"$ref": schema["$ref"]}
    kept: dict[str, Any] = {}
    for keyword, value in schema.items():
        if keyword in _PLAIN:
            kept[keyword] = value
        elif keyword in {"properties", "$defs"}:
            kept[keyword] = {name: strict_schema(part) for name, part in value.items()}
        elif keyword == "items":
            kept[keyword] = strict_schema(value)
        elif keyword in {"anyOf", "oneOf"}:  # strict mode knows the first alone
            kept["anyOf"] = [strict_schema(part) for part in value]
    return kept


# Escaped C0 (but \n and \t), DEL and C1, after an even number of backslashes; or raw DEL and C1,
# which JSON lets pass. Raw C0 inside a string is refused by every parser.
_CONTROL = re.compile(
    r"(?<!\\)((?:\\\\)*)\\(?:u00(?:0[0-8b-fB-F]|1[0-9a-fA-F]|7[fF]|[89][0-9a-fA-F])|[bfr])"
    r"|[\x7f-\x9f]"
)


def without_escaped_controls(text: str) -> str:
    r"""Write forbidden control characters raw into JSON text, so that parsing refuses it.

    The refusal is then an ordinary validation error, which says where and is asked again.

    >>> without_escaped_controls(r'{"a": "x\u0000y", "b": "\\u0000 \n"}')
    '{"a": "x\x01y", "b": "\\\\u0000 \\n"}'
    """
    return _CONTROL.sub(lambda match: (match[1] or "") + "\x01", text)


def has_controls(text: str) -> bool:
    r"""Tell whether JSON text holds a control character other than \n and \t.

    >>> has_controls(r'{"a": "x\u0000y"}'), has_controls(r'{"a": "x\ny"}')
    (True, False)
    """
    return _CONTROL.search(text) is not None


_FENCED = re.compile(r"\s*```(?:json)?[ \t]*\r?\n(.*?)\s*```\s*", re.DOTALL | re.IGNORECASE)


def unfenced(text: str) -> str:
    r"""Take JSON out of the Markdown fence that some models put around it.

    >>> unfenced("```json\n{}\n```\n")
    '{}'
    """
    match = _FENCED.fullmatch(text)
    return match[1] if match else text
