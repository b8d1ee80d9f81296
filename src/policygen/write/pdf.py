"""The PDF: WeasyPrint over the print page, one file that is both PDF/A-2a and PDF/UA-1."""

from __future__ import annotations

import gc
import logging
import re
from contextlib import contextmanager
from functools import lru_cache, partial
from html import escape, unescape
from typing import TYPE_CHECKING, Final

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from policygen.errors import Problem, RenderError, tell
from policygen.write import fonts, page, theme_style
from policygen.write.markup import Markup
from policygen.write.pdf_fetch import ASSET, FONT, Fetcher
from policygen.write.pdf_fit import AS_IS, Fit, fitted
from policygen.write.pdf_metadata import ArchiveMetadata
from policygen.write.pdf_pages import MarkedPage
from policygen.write.pdf_tags import tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policygen.doc import tree
    from policygen.write.skin import FontFace, Skin

VARIANT: Final = "pdf/a-2u"
"""What the engine makes by itself; the tags and the metadata raise it to 2a and UA-1."""

_TAG: Final = re.compile("<[^>]*>")

_PATIENT: Final = 100_000
"""Objects between two runs of the garbage collector while rendering (Python's default: 700)."""


def write(document: tree.Document, skin: Skin) -> bytes:
    """Return the document as a tagged, archivable PDF.

    Raises RenderError when a picture or character cannot be embedded, when anything asks for a
    file that the document does not carry, when a poster or card is too long for its sheet, or when
    the engine reports any problem: nothing is left out silently.
    """
    fonts.check_characters(skin.fonts, document.theme, _passages(document, skin))
    with _patience(), _complete():
        return _paint(fitted(document, partial(_lay_out, document, skin)))


def _passages(document: tree.Document, skin: Skin) -> list[str]:
    """Return the stretches of text that the pages show."""
    stretches = map(unescape, _TAG.split(print_page(document, skin)))
    return [*stretches, *_furniture(document).values()]


def print_page(document: tree.Document, skin: Skin, fit: Fit = AS_IS) -> str:
    """Return the HTML page that becomes the PDF; the style sheets are handed over beside it."""
    markup = Markup(document, lambda asset: ASSET + asset.name, screen=False)
    return page.Page(
        lang=document.lang,
        title=document.metadata.title,
        meta=page.metadata(document),
        style=f"html {{ font-size: {fit.size}pt }}" if fit.size else "",
        kind=f"{page.kind(document)} {fit.kind}".strip(),
        body=(
            f"<div{_attributes(_furniture(document))}>\n{markup.cover()}\n"
            f"<main>\n{markup.blocks(document.children)}\n</main>\n</div>"
        ),
    ).fill(skin)


def _furniture(document: tree.Document) -> dict[str, str]:
    """Return the words that the style sheet puts into the page margins, by name."""
    labels = document.labels
    before, between, after = labels.page_of
    return {
        "title": document.cover.title,
        "version": f"{labels.version} {document.metadata.version}",
        "page": before,
        "of": between,
        "end": after,
        "draft": labels.draft if document.draft else "",
    }


def _attributes(words: Mapping[str, str]) -> str:
    return "".join(f' data-{name}="{escape(value)}"' for name, value in words.items())


def _lay_out(document: tree.Document, skin: Skin, fit: Fit) -> weasyprint.Document:
    """Lay out the print page of a document, set in the given way."""
    source = print_page(document, skin, fit)
    sheet, configuration = _style(skin.print_css, document.theme, skin.fonts)
    fetcher = Fetcher({ASSET + asset.name: asset for asset in document.assets}, skin.fonts)
    laid_out = weasyprint.HTML(string=source, base_url=ASSET, url_fetcher=fetcher).render(
        stylesheets=[sheet], font_config=configuration, pdf_variant=VARIANT
    )
    laid_out.pages[:] = [MarkedPage(page) for page in laid_out.pages]
    return laid_out


def _paint(laid_out: weasyprint.Document) -> bytes:
    """Return the bytes of a laid-out document, tagged and described."""
    laid_out.metadata = ArchiveMetadata(laid_out.metadata)
    return bytes(laid_out.write_pdf(finisher=tag, pdf_variant=VARIANT))


@lru_cache(maxsize=8)
def _style(
    css: str, theme: tree.Theme, faces: tuple[FontFace, ...]
) -> tuple[weasyprint.CSS, FontConfiguration]:
    """Return the parsed style sheet and its fonts; parsing costs a quarter of a small document."""
    configuration = FontConfiguration()
    text = f"{fonts.file_rules(faces, FONT)}\n{theme_style.print_rules(theme)}\n{css}"
    with _complete():  # raises here, so that a faulty style sheet is not remembered
        sheet = weasyprint.CSS(
            string=text, url_fetcher=Fetcher({}, faces), font_config=configuration, base_url=ASSET
        )
    return sheet, configuration


@contextmanager
def _patience() -> Iterator[None]:
    """Run the garbage collector rarely, and once at the end.

    A layout makes many objects that refer to each other and drops them all at once.
    """
    thresholds = gc.get_threshold()
    gc.set_threshold(_PATIENT, *thresholds[1:])
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        gc.collect()
        gc.freeze()  # what is left is kept for good: the next collection need not look at it


class _Collector(logging.Handler):
    """Keeps the messages of warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _complete() -> Iterator[None]:
    """Turn into a RenderError whatever means that something would be missing from a document.

    The engine only logs it and goes on where a picture cannot be drawn or a style rule is
    unknown; where an address is refused, it raises what derives from BaseException.
    """
    log = logging.getLogger("weasyprint")
    collector = _Collector()
    log.addHandler(collector)
    try:
        yield
    except FatalURLFetchingError as error:
        raise RenderError(
            Problem(
                "RND305",
                tell("the document asks for a file that it does not carry: {error}", error=error),
                hint=tell("remove the address from the style sheet templates/skin/print.css"),
            )
        ) from error
    finally:
        log.removeHandler(collector)
    if collector.messages:
        raise RenderError(
            Problem(
                "RND306",
                tell("the PDF engine reports: {message}", message=message),
                hint=tell(
                    "mend the picture or the style sheet templates/skin/print.css that it names"
                ),
            )
            for message in dict.fromkeys(collector.messages)
        )
