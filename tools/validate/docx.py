"""DOCX files: what a screen reader and Word need, read from the XML itself.

Checked: title, headings without gaps, header rows, alternative text, a language on every run,
and links that lead somewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from lxml import etree

from tools.validate.manifest import Entry, Finding

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
TEXT_PARTS: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
HEADING: Final = re.compile(r"heading ([1-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Package:
    """The parsed parts of a DOCX file. texts: every part whose text a reader sees, by name."""

    document: etree._Element
    styles: etree._Element
    core: etree._Element
    texts: dict[str, etree._Element]


def judge(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield every shortcoming of the files' structure."""
    for entry in entries:
        for message in shortcomings(entry.path, entry.language):
            yield Finding(entry.name, "structure", message)


def shortcomings(path: Path, language: str) -> Iterator[str]:
    """Yield what is wrong with one file, whose text should be in `language` (BCP 47)."""
    try:
        package = _read(path)
    except (BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        yield f"is not a readable DOCX file: {error}"
        return
    if not (package.core.findtext(TITLE) or "").strip():
        yield "has no title in its properties"
    yield from _headings(package)
    yield from _tables(package.document)
    yield from _links(package.document)
    for name, part in package.texts.items():
        yield from (f"{name}: {message}" for message in _pictures(part))
        yield from (f"{name}: {message}" for message in _languages(part))
    yield from _main_language(package.document, language)


def text_of(element: etree._Element) -> str:
    """Return the characters of all runs inside an element."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _read(path: Path) -> Package:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with ZipFile(path) as archive:
        parts = {
            name: etree.fromstring(archive.read(name), parser)
            for name in archive.namelist()
            if TEXT_PARTS.fullmatch(name) or name in {"word/styles.xml", "docProps/core.xml"}
        }
    return Package(
        document=parts["word/document.xml"],
        styles=parts.pop("word/styles.xml"),
        core=parts.pop("docProps/core.xml"),
        texts=parts,
    )


def _headings(package: Package) -> Iterator[str]:
    names = {
        style.get(f"{W}styleId"): name.get(f"{W}val")
        for style in package.styles.iter(f"{W}style")
        for name in style.iter(f"{W}name")
    }
    previous = 0
    for paragraph in package.document.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None:
            continue
        name = names.get(style.get(f"{W}val"))
        if name is None:
            yield f"style {style.get(f'{W}val')} is not defined: {text_of(paragraph)[:60]}"
            continue
        if heading := HEADING.fullmatch(name):
            level = int(heading[1])
            if level > previous + 1:
                yield f"heading {level} follows heading {previous}: {text_of(paragraph)[:60]}"
            previous = level
    if not previous:
        yield "has no headings"


def _tables(document: etree._Element) -> Iterator[str]:
    for number, table in enumerate(document.iter(f"{W}tbl"), start=1):
        first = table.find(f"{W}tr")
        mark = None if first is None else first.find(f"{W}trPr/{W}tblHeader")
        if mark is None or _is_off(mark):
            yield f"table {number}: the first row is not marked as header row"


def _is_off(mark: etree._Element) -> bool:
    return mark.get(f"{W}val") in {"0", "false", "off"}


def _links(document: etree._Element) -> Iterator[str]:
    bookmarks = {mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")}
    for link in document.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor and anchor not in bookmarks:
            yield f"a link leads to bookmark {anchor}, which does not exist: {text_of(link)[:60]}"


def _pictures(part: etree._Element) -> Iterator[str]:
    for picture in part.iter(f"{DRAWING}docPr"):
        if not (picture.get("descr") or "").strip():
            yield f"picture {picture.get('name')} has no alternative text"


def _language(run: etree._Element) -> str:
    language = run.find(f"{W}rPr/{W}lang")
    return "" if language is None else language.get(f"{W}val") or ""


def _languages(part: etree._Element) -> Iterator[str]:
    without = [run for run in part.iter(f"{W}r") if not _language(run)]
    if without:
        yield f"{len(without)} runs have no language, the first one: {text_of(without[0])[:60]!r}"


def _main_language(document: etree._Element, expected: str) -> Iterator[str]:
    letters: Counter[str] = Counter()
    for run in document.iter(f"{W}r"):
        letters[_language(run).partition("-")[0]] += len(text_of(run))
    main = letters.most_common(1)[0][0] if letters else ""
    if main != expected.partition("-")[0]:
        yield f"most of the text is marked as {main or 'nothing'}, not as {expected}"
