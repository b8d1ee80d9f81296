"""Runs: the inline nodes of the tree as formatted text, links, bookmarks and fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from policygen.doc import tree
from policygen.doc.clauses import inline_text
from policygen.write.ooxml import controls, styles
from policygen.write.ooxml.markup import XML, R, clean, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml import etree

BOOKMARK_PREFIX: Final = "clause_"
_PLAIN_ID: Final = re.compile(r"[a-z0-9_]{1,33}")
_WORD_TAGS: Final = {"en": "en-US", "es": "es-ES", "fr": "fr-FR", "de": "de-DE"}


def word_tag(lang: str) -> str:
    """Return the language tag as Word knows it: a bare language gets its main country."""
    return _WORD_TAGS.get(lang, lang)


def bookmark_name(id_: str) -> str:
    """Return the bookmark name of an id: legal in Word, at most 40 characters, and its own.

    Word takes letters, digits and `_` only and does not tell capitals from small letters, so an
    id with anything else, or a long one, is told apart by a digest.
    """
    if _PLAIN_ID.fullmatch(id_):
        return BOOKMARK_PREFIX + id_
    digest = sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    slug = re.sub(r"[^a-z0-9]+", "_", id_.lower())[:24]
    return f"{BOOKMARK_PREFIX}{slug}_{digest}"


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text is formatted.

    lang: Word's language tag. style: id of a character style, or "". bold, italic: beyond what
    the style says. linked: inside a link, so that a nested one is its words only.
    """

    lang: str
    style: str = ""
    bold: bool = False
    italic: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Inlines:
    """Writes inline nodes.

    style_id: name of a style -> its id. relate: address -> id of the relationship that holds it.
    number: a number that nothing else in the document has.
    """

    style_id: Callable[[str], str]
    relate: Callable[[str], str]
    number: Callable[[], int]

    def runs(
        self, nodes: Iterable[tree.Inline], look: Look, *, bold: bool = False
    ) -> Iterator[etree._Element]:
        """Yield the runs and links of inline nodes.

        bold: the paragraph's style is bold already, so that nothing more can be made bold.
        """
        for node in nodes:
            match node:
                case tree.Text(value):
                    yield self.run(look, text(value))
                case tree.LineBreak():
                    yield self.line_break(look)
                case tree.Strong(children):
                    yield from self.runs(children, replace(look, bold=not bold), bold=bold)
                case tree.Emphasis(children):
                    yield from self.runs(children, replace(look, italic=True), bold=bold)
                case tree.Span(role="gap"):
                    yield self._gap(node, look)
                case tree.Span():
                    within = self._within(look, node, bold=bold)
                    yield from self.runs(node.children, within, bold=bold)
                case tree.Link() | tree.Reference() if look.linked:
                    yield from self.runs(node.children, look, bold=bold)
                case tree.Link():
                    yield self._link(node, look, bold=bold)
                case tree.Reference():
                    yield self._reference(node, look, bold=bold)

    def _gap(self, span: tree.Span, look: Look) -> etree._Element:
        """Return the control of a gap in a letter, which shows what to put there."""
        words = inline_text(span.children)
        shown = list(self.runs(span.children, self._within(look, span, bold=False)))
        gap = controls.Control(self.number(), controls.GAP, words)
        return gap.text("line", shown, look.lang)

    def _within(self, look: Look, span: tree.Span, *, bold: bool) -> Look:
        """Return the look inside a span; that of an untranslated stretch outlasts any other."""
        name = styles.ROLES[span.role]
        style = self.style_id(name) if name else look.style
        untranslated = look.style == self.style_id(styles.UNTRANSLATED)
        if untranslated or (bold and name in styles.BOLD_CHARACTERS):
            style = look.style
        return replace(look, style=style, lang=word_tag(span.lang) if span.lang else look.lang)

    def _link(self, link: tree.Link, look: Look, *, bold: bool) -> etree._Element:
        look = replace(look, style=look.style or self.style_id(styles.LINK), linked=True)
        element = w("hyperlink", *self.runs(link.children, look, bold=bold), history=1)
        element.set(f"{{{R}}}id", self.relate(clean(link.href)))
        return element

    def _reference(self, node: tree.Reference, look: Look, *, bold: bool) -> etree._Element:
        look = replace(look, style=look.style or self.style_id(styles.REFERENCE), linked=True)
        runs = self.runs(node.children, look, bold=bold)
        return w("hyperlink", *runs, anchor=bookmark_name(node.target), history=1)

    def run(self, look: Look, *content: etree._Element) -> etree._Element:
        """Return a run. Bold and italic are the styles Strong and Emphasis where those suffice."""
        style, bold, italic = look.style, look.bold, look.italic
        if not style and bold:
            style, bold = self.style_id(styles.STRONG), False
        elif not style and italic:
            style, italic = self.style_id(styles.EMPHASIS), False
        properties = w(
            "rPr",
            w("rStyle", val=style) if style else None,
            w("b") if bold else None,
            w("i") if italic else None,
            w("lang", val=look.lang),
        )
        return w("r", properties, *content)

    def words(self, value: str, look: Look) -> etree._Element:
        """Return a run of plain words."""
        return self.run(look, text(value))

    def tab(self, look: Look) -> etree._Element:
        """Return a run that goes to the next tab stop."""
        return self.run(look, w("tab"))

    def line_break(self, look: Look) -> etree._Element:
        """Return a run that starts a new line."""
        return self.run(look, w("br"))

    def field(self, code: str, look: Look, shown: str) -> list[etree._Element]:
        """Return the runs of a field and what it shows until it is computed."""
        result = [self.words(shown, look)] if shown else []
        return [*self.field_start(code, look), *result, self.field_end(look)]

    def field_start(self, code: str, look: Look) -> list[etree._Element]:
        """Return the runs that open a field, up to its result."""
        instruction = w("instrText")
        instruction.text = f" {code} "
        instruction.set(f"{{{XML}}}space", "preserve")
        return [
            self.run(look, w("fldChar", fldCharType="begin")),
            self.run(look, instruction),
            self.run(look, w("fldChar", fldCharType="separate")),
        ]

    def field_end(self, look: Look) -> etree._Element:
        """Return the run that closes a field."""
        return self.run(look, w("fldChar", fldCharType="end"))


def text(value: str) -> etree._Element:
    """Return the characters of a run, with their spaces kept."""
    element = w("t")
    element.text = clean(value)
    element.set(f"{{{XML}}}space", "preserve")
    return element


def bookmark(number: int, name: str) -> tuple[etree._Element, etree._Element]:
    """Return start and end of a bookmark. number: unique in the document."""
    return w("bookmarkStart", id=number, name=name), w("bookmarkEnd", id=number)
