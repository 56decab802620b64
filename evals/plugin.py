"""A pytest plugin: a project gates its own labelled documents in its own tests.

pytest_plugins = ["summarizer.evals.plugin"]  # in conftest.py; `evals.plugin` in a checkout

@pytest.mark.briefs("my_seeds", floors={"quotes.f1": 0.9})
def test_our_briefs(briefs):
    briefs.check()
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarizer.settings import Settings, load_settings

from .cases import load_cases
from .figures import Estimate, Shares, estimate, figure_named
from .judge import Judged, by_document, exhibit, judge
from .results import Result
from .run import result_of
from .systems import SYSTEMS

__all__ = ["Briefs", "briefs", "pytest_configure"]


@dataclass(frozen=True)
class Briefs:
    """Briefs of labelled documents, judged."""

    judged: list[Judged]
    floors: Mapping[str, float]

    def figure(self, name: str) -> Estimate:
        """A figure by its name, such as `attribution.f1`; raises `KeyError` for another."""
        return estimate(figure_named(name), list(self._shares.values()))

    def check(self) -> None:
        """Fail the test if a law of a brief is broken, a document failed or a floor is missed."""
        wrong = [f"{j.result.document}: {law}" for j in self.judged for law in j.result.broken]
        wrong += [f"{j.result.document}: {j.result.error}" for j in self.judged if j.result.error]
        for name, wanted in self.floors.items():
            value = self.figure(name).value
            if not figure_named(name).reaches(value, wanted):
                wrong.append(f"{name} is {value}, its floor {wanted}")
        if wrong:
            pytest.fail("\n".join(wrong), pytrace=False)

    @property
    def _shares(self) -> dict[str, Shares]:
        return by_document(self.judged)


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line(
        "markers",
        "briefs(folder, floors={}, model=None): brief the labelled documents of a folder and judge "
        "them; the fixture `briefs` has the figures",
    )


@pytest.fixture
def briefs(request: pytest.FixtureRequest) -> Briefs:
    """What the marker `briefs` asks for."""
    marker = request.node.get_closest_marker("briefs")
    if marker is None or not marker.args:
        pytest.fail("the fixture needs @pytest.mark.briefs(folder)", pytrace=False)
    folder = request.config.rootpath / str(marker.args[0])
    settings = load_settings(None, model=marker.kwargs.get("model"))
    exhibits = [exhibit(case, folder) for case in load_cases(folder)]
    results = list(_results(folder, [each.name for each in exhibits], settings))
    return Briefs(judge(results, exhibits), marker.kwargs.get("floors", {}))


def _results(folder: Path, names: list[str], settings: Settings) -> Iterator[Result]:
    from summarizer.document import Document

    system = SYSTEMS["ours"](settings)
    try:
        for name in names:
            document = Document.from_path(folder / f"{name}.txt")
            yield result_of(system, name, document)
    finally:
        system.close()
