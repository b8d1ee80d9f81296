"""Each point of the checklist: what is typed, what it means, what the four languages say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.points.point import HERE, Point, read_yaml
from tests.sample import ROOT

CASES = sorted((HERE / "cases").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_point_reads_as_recorded(
    case: Path, tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    if tested := read_yaml(case).get("tested"):
        assert (ROOT / tested).is_file()
        return
    record = "\n".join(Point(case, tmp_path).record())
    golden(HERE / "golden" / f"{case.stem}.txt", record + "\n")


def test_no_point_is_left_out() -> None:
    assert [int(case.stem[:2]) for case in CASES] == list(range(1, 55))
