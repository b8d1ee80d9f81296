"""HTML fragments: what must not be in them, and the judges of HTML on a page around them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from lxml import html as parser

from tools.validate import html
from tools.validate.manifest import Entry, Finding

FOREIGN: Final = frozenset({"html", "head", "body", "h1", "link", "meta", "script", "style"})
"""Elements that belong to the page around a fragment."""

PAGE: Final = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>Page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ overflow-wrap: anywhere; }}
img {{ max-width: 100%; height: auto; }}
a, input, textarea {{ color: #00c; line-height: 2; max-width: 100%; }}
</style></head>
<body><main><h1>Page</h1>
{fragment}</main></body>
</html>
"""
"""A web site's page, with as much style as the judges of its looks ask of any page."""


def judge(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield what would quarrel with the page around a fragment."""
    for entry in entries:
        for message in shortcomings(entry.path.read_bytes(), entry.path.name.partition(".")[0]):
            yield Finding(entry.name, "fragment", message)


def shortcomings(data: bytes, document: str) -> Iterator[str]:
    """Yield what is wrong with one fragment. document: what its ids begin with."""
    (body,) = parser.document_fromstring(f"<body>{data.decode()}</body>").iter("body")
    if [child.tag for child in body] != ["article"] or (body.text or "").strip():
        yield "is not one article"
        return
    for element in body[0].iter():
        if element.tag in FOREIGN:
            yield f"has the element {element.tag}"
        for name in element.keys():  # noqa: SIM118 - an element's keys are its attributes
            yield from _attribute(str(name), element.get(name, ""), document)


def _attribute(name: str, value: str, document: str) -> Iterator[str]:
    if name == "style" or name.startswith("on"):
        yield f"has an attribute {name}"
    if name in {"src", "data", "action"} and not value.startswith("data:"):
        yield f"loads something: {value[:60]}"
    if name == "id" and document not in value:
        yield f"has an id that another fragment may have: {value}"


def nu_checker(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield every error and warning of the Nu HTML checker about pages with the fragments."""
    return _on_pages(entries, html.nu_checker)


def axe(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield every violation that axe finds on pages with the fragments."""
    return _on_pages(entries, html.axe)


def _on_pages(
    entries: Sequence[Entry], judge_: Callable[[Sequence[Entry]], Iterable[Finding]]
) -> Iterator[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        pages = []
        for number, entry in enumerate(entries):
            page = Path(folder) / f"{number}.html"
            text = entry.path.read_text(encoding="utf-8")
            page.write_text(PAGE.format(language=entry.language, fragment=text), encoding="utf-8")
            pages.append(replace(entry, path=page))
        yield from judge_(pages)
