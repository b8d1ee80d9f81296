"""The document tree: THE representation that every format is written from.

A template's XHTML subset is read into these nodes (`doc.read`), small functions transform them
(`doc.transforms`), and each writer turns them into bytes (`write`). All nodes are frozen and
comparable. `clause` on a node is the dotted path of the source field that owns it
(`channels.phone.reply`), or "" for fixed wording.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from policygen.doc.look import USUAL
from policygen.doc.look import Asset as Asset  # noqa: PLC0414 - is a part of the tree
from policygen.doc.look import Theme as Theme  # noqa: PLC0414 - as above

# ---------------------------------------------------------------- inline nodes


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as the reader sees them; white space is already collapsed."""

    value: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Importance (bold)."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress (italic)."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch with a source owner, another language, or a role.

    lang: BCP 47 tag where it differs from the surrounding text, else "".
    role: "" | "untranslated" (source language shown for want of a translation)
        | "mark" (the visible note that follows an untranslated stretch)
        | "fact" (a figure the reader looks for; shown bold in customer documents)
        | "blank" (what is yet to be filled in)
        | "gap" (in a letter: what to put in for each case; a content control in Word)
        | "label" (the small heading word of a fact or call-out) | "muted".
    """

    children: tuple[Inline, ...]
    lang: str = ""
    role: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the outside: `mailto:`, `tel:` or `https:`."""

    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to another clause of this document; `target` is the id of a section, row or item."""

    target: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced line break inside a paragraph or cell."""


Inline: TypeAlias = Text | Strong | Emphasis | Span | Link | Reference | LineBreak

# ----------------------------------------------------------------- block nodes


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. kind: "" | "lead" (opening statement, larger) | "note" (small print)."""

    children: tuple[Inline, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list. `id` is "" or an anchor."""

    children: tuple[Block, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list. kind: "bullet" | "ordered" | "always" (tick) | "never" (cross) | "timeline"
    (numbered steps joined by a line: a complaint's way, an escalation path)."""

    items: tuple[Item, ...]
    kind: str = "bullet"


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a definition list: the term and what it means."""

    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """A definition list. kind: "glossary" | "facts" (label and value pairs, two columns)."""

    entries: tuple[Term, ...]
    kind: str = "glossary"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. header: "" | "col" | "row" (the scope of a header cell)."""

    children: tuple[Inline, ...]
    header: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. `id` is "" or an anchor."""

    cells: tuple[Cell, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with exactly one header row.

    caption: shown above the table and used as its alternative text; never empty.
    widths: one percentage a column, adding up to 100.
    kind: "" | "quiet" (document control: small, set back).
    """

    caption: tuple[Inline, ...]
    widths: tuple[int, ...]
    header: Row
    rows: tuple[Row, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """A block set apart by a bar and a word. kind: "important" | "note"."""

    label: tuple[Inline, ...]
    children: tuple[Block, ...]
    kind: str = "note"


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a group: a title and blocks (usually `Terms` of kind "facts")."""

    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """A group of cards, side by side where there is room."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture. asset: the name of an `Asset` of the document; alt: what it says, never empty."""

    asset: str
    alt: str
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """What leads from one part of a diagram to another. target: the part's id. label: its words,
    or ""."""

    target: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a weekday on which a channel is open. day: 0 for Monday. start, end: minutes
    since midnight."""

    day: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a diagram: a box, a stop on a way, a row of opening hours.

    title: short. details: further lines. arrows: where it leads. outside: whether it lies outside
    the company. bars: in a diagram of hours, when it is open.
    """

    id: str
    title: str
    details: tuple[str, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    outside: bool = False
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagram:
    """A figure that the program draws from data; the document says the same in words beside it.

    kind: "path" (who hands over to whom) | "timeline" (stops with their times, in order) | "flow"
    (steps of a process, in order) | "hours" (opening hours over a week) | "pyramid" (levels, the
    broadest first) | "chart" (who reports to whom: arrows lead upwards).
    alt: what it says, never empty. legend: the words for things that only some kinds show: for
    "hours" the seven short names of the weekdays, Monday first.
    """

    kind: str
    caption: tuple[Inline, ...]
    alt: str
    parts: tuple[Part, ...]
    legend: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in on a form.

    id: its name, unique in the document. kind: "line" | "lines" (several lines) | "date" | "tick".
    help: what to write, in small print.
    """

    id: str
    label: tuple[Inline, ...]
    kind: str = "line"
    help: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Things to tick under one question; `options` are of kind "tick". one: only one of them."""

    id: str
    label: tuple[Inline, ...]
    options: tuple[Field, ...]
    one: bool = False


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents list. level: 1 for top-level sections, 2 for their children."""

    target: str
    number: str
    title: tuple[Inline, ...]
    level: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list; a transform fills `entries`."""

    entries: tuple[ContentsEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A clause: heading, number, content and sub-clauses.

    id: the anchor, stable and language-neutral; unique in the document.
    number: "4.2", filled by the numbering transform, or "" when not numbered.
    level: 1 for a top-level section (heading level in HTML is level + 1, in Word "heading N").
    """

    id: str
    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    numbered: bool = False
    number: str = ""
    level: int = 1
    clause: str = ""


Block: TypeAlias = (
    Paragraph
    | ItemList
    | Terms
    | Table
    | Callout
    | Cards
    | Figure
    | Diagram
    | Field
    | Choice
    | Contents
    | Section
)

# -------------------------------------------------------------------- document


@dataclass(frozen=True, slots=True)
class Labels:
    """Words that writers need, in the document's language (already translated).

    page_of: three parts around the page number and the page count: ("Page ", " of ", "").
    fill_in: what an empty field of a form shows in Word.
    """

    contents: str
    page_of: tuple[str, str, str]
    version: str
    draft: str
    skip_to_content: str
    important: str
    note: str
    fill_in: str = ""


@dataclass(frozen=True, slots=True)
class CoverLine:
    """A label and a value on the cover: version, date, status, classification."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands before the first clause.

    layout: "page" (a cover page of its own) | "masthead" (a title block above the text)
        | "poster" (a single page in large type) | "card" (one sheet with two sides in small type)
        | "letter" (a letterhead: the company, no title block).
    audience: for whom the document is, a phrase. logo: name of an `Asset`, or "".
    """

    layout: str
    company: str
    title: str
    audience: str
    lines: tuple[CoverLine, ...] = ()
    logo: str = ""
    logo_alt: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What goes into the file's properties.

    created: ISO 8601 date (YYYY-MM-DD) of this version of the policy; never the clock.
    version: of the policy, "2.1.0". keywords: plain words. author: the company, never a person.
    """

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    created: str
    version: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language.

    id: document type ("long-policy"). lang: BCP 47 tag.
    draft: every page is to be marked as draft.
    """

    id: str
    lang: str
    metadata: Metadata
    cover: Cover
    labels: Labels
    children: tuple[Block, ...]
    assets: tuple[Asset, ...] = ()
    theme: Theme = USUAL
    draft: bool = False

    def asset(self, name: str) -> Asset:
        """Return the asset of that name; KeyError when there is none."""
        for asset in self.assets:
            if asset.name == name:
                return asset
        raise KeyError(name)
