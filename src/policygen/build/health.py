"""What a machine and a project need for building, and what is missing."""

from __future__ import annotations

import platform
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.pofile import PoFileError, read_po

from policygen.build.engines import DISTRIBUTIONS, has_subsetter, library_version, pango_version
from policygen.config import SETTINGS_FILE, load_config
from policygen.errors import PolicygenError
from policygen.i18n.catalogs import POLICY, WORDING, WORDING_LANGUAGE
from policygen.resources import catalog, fonts, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

_OLDEST_PYTHON: Final = (3, 11)

_INSTALL: Final = {
    "apt-get": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 "
    "poppler-utils",
    "dnf": "sudo dnf install pango harfbuzz poppler-utils",
    "brew": "brew install pango poppler",
}
"""Package manager -> the command that installs every system library and program."""
_UNKNOWN_SYSTEM: Final = "install Pango, HarfBuzz and Poppler with your system's package manager"
_REINSTALL: Final = "python -m pip install --upgrade policygen"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    state: what was found. remedy: "" when all is well, else what mends it: a command or a word.
    needed: whether nothing can be built without it.
    """

    name: str
    state: str
    remedy: str = ""
    needed: bool = True


def examine(root: Path) -> Iterator[Finding]:
    """Yield what the machine has, and how complete the catalogs of the project in `root` are.

    Outside a project, the catalogs that ship with the program are looked at.
    """
    yield _python()
    yield from _system_libraries()
    yield _fonts()
    yield from map(_library, DISTRIBUTIONS)
    yield from _catalogs(root)


def _python() -> Finding:
    wanted = ".".join(map(str, _OLDEST_PYTHON))
    remedy = "" if sys.version_info >= _OLDEST_PYTHON else f"install Python {wanted} or newer"
    return Finding("Python", platform.python_version(), remedy)


def _system_libraries() -> Iterator[Finding]:
    install = _install_command()
    pango = pango_version()
    yield Finding("Pango", pango or "missing", "" if pango else install)
    subsetter = has_subsetter()
    yield Finding(
        "HarfBuzz subsetter", _found(subsetter), "" if subsetter else install, needed=False
    )
    poppler = shutil.which("pdftotext") is not None and shutil.which("pdfinfo") is not None
    yield Finding(
        "Poppler (for --verify)", _found(poppler), "" if poppler else install, needed=False
    )


def _install_command() -> str:
    for manager, command in _INSTALL.items():
        if shutil.which(manager):
            return command
    return _UNKNOWN_SYSTEM


def _found(there: bool) -> str:  # noqa: FBT001 - the only argument
    return "found" if there else "missing"


def _fonts() -> Finding:
    missing = [face for face in fonts() if not Path(face.path).is_file()]
    family = fonts()[0].family
    if missing:
        return Finding(family, f"{len(missing)} of {len(fonts())} faces missing", _REINSTALL)
    return Finding(family, f"{len(fonts())} faces")


def _library(name: str) -> Finding:
    found = library_version(name)
    return Finding(name, found or "missing", "" if found else _REINSTALL)


def _catalogs(root: Path) -> Iterator[Finding]:
    if not (root / SETTINGS_FILE).is_file():
        folders = sorted((shipped() / "locales").glob("*/LC_MESSAGES"))
        languages = [folder.parent.name.replace("_", "-") for folder in folders]
        domains = {WORDING: WORDING_LANGUAGE}
    else:
        try:
            config = load_config(root)
        except PolicygenError:
            yield Finding(SETTINGS_FILE, "cannot be used", "policygen check")
            return
        languages = list(config.languages)
        domains = {WORDING: WORDING_LANGUAGE, POLICY: config.source_language}
    for language in languages:
        for domain, source_language in domains.items():
            if language != source_language:
                yield _catalog(root, language, domain)


def _catalog(root: Path, language: str, domain: str) -> Finding:
    path, name = catalog(root, language, domain)
    label = f"Catalog {language}, {domain}"
    try:
        with path.open("rb") as file:
            messages = [message for message in read_po(file, abort_invalid=True) if message.id]
    except FileNotFoundError:
        return Finding(label, "missing", f"make {name}", needed=False)
    except (OSError, PoFileError, ValueError):
        return Finding(label, "cannot be read", f"mend {name}", needed=False)
    done = sum(bool(message.string) and not message.fuzzy for message in messages)
    state = f"{done} of {len(messages)} translated"
    remedy = "" if done == len(messages) else f"translate the rest of {name}"
    return Finding(label, state, remedy, needed=False)
