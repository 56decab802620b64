"""JUnit: results for a CI server."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from ..judge import Judged
from .names import clean, repeat_of, systems_of

__all__ = ["junit"]


def junit(judged: Sequence[Judged]) -> str:
    """XML for a CI server: a suite for each system, a case for each document and repeat.

    A document that failed is an error, a broken law a failure. What was missed or invented
    is output: how much of it is too much is for the gate to say.
    """
    root = ET.Element("testsuites", name="evals")
    for label, results in systems_of(judged).items():
        suite = ET.SubElement(root, "testsuite", name=label, tests=str(len(results)))
        suite.set("errors", str(sum(each.result.error is not None for each in results)))
        suite.set("failures", str(sum(bool(each.result.broken) for each in results)))
        suite.set("time", f"{sum(each.result.ledger.seconds for each in results):.3f}")
        for each in results:
            _add_case(suite, label, each, repeat_of(each, results))
    ET.indent(root)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return declaration + clean(ET.tostring(root, encoding="unicode")) + "\n"


def _add_case(suite: ET.Element, label: str, judged: Judged, repeat: str) -> None:
    result, found = judged.result, judged.score
    case = ET.SubElement(suite, "testcase", classname=label, name=result.document + repeat)
    case.set("time", f"{result.ledger.seconds:.3f}")
    if result.error is not None:
        ET.SubElement(case, "error", message=result.error).text = result.error
    if result.broken:
        broken = ET.SubElement(case, "failure", message=f"laws broken: {len(result.broken)}")
        broken.text = "\n".join(result.broken)
    lines = [f"missed {item}" for item in found.missed]
    lines += [f"invented {item}" for item in found.invented]
    if lines:
        ET.SubElement(case, "system-out").text = "\n".join(lines)
