"""The XHTML subset of the templates into the document tree.

Strict: an element, attribute or class that the subset does not know, text outside a paragraph or a
block inside a line is a problem with its place in the template; nothing is repaired silently.
`docs/templates.md` lists the subset.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from policygen.doc import tree
from policygen.doc.elements import Element, parse
from policygen.doc.read_diagram import diagram
from policygen.doc.vocabulary import ATTRIBUTES, CLASSES, FULL_WIDTH, INLINE, SCHEMES
from policygen.doc.whitespace import tidied
from policygen.errors import NO_WORDS, PolicygenError, Problem, Words, either, ordered, tell


class _Reader:
    """Reads elements into nodes and collects what is wrong."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def report(self, code: str, message: Words, element: Element, hint: Words = NO_WORDS) -> None:
        self.problems.append(Problem(code, message, element.span, hint))

    def check(self, element: Element) -> bool:
        """Check the element's name, attributes and class; False when the name is unknown."""
        known = ATTRIBUTES.get(element.tag)
        if known is None:
            self.report(
                "TPL111",
                tell("<{tag}> is not an element of templates", tag=element.tag),
                element,
                tell("use one of: {choices}", choices=_tags(ATTRIBUTES)),
            )
            return False
        for name in element.attributes.keys() - known:
            self.report(
                "TPL112",
                tell("<{tag}> has no attribute “{name}”", tag=element.tag, name=name),
                element,
                tell("it may have: {choices}", choices=", ".join(sorted(known)) or "–"),
            )
        kind = element.attributes.get("class")
        if kind is not None and kind not in CLASSES.get(element.tag, ()):
            self.report(
                "TPL113",
                tell("<{tag}> has no class “{kind}”", tag=element.tag, kind=kind),
                element,
                tell(
                    "it may have: {choices}",
                    choices=", ".join(sorted(CLASSES.get(element.tag, ()))),
                ),
            )
        return True

    # ------------------------------------------------------------------ blocks

    def blocks(self, element: Element) -> tuple[tree.Block, ...]:
        """Read the children of a container of blocks."""
        if element.has_text():
            self.report(
                "TPL114",
                tell("there is text directly inside <{tag}>", tag=element.tag),
                element,
                tell("put it into <p>…</p>"),
            )
        return tuple(block for child in element.elements() for block in self.block(child))

    def block(self, element: Element) -> Iterator[tree.Block]:
        if not self.check(element):
            return
        reader = _BLOCKS.get(element.tag)
        if reader is None:
            self.report(
                "TPL115",
                tell("<{tag}> cannot stand here", tag=element.tag),
                element,
                tell("put it into <p>…</p>") if element.tag in INLINE else NO_WORDS,
            )
            return
        yield reader(self, element)

    def section(self, element: Element) -> tree.Section:
        title, rest = self.titled(element)
        if not element.attributes.get("id"):
            self.report(
                "TPL116",
                tell("this <section> has no id"),
                element,
                tell('give it one that never changes: <section id="scope">'),
            )
        return tree.Section(
            id=element.attributes.get("id", ""),
            title=title,
            children=self.blocks(rest),
            numbered=element.attributes.get("class") == "numbered",
            clause=element.attributes.get("data-clause", ""),
        )

    def titled(self, element: Element) -> tuple[tuple[tree.Inline, ...], Element]:
        """Split a container into its <h1> and the rest."""
        children = list(element.elements())
        if not children or children[0].tag != "h1":
            self.report(
                "TPL117",
                tell("this <{tag}> does not start with a heading", tag=element.tag),
                element,
                tell("make <h1>…</h1> its first element"),
            )
            return (), element
        self.check(children[0])
        rest = Element(element.tag, element.attributes, element.span)
        rest.content = [child for child in element.content if child is not children[0]]
        return self.line(children[0]), rest

    def paragraph(self, element: Element) -> tree.Paragraph:
        return tree.Paragraph(self.line(element), element.attributes.get("class", ""))

    def bullets(self, element: Element) -> tree.ItemList:
        return self.item_list(element, element.attributes.get("class", "bullet"))

    def ordered(self, element: Element) -> tree.ItemList:
        return self.item_list(element, element.attributes.get("class", "ordered"))

    def item_list(self, element: Element, kind: str) -> tree.ItemList:
        items = tuple(
            tree.Item(self.flow(item), item.attributes.get("id", ""))
            for item in self.only(element, "li")
        )
        return tree.ItemList(items, kind)

    def flow(self, element: Element) -> tuple[tree.Block, ...]:
        """Read an item: a line by itself is a paragraph."""
        if element.has_text() or any(child.tag in INLINE for child in element.elements()):
            line = Element(element.tag, element.attributes, element.span)
            blocks = Element(element.tag, element.attributes, element.span)
            for child in element.content:
                is_line = isinstance(child, str) or child.tag in INLINE
                (line if is_line else blocks).content.append(child)
            return (tree.Paragraph(self.line(line)), *self.blocks(_without_text(blocks)))
        return self.blocks(element)

    def terms(self, element: Element) -> tree.Terms:
        entries: list[tree.Term] = []
        title: Element | None = None
        for child in self.only(element, "dt", "dd"):
            if child.tag == "dt":
                title = child
            elif title is None:
                self.report("TPL118", tell("this <dd> has no <dt> before it"), child)
            else:
                id_ = title.attributes.get("id", "")
                entries.append(tree.Term(self.line(title), self.flow(child), id_))
                title = None
        return tree.Terms(tuple(entries), element.attributes.get("class", "glossary"))

    def table(self, element: Element) -> tree.Table:
        parts = {
            child.tag: child
            for child in self.only(element, "caption", "colgroup", "thead", "tbody")
        }
        missing = {"caption", "colgroup", "thead", "tbody"} - parts.keys()
        if missing:
            self.report(
                "TPL119",
                tell("this table lacks {parts}", parts=_tags(sorted(missing))),
                element,
                tell("a table needs a caption, column widths, a header row and a body"),
            )
            return tree.Table((), (), tree.Row(()), ())
        header = [self.row(row) for row in self.only(parts["thead"], "tr")]
        rows = tuple(self.row(row) for row in self.only(parts["tbody"], "tr"))
        table = tree.Table(
            caption=self.line(parts["caption"]),
            widths=tuple(self.width(col) for col in self.only(parts["colgroup"], "col")),
            header=header[0] if header else tree.Row(()),
            rows=rows,
            kind=element.attributes.get("class", ""),
        )
        self.check_shape(table, element)
        return table

    def check_shape(self, table: tree.Table, element: Element) -> None:
        columns = len(table.widths)
        if any(len(row.cells) != columns for row in (table.header, *table.rows)):
            self.report(
                "TPL120",
                tell("not every row of this table has {columns} cells", columns=columns),
                element,
                tell("a row needs one cell for each <col>"),
            )
        if sum(table.widths) != FULL_WIDTH:
            self.report(
                "TPL121", tell("the column widths of this table do not add up to 100"), element
            )

    def width(self, col: Element) -> int:
        width = col.attributes.get("width", "")
        if not width.isascii() or not width.isdigit():
            self.report(
                "TPL122", tell("this <col> has no width"), col, tell('write <col width="30"/>')
            )
            return 0
        return int(width)

    def row(self, element: Element) -> tree.Row:
        cells = tuple(
            tree.Cell(self.line(cell), _scope(cell)) for cell in self.only(element, "th", "td")
        )
        return tree.Row(cells, element.attributes.get("id", ""))

    def callout(self, element: Element) -> tree.Callout:
        label, rest = self.titled(element)
        return tree.Callout(label, self.blocks(rest), element.attributes.get("class", "note"))

    def cards(self, element: Element) -> tree.Cards:
        cards = []
        for child in self.only(element, "div"):
            title, rest = self.titled(child)
            cards.append(tree.Card(title, self.blocks(rest), child.attributes.get("id", "")))
        return tree.Cards(tuple(cards))

    def contents(self, _element: Element) -> tree.Contents:
        return tree.Contents()

    # ------------------------------------------------------------------ forms

    def field(self, element: Element) -> tree.Field:
        """Read a <label>: what is asked for, and in <span class="muted"> how to answer."""
        line = self.line(element)
        help_ = tuple(node for node in line if _is_help(node))
        return tree.Field(
            id=self.name_of(element),
            label=tuple(tidied([node for node in line if not _is_help(node)])),
            kind=element.attributes.get("class", "line"),
            help=help_,
        )

    def choice(self, element: Element) -> tree.Choice:
        """Read a <fieldset>: a <legend> and the <label>s to choose from."""
        children = list(self.only(element, "legend", "label"))
        if not children or children[0].tag != "legend":
            self.report(
                "TPL129",
                tell("this <fieldset> does not start with a <legend>"),
                element,
                tell("make <legend>…</legend> its first element: the question to answer"),
            )
            return tree.Choice("", (), ())
        options = tuple(replace(self.field(child), kind="tick") for child in children[1:])
        one = element.attributes.get("class") == "one"
        return tree.Choice(self.name_of(element), self.line(children[0]), options, one)

    def name_of(self, element: Element) -> str:
        """Return the id of something to fill in, which is its name in a file."""
        if not element.attributes.get("id"):
            self.report(
                "TPL130",
                tell("this <{tag}> has no id", tag=element.tag),
                element,
                tell('give it one that never changes: <label id="customer" class="line">'),
            )
        return element.attributes.get("id", "")

    # ------------------------------------------------------------------ parts

    def only(self, element: Element, *tags: str) -> Iterator[Element]:
        """Yield the child elements, which must have one of the tags."""
        if element.has_text():
            self.report(
                "TPL114", tell("there is text directly inside <{tag}>", tag=element.tag), element
            )
        for child in element.elements():
            if self.check(child) and child.tag in tags:
                yield child
            elif child.tag in ATTRIBUTES:
                self.report(
                    "TPL115",
                    tell(
                        "<{tag}> cannot stand inside <{parent}>", tag=child.tag, parent=element.tag
                    ),
                    child,
                    tell("use {tags}", tags=either(f"<{tag}>" for tag in tags)),
                )

    # ------------------------------------------------------------------- lines

    def line(self, element: Element) -> tuple[tree.Inline, ...]:
        """Read the content of a line and tidy its white space."""
        return tuple(tidied(list(self.inline(element))))

    def inline(self, element: Element) -> Iterator[tree.Inline]:
        for child in element.content:
            if isinstance(child, str):
                yield tree.Text(child)
            elif self.check(child):
                reader = _INLINES.get(child.tag)
                if reader is None:
                    self.report(
                        "TPL123",
                        tell("<{tag}> cannot stand inside a line of text", tag=child.tag),
                        child,
                        tell("a prose field makes paragraphs of its own: do not wrap it in <p>"),
                    )
                else:
                    yield reader(self, child)

    def strong(self, element: Element) -> tree.Strong:
        return tree.Strong(tuple(self.inline(element)))

    def emphasis(self, element: Element) -> tree.Emphasis:
        return tree.Emphasis(tuple(self.inline(element)))

    def span(self, element: Element) -> tree.Span:
        attributes = element.attributes
        return tree.Span(
            tuple(self.inline(element)),
            lang=attributes.get("lang", ""),
            role=attributes.get("class", ""),
            clause=attributes.get("data-clause", ""),
        )

    def link(self, element: Element) -> tree.Link | tree.Reference:
        href = element.attributes.get("href", "")
        children = tuple(self.inline(element))
        if href.startswith("#"):
            return tree.Reference(href[1:], children)
        if not href.startswith(SCHEMES):
            self.report(
                "TPL124",
                tell("“{href}” is not an address that a document can link to", href=href),
                element,
                tell("use https://…, mailto:…, tel:… or # and an id"),
            )
        return tree.Link(href, children)

    def line_break(self, _element: Element) -> tree.LineBreak:
        return tree.LineBreak()


