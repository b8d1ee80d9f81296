"""The HTML frame of the skin, filled."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from html import escape
from string import Template
from typing import TYPE_CHECKING, Final

from policygen.errors import Problem, RenderError, Span, tell
from policygen.write import theme_style
from policygen.write.markup import LAYOUTS

if TYPE_CHECKING:
    from policygen.doc import tree
    from policygen.write.skin import Skin

GENERATOR: Final = "policygen"


@dataclass(frozen=True, slots=True)
class Page:
    """What goes into the frame.

    lang: BCP 47 tag. title: plain text. meta, style and body: ready HTML or CSS. kind: classes
    of the body.
    """

    lang: str
    title: str
    meta: str
    style: str
    kind: str
    body: str

    def fill(self, skin: Skin) -> str:
        """Return the whole page; RenderError when the skin's frame asks for something unknown."""
        values = {
            "lang": escape(self.lang),
            "title": escape(self.title),
            "meta": self.meta,
            "style": self.style,
            "kind": escape(self.kind),
            "body": self.body,
        }
        try:
            return Template(skin.page).substitute(values)
        except (KeyError, ValueError) as error:
            names = ", ".join(f"${name}" for name in values)
            raise RenderError(
                Problem(
                    "RND304",
                    tell("the page frame has a $ that does not begin a known place holder"),
                    Span("templates/skin/page.html"),
                    hint=tell("use {names}, and $$ for a dollar sign", names=names),
                )
            ) from error


def metadata(document: tree.Document) -> str:
    """Return the `meta` elements that describe a document."""
    properties = document.metadata
    values = {
        "author": properties.author,
        "description": properties.subject,
        "keywords": ", ".join(properties.keywords),
        "generator": GENERATOR,
        "dcterms.created": properties.created,
        "dcterms.modified": properties.created,
    }
    return "\n".join(
        f'<meta name="{name}" content="{escape(value)}">' for name, value in values.items() if value
    )


def kind(document: tree.Document) -> str:
    """Return the classes that tell a style sheet what document it is for."""
    layout = document.cover.layout
    draft = " draft" if document.draft else ""
    look = theme_style.classes(document.theme)
    return f"{LAYOUTS.get(layout, layout)} {document.id} {look}{draft}"


def data_uri(media_type: str, data: bytes) -> str:
    """Return the bytes of a file as a `data:` URI."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"
