"""The manifest of a build: which files there must be."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
LANDING_PAGE = "index.html"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a build. name: its path below the output folder, with `/`; path: where it is.
    language: BCP 47 tag, "" for a file that belongs to no language."""

    name: str
    path: Path
    language: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One objection. file: path below the output folder; judge: who says so; message: why."""

    file: str
    judge: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.judge}: {self.message}"


def read_all(output: Path) -> tuple[list[Entry], list[Finding]]:
    """Return the same as `read` for a build and for the builds of its overlays, which have folders
    and manifests of their own below it."""
    entries: list[Entry] = []
    findings: list[Finding] = []
    for folder in (output, *_overlays(output)):
        prefix = "" if folder == output else f"{folder.name}/"
        found, objections = read(folder)
        entries += [replace(entry, name=prefix + entry.name) for entry in found]
        findings += [replace(finding, file=prefix + finding.file) for finding in objections]
    return entries, findings


def _overlays(output: Path) -> list[Path]:
    return sorted(path.parent for path in output.glob(f"*/{MANIFEST}"))


def read(output: Path) -> tuple[list[Entry], list[Finding]]:
    """Return the files that a build's manifest lists, and where manifest and folder disagree.

    Only files that exist are returned, with the landing page, which is no document and so not
    listed but judged like one. A folder without a manifest, or with one that lists
    nothing, is a finding: an empty build must never pass for a good one.
    """
    manifest = output / MANIFEST
    try:
        records: list[dict[str, Any]] = json.loads(manifest.read_bytes())["files"]
        entries = [_entry(output, record) for record in records]
    except (OSError, ValueError, LookupError, TypeError) as error:
        return [], [Finding(MANIFEST, "manifest", f"cannot be read: {error}")]
    if not records:
        return [], [Finding(MANIFEST, "manifest", "lists no file")]
    findings = [
        *_disagreements(output, records),
        *_unlisted(output, {entry.name for entry in entries}),
    ]
    entries.append(Entry(LANDING_PAGE, output / LANDING_PAGE, ""))
    if not entries[-1].path.is_file():
        findings.append(Finding(LANDING_PAGE, "manifest", "there is no landing page"))
    return [entry for entry in entries if entry.path.is_file()], findings


def _entry(output: Path, record: dict[str, Any]) -> Entry:
    return Entry(record["path"], output / record["path"], record.get("language") or "")


def _disagreements(output: Path, records: list[dict[str, Any]]) -> Iterator[Finding]:
    for record in records:
        path = output / record["path"]
        if not path.is_file():
            yield Finding(record["path"], "manifest", "is listed but does not exist")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != record["sha256"]:
            yield Finding(record["path"], "manifest", "differs from the file that was built")


def _unlisted(output: Path, listed: set[str]) -> Iterator[Finding]:
    overlays = _overlays(output)
    for path in sorted(output.rglob("*")):
        name = path.relative_to(output).as_posix()
        if any(path.is_relative_to(folder) for folder in overlays):
            continue
        if path.is_file() and name not in listed | {MANIFEST, LANDING_PAGE}:
            yield Finding(name, "manifest", "is in the folder but not listed")