_BLOCKS: Final[Mapping[str, Callable[[_Reader, Element], tree.Block]]] = {
    "section": _Reader.section,
    "p": _Reader.paragraph,
    "ul": _Reader.bullets,
    "ol": _Reader.ordered,
    "dl": _Reader.terms,
    "table": _Reader.table,
    "aside": _Reader.callout,
    "div": _Reader.cards,
    "nav": _Reader.contents,
    "figure": diagram,
    "label": _Reader.field,
    "fieldset": _Reader.choice,
}
_INLINES: Final[Mapping[str, Callable[[_Reader, Element], tree.Inline]]] = {
    "strong": _Reader.strong,
    "em": _Reader.emphasis,
    "span": _Reader.span,
    "a": _Reader.link,
    "br": _Reader.line_break,
}


def read(markup: str, name: str) -> tuple[str, tuple[tree.Block, ...]]:
    """Return the cover layout and the blocks of a rendered template.

    markup: the template's output, with `<?place …?>` instructions. name: the template, for
    problems. Raises PolicygenError with every problem of the markup.
    """
    root = parse(markup, name)
    reader = _Reader()
    if root.tag != "article":
        reader.report(
            "TPL110", tell("the document is a <{tag}>, not an <article>", tag=root.tag), root
        )
    reader.check(root)
    for child in root.elements():
        if child.tag in ATTRIBUTES and child.tag not in {"section", "nav"}:
            # Every word belongs to a clause: only clauses are compared between the formats.
            reader.report(
                "TPL125",
                tell("this <{tag}> is outside any section", tag=child.tag),
                child,
                tell("put it into a <section>"),
            )
    blocks = reader.blocks(root)
    if reader.problems:
        raise PolicygenError(ordered(reader.problems))
    return root.attributes.get("class", "page"), blocks


def _is_help(node: tree.Inline) -> bool:
    return isinstance(node, tree.Span) and node.role == "muted"


def _scope(cell: Element) -> str:
    return cell.attributes.get("scope", "col") if cell.tag == "th" else ""


def _without_text(element: Element) -> Element:
    element.content = list(element.elements())
    return element


def _tags(names: Iterable[str]) -> str:
    return ", ".join(f"<{name}>" for name in names)
