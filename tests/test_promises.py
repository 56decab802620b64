"""What the README, `.env.example` and the package's front promise."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import summarizer
from summarizer.errors import SummarizerError
from summarizer.settings import Settings

ROOT = Path(__file__).parent.parent


def env_names() -> set[str]:
    """Every environment variable that a setting is read from."""
    names = set()
    for name, field in Settings.model_fields.items():
        alias = field.validation_alias
        choices = getattr(alias, "choices", [f"SUMMARIZER_{name.upper()}"])
        names.update(str(choice) for choice in choices)
    return names


def test_every_exported_name_can_be_imported_and_has_a_docstring() -> None:
    for name in summarizer.__all__:
        value = getattr(summarizer, name)
        assert name in {"__version__", "FORMATS"} or value.__doc__


def test_a_name_that_is_not_exported_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="helpers"):
        _ = summarizer.helpers


@pytest.mark.parametrize(
    ("modules", "heavy"),
    [
        ("summarizer", {"openai", "instructor", "rich", "pydantic", "jinja2"}),
        (
            "summarizer.pipeline, summarizer.render, summarizer.providers.choice",
            {"openai", "instructor", "rich", "xllamacpp", "httpx2"},
        ),
    ],
)
def test_what_needs_no_model_imports_no_heavy_library(modules: str, heavy: set[str]) -> None:
    probe = f"import sys, {modules}; print(sorted(set(sys.modules) & {heavy}))"
    done = subprocess.run(  # noqa: S603 - the words stand here
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_example_of_settings_names_every_variable_and_no_other() -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    named = set(re.findall(r"^#([A-Z_]+)=", text, re.MULTILINE))
    twins = {"SUMMARIZER_API_KEY", "SUMMARIZER_BASE_URL", "SUMMARIZER_OPENAI_MODEL"}
    assert named == env_names() - twins


def test_the_example_of_settings_shows_the_defaults() -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    shown = dict(re.findall(r"^#SUMMARIZER_([A-Z_]+)=(.*)$", text, re.MULTILINE))
    for name in ("plan", "mode", "cache", "timeout", "max_wait", "deadline", "retries", "reasks"):
        default = Settings.model_fields[name].default
        assert type(default)(shown[name.upper()]) == default


def test_every_error_has_an_exit_code_that_the_readme_explains() -> None:
    def tree(root: type[SummarizerError]) -> set[type[SummarizerError]]:
        return {root}.union(*(tree(child) for child in root.__subclasses__()))

    codes = {str(error.exit_code) for error in tree(SummarizerError)} | {"0", "7", "130"}
    readme = (ROOT / "README.md").read_text("utf-8")
    table = set(re.findall(r"^\| (\d+) \|", readme, re.MULTILINE))
    assert codes <= table


def test_every_summarizer_command_in_the_readme_is_known() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"^(?:\$ )?summarizer ((?:models |cache )?[a-z]+)", readme, re.MULTILINE)
    assert commands
    for words in set(commands):
        done = subprocess.run(  # noqa: S603 - the words stand in the README
            [sys.executable, "-m", "summarizer", *words.split(), "--help"],
            cwd=ROOT, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, words


def test_every_make_target_in_the_readme_exists() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"(?:`|^    )make ([a-z]+)", readme, re.MULTILINE)) <= targets


def test_the_python_in_the_readme_runs() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own words


def test_every_extra_that_an_error_names_is_declared() -> None:
    from summarizer.providers.vendors import VENDORS

    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    assert {"local", *VENDORS} - {"ollama"} <= set(extras)


def test_prompts_and_judge_travel_in_the_wheel_from_their_place_in_the_repository() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    assert build["targets"]["wheel"]["force-include"] == {
        "prompts": "summarizer/_prompts",
        "evals": "summarizer/evals",
    }
