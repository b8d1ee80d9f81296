"""What has to be rendered: every output is keyed on a hash of exactly what it is made from."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygen.build.engines import versions
from policygen.build.environment import PACKAGE
from policygen.build.formats import FORMATS
from policygen.build.snapshot import sha256_of
from policygen.build.worker import Job

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policygen.build.request import Output
    from policygen.build.select import Target
    from policygen.doc import tree
    from policygen.write.skin import Skin

WRITERS: Final = ("doc", "write")
"""The packages of the program that decide about bytes once there is a tree."""


def plan(
    targets: Iterable[Target],
    documents: Mapping[tuple[str, str], tree.Document],
    skin: Skin,
    *,
    verify: bool,
) -> list[Job]:
    """Return a job for every target, the costliest first, so that all cores end together.

    documents: (document, language) -> tree.
    """
    contents = {pair: repr(document).encode() for pair, document in documents.items()}
    program = repr(sorted(versions().items())) + _program_hash()
    shared = {format_: _shared_key(format_, skin, program) for format_ in FORMATS}
    jobs = []
    for target in targets:
        pair = (target.document, target.language)
        key = hashlib.sha256(shared[target.format] + contents[pair]).hexdigest()
        jobs.append(Job(target, documents[pair], skin, key, verify))

    def cost(job: Job) -> int:
        pair = (job.target.document, job.target.language)
        return FORMATS[job.target.format].weight * len(contents[pair])

    return sorted(jobs, key=cost, reverse=True)


def unchanged(job: Job, known: Mapping[str, Output]) -> bool:
    """Return whether the job's file is in place as it would be made again.

    known: path -> output of an earlier build that still has its bytes.
    """
    before = known.get(job.target.path)
    return before is not None and before.key == job.key and (before.verified or not job.verify)


def _shared_key(format_: str, skin: Skin, program: str) -> bytes:
    """Return a hash of what all documents of a format depend on."""
    parts = [format_, program]
    parts += [
        _fonts_hash(skin) if name == "fonts" else repr(getattr(skin, name))
        for name in FORMATS[format_].skin
    ]
    return hashlib.sha256("\n".join(parts).encode()).digest()


def _fonts_hash(skin: Skin) -> str:
    """Hash the fonts by content: where they are installed does not matter."""
    return repr([(f.family, f.weight, f.style, sha256_of(Path(f.path))) for f in skin.fonts])


def _program_hash() -> str:
    files = [path for name in WRITERS for path in sorted((PACKAGE / name).rglob("*.py"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
