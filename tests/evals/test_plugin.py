"""The pytest plugin, in the suite of another project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from seeds_of_tarn import plant

ROOT = Path(__file__).parents[2]

SUITE = """
import pytest

@pytest.mark.briefs("seeds", model="scripted/answers.json", floors={floors})
def test_our_briefs(briefs):
    briefs.check()
    assert briefs.figure("quotes.f1").value == 1.0
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    seeds = plant(tmp_path)
    for suffix in (".txt", ".yaml"):
        (seeds / "rain").with_suffix(suffix).unlink()
    (tmp_path / "conftest.py").write_text('pytest_plugins = ["evals.plugin"]\n', "utf-8")
    return tmp_path


def suite(project: Path, floors: dict[str, float]) -> subprocess.CompletedProcess[str]:
    (project / "test_briefs.py").write_text(SUITE.format(floors=floors), "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--strict-markers", "-p", "no:cacheprovider"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SUMMARIZER_CACHE_DIR": str(project / "c")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_three_lines_gate_the_labelled_documents_of_another_project(project: Path) -> None:
    done = suite(project, {"quotes.f1": 0.7, "omission.must": 0.5})
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout


def test_a_missed_floor_fails_with_figure_and_value(project: Path) -> None:
    done = suite(project, {"quotes.f1": 1.1})
    assert done.returncode == 1
    assert "quotes.f1 is 1.0, its floor 1.1" in done.stdout


def test_a_fixture_without_a_marker_says_what_it_needs(project: Path) -> None:
    (project / "test_other.py").write_text("def test_it(briefs):\n    pass\n", "utf-8")
    done = suite(project, {})
    assert "the fixture needs @pytest.mark.briefs(folder)" in done.stdout
