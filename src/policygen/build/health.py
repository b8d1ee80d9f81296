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
from policygen.errors import PolicygenError, tell
from policygen.i18n.catalogs import POLICY, WORDING, WORDING_LANGUAGE, catalog_tags
from policygen.i18n.locales import fallbacks, same_language
from policygen.resources import catalog, every_font, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OLDEST_PYTHON: Final = (3, 11)

_INSTALL: Final = {
    "apt-get": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 "
    "poppler-utils",
    "dnf": "sudo dnf install pango harfbuzz poppler-utils",
    "brew": "brew install pango poppler",
}
"""Package manager -> the command that installs every system library and program."""
_UNKNOWN_SYSTEM: Final = tell(
    "install Pango, HarfBuzz and Poppler with your system's package manager"
)
_MISSING: Final = tell("missing")
_FONTS: Final = tell("Fonts")
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
    remedy = (
        ""
        if sys.version_info >= _OLDEST_PYTHON
        else tell("install Python {wanted} or newer", wanted=wanted)
    )
    return Finding("Python", platform.python_version(), remedy)


def _system_libraries() -> Iterator[Finding]:
    install = _install_command()
    pango = pango_version()
    yield Finding("Pango", pango or _MISSING, "" if pango else install)
    subsetter = has_subsetter()
    yield Finding(
        tell("HarfBuzz subsetter"), _found(subsetter), "" if subsetter else install, needed=False
    )
    poppler = shutil.which("pdftotext") is not None and shutil.which("pdfinfo") is not None
    yield Finding(
        tell("Poppler (for --verify)"), _found(poppler), "" if poppler else install, needed=False
    )


def _install_command() -> str:
    for manager, command in _INSTALL.items():
        if shutil.which(manager):
            return command
    return _UNKNOWN_SYSTEM


def _found(there: bool) -> str:  # noqa: FBT001 - the only argument
    return tell("found") if there else _MISSING


def _fonts() -> Finding:
    faces = every_font()
    missing = [face for face in faces if not Path(face.path).is_file()]
    if missing:
        return Finding(
            _FONTS,
            tell("{number} of {all} faces missing", number=len(missing), all=len(faces)),
            _REINSTALL,
        )
    return Finding(_FONTS, tell("{number} families", number=len({face.family for face in faces})))


def _library(name: str) -> Finding:
    found = library_version(name)
    return Finding(name, found or _MISSING, "" if found else _REINSTALL)


def _catalogs(root: Path) -> Iterator[Finding]:
    if not (root / SETTINGS_FILE).is_file():
        folders = sorted((shipped() / "locales").glob("*/LC_MESSAGES"))
        languages = [folder.parent.name.replace("_", "-") for folder in folders]
        domains = {WORDING: WORDING_LANGUAGE}
    else:
        try:
            config = load_config(root)
        except PolicygenError:
            yield Finding(SETTINGS_FILE, tell("cannot be used"), "policygen check")
            return
        languages = list(config.languages)
        domains = {WORDING: WORDING_LANGUAGE, POLICY: config.source_language}
    for language in languages:
        for domain, source_language in domains.items():
            yield from _words(root, language, domain, source_language)


def _words(root: Path, language: str, domain: str, source_language: str) -> Iterator[Finding]:
    """Yield how much the catalogs of a locale and its parents have words for.

    A locale of the source's own language needs no catalog; one that is there is counted.
    """
    label = tell("Catalog {language}, {domain}", language=language, domain=domain)
    own = same_language(language, source_language)
    files = {tag: catalog(root, tag, domain) for tag in catalog_tags(language, source_language)}
    there = {tag: file for tag, file in files.items() if file[0].is_file()}
    if not there:
        if not own:
            _, name = catalog(root, fallbacks(language)[-1], domain)
            yield Finding(label, _MISSING, tell("make {file}", file=name), needed=False)
        return
    known, done = set(), set()
    for path, name in there.values():
        try:
            messages = _messages(path)
        except (OSError, PoFileError, ValueError):
            yield Finding(
                label,
                tell("{file} cannot be read", file=name),
                tell("mend {file}", file=name),
                needed=False,
            )
            return
        known |= set(messages)
        done |= {message for message, usable in messages.items() if usable}
    state = tell("{number} of {all} translated", number=len(done), all=len(known))
    if own:
        state = tell("{number} of its own", number=len(done))
    if list(there) != [language]:
        state = tell("{state} ({languages})", state=state, languages=", ".join(there))
    remedy = "" if done == known else tell("translate the rest of {file}", file=name)
    yield Finding(label, state, remedy, needed=False)


def _messages(path: Path) -> dict[tuple[str | None, object], bool]:
    """Return for each message of a catalog whether it has a translation that can be used."""
    with path.open("rb") as file:
        messages = [message for message in read_po(file, abort_invalid=True) if message.id]
    return {
        (message.context, message.id): _has_words(message.string) and not message.fuzzy
        for message in messages
    }


def _has_words(string: str | Sequence[str] | None) -> bool:
    """Whether there is a translation, in every plural form."""
    return bool(string) and all(string or ())
