"""Tables of test cases: text files with a case a line."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def rows(name: str) -> list[tuple[str, ...]]:
    """Return the cells of each line of a file, at most three; headings and blank lines left out."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [
        tuple(cell.strip() for cell in line.split("|", 2))
        for line in lines
        if line and not line.startswith("#")
    ]
