"""Examples: for each rule, a source that it objects to and one that it does not.

They stand in examples/CODE.txt: after a line `=== bad` what the rule finds, after `=== good` what
it does not. A file's name may follow; without one it is the policy. `policygen explain` prints
them, and tests run them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "examples"
POLICY_FILE: Final = "policy/policy.yaml"
_HEADING: Final = re.compile(r"^=== (bad|good)(?: (\S+))?\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """Two sources, each as name of the file -> text: what a rule finds, and what it does not."""

    bad: Mapping[str, str]
    good: Mapping[str, str]


def example(code: str) -> Example:
    """Return the example of a rule. Raises OSError when there is none."""
    text = (FOLDER / f"{code}.txt").read_text(encoding="utf-8")
    _, *parts = _HEADING.split(text)
    sources: dict[str, dict[str, str]] = {"bad": {}, "good": {}}
    for kind, name, content in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        sources[kind][name or POLICY_FILE] = content.strip("\n") + "\n"
    return Example(sources["bad"], sources["good"])
