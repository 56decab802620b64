"""Prompts: one Jinja file per instruction, in `prompts/`, or in a folder of the user's.

What is rendered is data to the template: a document that holds `{{ }}` comes out as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import PromptError

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Prompts", "built_in_folder"]


def built_in_folder() -> Path:
    """The templates that come with the package: beside it in a checkout, inside it in a wheel."""
    package = Path(__file__).parent
    inside = package / "_prompts"
    return inside if inside.is_dir() else package.parent / "prompts"


@dataclass(frozen=True)
class Prompts:
    """Templates by name. A file in `folder` replaces the built-in one of the same name.

    >>> "sentence" in Prompts().render("system", language="English")
    True
    """

    folder: Path | None = None

    def render(self, template: str, /, **variables: object) -> str:
        """The text of `template`.j2; raise `PromptError` naming the file and what is wrong."""
        import jinja2

        name = f"{template}.j2"
        try:
            return self._environment.get_template(name).render(**variables).strip()
        except jinja2.TemplateNotFound as error:
            places = " or ".join(str(place) for place in self._places)
            raise PromptError(f"prompt {error.name} is missing: it is not in {places}") from None
        except jinja2.TemplateSyntaxError as error:
            raise PromptError(
                f"prompt {error.name}, line {error.lineno}: {error.message}"
            ) from None
        except jinja2.UndefinedError as error:
            known = ", ".join(sorted(variables))
            raise PromptError(f"prompt {name}: {error.message}; it is given {known}") from None

    @property
    def _places(self) -> Sequence[Path]:
        return [place for place in (self.folder, built_in_folder()) if place]

    @cached_property
    def _environment(self) -> Environment:
        import jinja2

        if self.folder and not self.folder.is_dir():
            raise PromptError(f"there is no folder {self.folder}: --prompts names a folder")
        return jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(place) for place in self._places]),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,  # noqa: S701 - prompts are plain text, not HTML
        )
