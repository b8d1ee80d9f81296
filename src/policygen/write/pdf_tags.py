"""The PDF's tags: its logical structure, made from the laid-out boxes of the print page.

The engine can tag by itself, but tags each page alone: a paragraph over two pages becomes two, a
list splits, a repeated table header is read out again; definition lists, headings' numbers, table
scopes and link descriptions come out wrong or not at all. Here one structure element is made for
each HTML element, whatever pages it stands on (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pydyf
from weasyprint.formatting_structure import boxes

from policygen.write.pdf_forms import Form
from policygen.write.pdf_roles import NUMBERINGS, Box, crowding_headers, role_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import weasyprint

    from policygen.write.pdf_pages import MarkedPage

_SCOPES: Final[Mapping[str, str]] = MappingProxyType({"col": "/Column", "row": "/Row"})
_POINTS: Final = 0.75
"""PDF points in a CSS pixel."""


class _Node:
    """A structure element that is being built.

    page: number of the page on which it begins. body: where its content goes (an LI's LBody).
    """

    __slots__ = ("body", "data", "page", "parent", "role")

    def __init__(self, role: str, parent: _Node | None, page: int) -> None:
        self.role = role
        self.parent = parent
        self.page = page
        self.data = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{role}", "K": pydyf.Array()})
        self.body = self


def tag(document: weasyprint.Document, pdf: pydyf.PDF) -> None:
    """Give a painted PDF its structure tree; to be called as WeasyPrint's `finisher`."""
    _Tagger(document, pdf).tag()


class _Tagger:
    def __init__(self, document: weasyprint.Document, pdf: pydyf.PDF) -> None:
        self.pages: list[MarkedPage] = document.pages
        self.pdf = pdf
        self.references = pdf.page_references
        self.number = 0
        self.root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        pdf.add_object(self.root)
        self.document = self._node("Document", None)
        self.nodes: dict[tuple[int, str], _Node] = {}
        self.owners: list[dict[int, _Node]] = [{} for _ in self.pages]
        self.annotations: list[tuple[pydyf.Dictionary, _Node, str]] = []
        self.form = Form(pdf)
        self.widgets: list[tuple[pydyf.Dictionary, _Node]] = []
        self.titles: dict[str, str] = {}
        self.ids: dict[str, _Node] = {}
        self.crowded: frozenset[int] = frozenset()

    def tag(self) -> None:
        for number, page in enumerate(self.pages):
            self.number = number
            self._visit(page.box, self.document, in_link=False)
            self._leave_out_unowned(page)
        self._describe_links()
        self._finish_catalog()
        self.form.finish()

    def _node(self, role: str, parent: _Node | None) -> _Node:
        """Add a structure element at the end of `parent`, or at the root."""
        node = _Node(role, parent, self.number)
        self.pdf.add_object(node.data)
        node.data["Pg"] = self.references[self.number]
        if parent is None:
            node.data["P"] = self.root.reference
            self.root["K"] = pydyf.Array([node.data.reference])
        else:
            node.data["P"] = parent.data.reference
            parent.data["K"].append(node.data.reference)
        return node

    # ------------------------------------------------------------ from boxes to elements

    def _visit(self, box: Box, parent: _Node, *, in_link: bool) -> None:
        """Add a box and its descendants below `parent`; `in_link`: inside an active area."""
        box = getattr(box, "_box", box)  # an absolutely placed box stands behind a place holder
        if isinstance(box, boxes.MarginBox):
            return
        node = self._element(box, parent)
        if node is None:
            self._drop_links(box)
            return
        if node.role == "Form":
            self._widget(box, node)
            return
        if annotation := box.link_annotation:
            if in_link:
                self._drop(annotation)
            else:
                self._link(annotation, node, "".join(box.element.itertext()))
            in_link = True
        if box.bookmark_label and "ID" in parent.data:
            self.titles[parent.data["ID"].string] = box.bookmark_label
        if isinstance(box, (boxes.TextBox, boxes.ReplacedBox)):
            self._content(box, node.body)
            return
        for child in box.children:
            self._visit(child, node.body, in_link=in_link)

    def _element(self, box: Box, parent: _Node) -> _Node | None:
        """Return the structure element that a box belongs to, None when it is not to be read."""
        if box.element is None:
            return parent
        key = (id(box.element), box.element_tag)
        if node := self.nodes.get(key):
            # A table's header comes again on each page that the table goes on to.
            return None if node.role == "THead" and node.page != self.number else node
        role = role_of(box)
        if role is None:
            return parent
        if role == "Figure" and not box.element.get("alt"):
            return None
        if id(box.element) in self.crowded:
            role = "TD"
        node = self.nodes[key] = self._structure(role, box, parent)
        if (language := box.element.get("lang")) and "::" not in box.element_tag:
            node.data["Lang"] = pydyf.String(language)
        return node

    def _structure(self, role: str, box: Box, parent: _Node) -> _Node:
        """Add the structure element of `role` for a box, with what its type asks for."""
        element = box.element
        match role:
            case "Lbl" if box.element_tag == "p::before":
                return self._label(parent)
            case "Link" if parent.role == "TOCI":
                return self._node(role, self._node("Reference", parent))
            case "LI" if element.tag == "li":
                node = self._node(role, parent)
                node.body = self._node("LBody", node)
                return node
        node = self._node(role, parent)
        match role:
            case "L" if numbering := NUMBERINGS.get(element.get("class")):
                _attribute(node, "List", ListNumbering=numbering)
            case "Table":
                self.crowded |= crowding_headers(element)
            case "TH":
                _attribute(node, "Table", Scope=_SCOPES[element.get("scope")])
            case "Figure":
                node.data["Alt"] = pydyf.String(element.get("alt"))
                _attribute(node, "Layout", Placement="/Block", BBox=self._bounds(box))
            case "Sect" if name := element.get("id"):
                node.data["ID"] = pydyf.String(name)
                self.ids[name] = node
        return node

    def _label(self, paragraph: _Node) -> _Node:
        """Add the label of a list item, drawn before its first paragraph, before its body."""
        item = paragraph
        while item.role != "LI" and item.parent:
            item = item.parent
        label = self._node("Lbl", item)
        kids = item.data["K"]
        kids.insert(0, kids.pop())
        return label

    def _bounds(self, box: Box) -> pydyf.Array:
        """Return where a picture stands, in points from the lower left corner of the page."""
        left, top = box.content_box_x(), box.content_box_y()
        height = self.pages[self.number].height
        corners = (left, height - top - box.height, left + box.width, height - top)
        return pydyf.Array(round(value * _POINTS, 2) for value in corners)

    def _content(self, box: Box, node: _Node) -> None:
        """Give the marked content of a box to a structure element."""
        mark = self.pages[self.number].marks.get(box)
        if mark is None:  # nothing was drawn
            return
        mcid = mark["mcid"]
        self.owners[self.number][mcid] = node
        kid: int | pydyf.Dictionary = mcid
        if node.page != self.number:
            page = self.references[self.number]
            kid = pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": mcid})
        node.data["K"].append(kid)

    def _link(self, annotation: pydyf.Dictionary, link: _Node, words: str) -> None:
        """Give a link's active area to its structure element."""
        page = self.references[self.number]
        link.data["K"].append(
            pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": page})
        )
        self.annotations.append((annotation, link, words))

    def _widget(self, box: Box, node: _Node) -> None:
        """Put the field of the form where its box stands, and give it to its structure element."""
        page, height = self.references[self.number], self.pages[self.number].height
        left, top = box.border_box_x(), box.border_box_y()
        right, bottom = left + box.border_width(), top + box.border_height()
        place = (left, height - bottom, right, height - top)
        widget = self.form.widget(box.element.attrib, place, page)
        self._page(self.number).setdefault("Annots", pydyf.Array()).append(widget.reference)
        node.data["K"].append(
            pydyf.Dictionary({"Type": "/OBJR", "Obj": widget.reference, "Pg": page})
        )
        node.data["Alt"] = pydyf.String(box.element.get("data-name"))
        self.widgets.append((widget, node))

    def _drop_links(self, box: Box) -> None:
        """Remove the active areas of what is not read, such as a repeated table header."""
        for part in (box, *box.descendants()):
            if part.link_annotation:
                self._drop(part.link_annotation)

    def _drop(self, annotation: pydyf.Dictionary) -> None:
        """Remove an active area; that of a part of a link is covered by the link's own."""
        self._page(self.number)["Annots"].remove(annotation.reference)
        annotation.clear()

    def _page(self, number: int) -> pydyf.Dictionary:
        """Return the dictionary of a page of the file."""
        return self.pdf.objects[int(self.references[number].split()[0])]

    def _leave_out_unowned(self, page: MarkedPage) -> None:
        """Mark page furniture and repeated table headers as not belonging to the text."""
        owned = self.owners[self.number]
        stream = page.stream.stream
        for place, operand in enumerate(stream):
            mcid = operand.get("MCID") if isinstance(operand, pydyf.Dictionary) else None
            if mcid is not None and mcid not in owned:
                stream[place - 1] = "/Artifact"
                stream[place] = pydyf.Dictionary({"Type": "/Pagination"})

    # ------------------------------------------------------------ what holds it together

    def _describe_links(self) -> None:
        """Say in words where each link leads (ISO 14289-1, 7.18.5)."""
        for annotation, _, words in self.annotations:
            if action := annotation.get("A"):
                description = action["URI"].string
            else:
                description = self.titles.get(annotation["Dest"].string, words)
            annotation["Contents"] = pydyf.String(description)

    def _finish_catalog(self) -> None:
        """Give numbers to the content of pages and to links, and say that the file is tagged."""
        numbers = pydyf.Array()
        for number, (page, owners) in enumerate(zip(self.pages, self.owners, strict=True)):
            references = (
                owners[mcid].data.reference if mcid in owners else "null"
                for mcid in range(len(page.marks))
            )
            numbers.extend((number, pydyf.Array(references)))
            self._page(number).update({"StructParents": number, "Tabs": "/S"})
        owned = [(annotation, node) for annotation, node, _ in self.annotations]
        owned += self.widgets
        for number, (annotation, node) in enumerate(owned, start=len(self.pages)):
            annotation["StructParent"] = number
            numbers.extend((number, node.data.reference))
        self.root["ParentTree"] = pydyf.Dictionary({"Nums": numbers})
        self.root["ParentTreeNextKey"] = len(self.pages) + len(owned)
        if self.ids:
            names = (
                item
                for name, node in sorted(self.ids.items())
                for item in (pydyf.String(name), node.data.reference)
            )
            self.root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(names)})
        self.pdf.catalog["StructTreeRoot"] = self.root.reference
        self.pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        self.pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})


def _attribute(node: _Node, owner: str, **values: object) -> None:
    """Give a structure element an attribute object."""
    node.data["A"] = pydyf.Dictionary({"O": f"/{owner}", **values})
