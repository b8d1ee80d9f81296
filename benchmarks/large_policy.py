"""How long typing and checking a policy of 6,000 lines takes, in one process after start-up.

Prints three numbers, in seconds: reading the YAML, validating what was read, and running all rules
on it (the medians of several runs).
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import yaml

from policygen.checks.families import check
from policygen.checks.request import CheckRequest
from policygen.config import load_config
from policygen.load import policy_files
from policygen.model.audiences import Audiences
from policygen.model.policy import Policy
from policygen.project import Project
from policygen.source import Source, load_file
from policygen.validation import validate

LINES = 6_000
RUNS = 7
REPEATED = ("channels", "promises", "levels", "definitions", "processes")


def main(project: Path, folder: Path) -> None:
    """Measure on the project's own policy, its entries repeated under further ids."""
    path = folder / "large.yaml"
    path.write_text(enlarged(project), encoding="utf-8")
    started = time.perf_counter()
    source = load_file(path, path.name)
    read = time.perf_counter() - started
    validated = statistics.median(validation(source) for _ in range(RUNS))
    print(read, validated, statistics.median(checking(project, source) for _ in range(RUNS)))


def enlarged(project: Path) -> str:
    """Return the YAML of a policy of at least `LINES` lines."""
    policy: dict[str, dict[str, object]] = {}
    for path, _ in policy_files(project):
        policy |= yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    originals = {part: dict(policy[part]) for part in REPEATED}
    text, number = "", 0
    while text.count("\n") < LINES:
        number += 1
        for part, entries in originals.items():
            policy[part] |= {f"{id_}-{number}": entry for id_, entry in entries.items()}
        text = yaml.dump(policy, Dumper=_Plain, sort_keys=False, width=100)
    return text


class _Plain(yaml.SafeDumper):
    """Writes repeated entries out, because the source language has no anchors."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def validation(source: Source) -> float:
    """Return the seconds that validating a source takes."""
    started = time.perf_counter()
    policy, problems = validate(Policy, source, source.value)
    seconds = time.perf_counter() - started
    if policy is None:
        sys.exit(f"the large policy has {len(problems)} problems")
    return seconds


def checking(root: Path, source: Source) -> float:
    """Return the seconds that all rules take on a source and the project's catalogs."""
    policy, _ = validate(Policy, source, source.value)
    if policy is None:
        sys.exit("the large policy has problems")
    project = Project(
        config=load_config(root),
        policy=policy,
        audiences=Audiences(policy),
        spans=source.spans,
        key_spans=source.key_spans,
        files=source.files,
        problems=(),
    )
    started = time.perf_counter()
    check(project, CheckRequest())
    return time.perf_counter() - started


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
