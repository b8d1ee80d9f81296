"""The screen file: one self-contained HTML page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from policygen.doc import tree
from policygen.write import fonts, page, theme_style
from policygen.write.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygen.write.skin import FontFace, Skin

MAIN: Final = "main-text"
"""Id of the element that the skip link leads to."""

SCHEMES: Final = '<meta name="color-scheme" content="light dark">\n'


def write(document: tree.Document, skin: Skin) -> bytes:
    """Return the document as one UTF-8 HTML file with style sheet, logo and fonts inside.

    Raises RenderError when the skin's frame cannot be filled.
    """
    body = _body(document)
    filled = page.Page(
        lang=document.lang,
        title=document.metadata.title,
        meta=SCHEMES + page.metadata(document),
        style=style(skin, document.theme, body),
        kind=page.kind(document),
        body=body,
    )
    return filled.fill(skin).encode("utf-8")


def style(skin: Skin, theme: tree.Theme, body: str) -> str:
    """Return the style sheet of a page: fonts for the text of `body`, the theme, the skin."""
    rules = fonts.web_font_rules(_faces(skin.fonts, italic="<em>" in body), theme, body)
    return f"{rules}\n{theme_style.screen_rules(theme)}\n{skin.screen_css}"


def _faces(faces: Iterable[FontFace], *, italic: bool) -> list[FontFace]:
    """Return the faces that a page shows: italics only when something is stressed."""
    return [face for face in faces if italic or face.style == "normal"]


def _body(document: tree.Document) -> str:
    markup = Markup(document, _picture, screen=True)
    contents = [node for node in document.children if isinstance(node, tree.Contents)]
    text = [node for node in document.children if not isinstance(node, tree.Contents)]
    labels = document.labels
    draft = f'<aside class="draft-mark">{escape(labels.draft)}</aside>\n' if document.draft else ""
    return (
        f'<a class="skip" href="#{MAIN}">{escape(labels.skip_to_content)}</a>\n'
        f'{draft}{markup.cover()}\n<div class="layout">\n'
        f"{''.join(_navigation(markup, labels, node) for node in contents)}"
        f'<main id="{MAIN}">\n{markup.blocks(text)}\n</main>\n</div>'
    )


def _navigation(markup: Markup, labels: tree.Labels, contents: tree.Contents) -> str:
    """Return the contents list; on a small screen the style sheet folds it behind `summary`."""
    name = escape(labels.contents)
    return (
        f'<nav class="side" aria-label="{name}">\n'
        f"<details><summary>{name}</summary></details>\n{markup.contents(contents)}\n</nav>\n"
    )


def _picture(asset: tree.Asset) -> str:
    return page.data_uri(asset.media_type, asset.data)
