"""The sample company as test material: copies of the repository's own project, changed."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
Edits = Mapping[str, tuple[tuple[str, str], ...]]


def copy_sample(folder: Path, edits: Edits | None = None) -> Path:
    """Copy the sample project into a folder and replace text in its files.

    edits: for each file, pairs of old and new text; each old text must be there, so that a test
    cannot silently change nothing.
    """
    for name in ("policy", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "policygen.yaml", folder / "policygen.yaml")
    for name, pairs in (edits or {}).items():
        path = folder / name
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text, f"{name} no longer contains {old!r}"
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
    return folder
