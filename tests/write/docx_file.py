"""A Word file read by a test: its parts, paragraphs, numbers and properties."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}


def q(name: str) -> str:
    """Return `prefix:name` in the form that lxml takes."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def find(element: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements at a path with the prefixes of `NAMES`."""
    return element.findall(path, NAMES)


def text_of(element: etree._Element) -> str:
    """Return the characters of an element's runs."""
    return "".join(node.text or "" for node in element.iter(q("w:t")))


@dataclass
class Numbers:
    """Counts numbered paragraphs as Word does."""

    root: etree._Element
    counts: dict[str, list[int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def next(self, number_id: str, level: int) -> str:
        """Return what Word shows before the next paragraph of a numbering."""
        number = find(self.root, f"w:num[@w:numId='{number_id}']")[0]
        layout = find(number, "w:abstractNumId")[0].get(q("w:val"), "")
        counts = self.counts.setdefault(layout, [0] * 9)
        override = find(number, f"w:lvlOverride[@w:ilvl='{level}']/w:startOverride")
        if override and (number_id, level) not in self.started:
            counts[level] = int(override[0].get(q("w:val"), "1")) - 1
        self.started.add((number_id, level))
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        path = f"w:abstractNum[@w:abstractNumId='{layout}']/w:lvl[@w:ilvl='{level}']/w:lvlText"
        shown = find(self.root, path)[0].get(q("w:val"), "")
        for index, count in enumerate(counts, start=1):
            shown = shown.replace(f"%{index}", str(count))
        return shown


@dataclass(frozen=True)
class Line:
    """A paragraph: the name of its style, its number or bullet as Word shows it, its text."""

    style: str
    number: str
    text: str
    element: etree._Element

    @property
    def id(self) -> str:
        """The number with the text, for a test to name."""
        return f"{self.number} {self.text}".strip()


class DocxFile:
    """The parts of a Word file."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
            self.infos = archive.infolist()

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part."""
        return etree.fromstring(self.parts[name])

    @cached_property
    def body(self) -> etree._Element:
        """The body of the main part."""
        return find(self.xml("word/document.xml"), "w:body")[0]

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        """The styles by id."""
        root = self.xml("word/styles.xml")
        return {style.get(q("w:styleId"), ""): style for style in find(root, "w:style")}

    def style_name(self, id_: str) -> str:
        """Return the name of a style that is defined."""
        return find(self.styles[id_], "w:name")[0].get(q("w:val"), "")

    @cached_property
    def lines(self) -> list[Line]:
        """Every paragraph of the body, also in tables, in reading order."""
        numbers = Numbers(self.xml("word/numbering.xml"))
        return [self._line(element, numbers) for element in self.body.iter(q("w:p"))]

    def _line(self, element: etree._Element, numbers: Numbers) -> Line:
        style = find(element, "w:pPr/w:pStyle")[0].get(q("w:val"), "")
        numbering = find(element, "w:pPr/w:numPr") or find(self.styles[style], "w:pPr/w:numPr")
        number = ""
        if numbering:
            level, id_ = (child.get(q("w:val"), "") for child in numbering[0])
            number = numbers.next(id_, int(level))
        return Line(self.style_name(style), number, text_of(element), element)

    def line(self, beginning: str) -> Line:
        """Return the one paragraph outside the contents that begins with the given text."""
        found = [
            line
            for line in self.lines
            if line.text.startswith(beginning) and not line.style.startswith("toc")
        ]
        assert len(found) == 1, f"{len(found)} paragraphs begin with {beginning!r}"
        return found[0]

    def relationships(self, part: str) -> dict[str, tuple[str, str, str]]:
        """Return kind, target and mode of each relationship of a part, by id."""
        folder, _, name = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        return {
            link.get("Id", ""): (
                link.get("Type", "").rpartition("/")[2],
                link.get("Target", ""),
                link.get("TargetMode", "Internal"),
            )
            for link in root
        }

    def furniture(self, kind: str, which: str) -> etree._Element:
        """Return a header or footer; kind: "header" or "footer", which: "default" or "first"."""
        reference = find(self.body, f"w:sectPr/w:{kind}Reference[@w:type='{which}']")[0]
        target = self.relationships("word/document.xml")[reference.get(q("r:id"), "")][1]
        return self.xml(f"word/{target}")
