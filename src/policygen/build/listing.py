"""Step “manifest”: the landing page and the manifest, from the files that are in place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygen.build.atomic import replace_files
from policygen.build.landing import landing_page
from policygen.build.manifest import INDEX, MANIFEST, manifest
from policygen.build.snapshot import sha256_of, stamp
from policygen.errors import PolicygenError, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from policygen.build.request import Output, Stamp
    from policygen.project import Project
    from policygen.write.skin import Skin


@dataclass(frozen=True, slots=True)
class Listing:
    """The index and the manifest. stamps: name -> stamp, of those in place."""

    stamps: Mapping[str, Stamp]
    problems: tuple[Problem, ...] = ()


def write_listing(
    folder: Path, outputs: Collection[Output], project: Project, skin: Skin
) -> Listing:
    """Write what is not yet as it should be: the index first, the manifest last."""
    try:
        pages = {INDEX: landing_page(outputs, project, skin), MANIFEST: manifest(outputs)}
        replace_files(
            folder,
            {
                name: data
                for name, data in pages.items()
                if sha256_of(folder / name) != hashlib.sha256(data).hexdigest()
            },
        )
    except PolicygenError as error:
        return Listing({}, error.problems)
    stamps = {name: found for name in pages if (found := stamp(folder / name)) is not None}
    return Listing(stamps)
