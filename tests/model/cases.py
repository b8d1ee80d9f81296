"""Cases of short forms in text files: what is typed, and what it gives."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
REFUSED = "!"


def cases(name: str, *, refused: bool) -> list[list[str]]:
    """Return the fields of each line of a file, those that end in a refusal or the others.

    Of a refusal, the last field holds its words without the mark.
    """
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    rows = [[field.strip() for field in line.split(" | ")] for line in lines if line[:1] != "#"]
    return [
        [*row[:-1], row[-1].removeprefix(REFUSED).strip()]
        for row in rows
        if row[-1].startswith(REFUSED) is refused
    ]
