"""`manifest.json`: what lies in the output folder, for programs and for proof."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from policygen.build.request import Output

MANIFEST: Final = "manifest.json"
INDEX: Final = "index.html"

FIELDS: Final = ("path", "bytes", "sha256", "document", "language", "format", "version", "draft")
_OWN_PATH: Final = re.compile(r"[A-Za-z0-9_-]+/[A-Za-z0-9_-]+(?:\.[a-z]+)+")


def manifest(outputs: Iterable[Output]) -> bytes:
    """Return the content of `manifest.json`, sorted by path and the same for the same files."""
    entries = sorted(outputs, key=lambda output: output.path)
    data = {"files": [{field: getattr(entry, field) for field in FIELDS} for entry in entries]}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def listed(folder: Path) -> dict[str, str] | None:
    """Return path -> SHA-256 as the manifest in a folder says, or None when it has none of ours.

    Only paths that policygen itself could have written are taken over.
    """
    try:
        data = json.loads((folder / MANIFEST).read_bytes())
        entries = [(str(file["path"]), str(file["sha256"])) for file in data["files"]]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return {path: sha256 for path, sha256 in entries if _OWN_PATH.fullmatch(path)}
