"""What README and GUIDE promise about the judge."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evals.bench import SETS
from evals.cases import load_case, sha256_of
from evals.cli import app
from evals.figures import FIGURES

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "evals/README.md", "evals/RESULTS.md", "seeds/GUIDE.md", "CONTRIBUTING.md")
LINE = re.compile(r"python -m evals ([^`#\n]+)")


def commands() -> list[str]:
    texts = ((ROOT / page).read_text("utf-8").replace("\\\n", " ") for page in PAGES)
    return sorted({found.strip() for text in texts for found in LINE.findall(text)})


@pytest.mark.parametrize("line", commands())
def test_every_command_on_a_page_is_known_with_its_options(line: str) -> None:
    command, *words = shlex.split(line)
    done = CliRunner().invoke(app, [command, "--help"])
    assert done.exit_code == 0, line
    for word in words:
        if word.startswith("-"):
            assert word.partition("=")[0] in done.output


def test_the_file_in_the_guide_is_one_that_loads(tmp_path: Path) -> None:
    text = (
        "Mayor Ada Lind spoke in Tarn. “We will stay,” Lind said. “We are home. We will not sell.” "
        "Corvane offered 18 million. A man called it “absurd”, another “absurd” too."
    )
    guide = (ROOT / "seeds" / "GUIDE.md").read_text("utf-8")
    [block] = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    (tmp_path / "x.txt").write_text(text, "utf-8")
    (tmp_path / "x.yaml").write_text(block.replace("0c71…", sha256_of(text)), "utf-8")
    case = load_case(tmp_path / "x.yaml")
    assert [len(section) for section in (case.quotes, case.positions, case.claims)] == [2, 1, 1]


def test_the_page_of_the_judge_names_every_public_set_and_exit_code() -> None:
    page = (ROOT / "evals" / "README.md").read_text("utf-8")
    named = re.findall(r"^\| ((?:`\w+`[^|]*?)+) \|", page, re.MULTILINE)
    assert set(SETS) <= {name for cell in named for name in re.findall(r"`(\w+)`", cell)}
    assert set(re.findall(r"^\| (\d+) \|", page, re.MULTILINE)) == {"0", "1", "2", "3", "130"}


def test_the_floors_of_the_makefile_are_figures() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    floors = re.findall(r"--floor ([\w.]+)=", makefile)
    assert floors
    assert set(floors) <= {figure.name for figure in FIGURES}


def test_there_are_at_least_24_labelled_documents_and_6_second_labellings() -> None:
    seeds = ROOT / "seeds"
    assert len(list(seeds.glob("*.txt"))) >= 24
    assert len(list(seeds.glob("*.second.yaml"))) >= 6
    assert max(len(path.read_text("utf-8")) for path in seeds.glob("*.txt")) >= 30_000
