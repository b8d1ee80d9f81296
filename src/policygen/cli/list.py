"""`policygen list`."""

from __future__ import annotations

import shutil
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from policygen.cli.console import say
from policygen.cli.problems import plural
from policygen.cli.report import print_json, print_problems
from policygen.cli.visible import visible
from policygen.errors import ExitCode, PolicygenError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.build.overview import DocumentOverview, Overview

_READERS: Final = {
    "everyone": "for everybody",
    "customers": "for customers",
    "staff": "for staff",
    "confidential": "for named readers only",
}
_COLUMNS: Final = 100
"""Of a line where there is no terminal."""
_MORE: Final = """\b
What a document can lack:
  lacks            sections that are left out, because the source says
                   nothing for them, and (in brackets) the field to fill
  to be filled in  what the source marks with `to_fill`
  not translated   texts that are shown in the language of the source

\b
The JSON is one object:
  exit_code  what the command returns
  documents  a list of id, title, template, audience, languages, formats,
             files (their number), lacks (a list of title and key, which
             can be ""), to_fill (a list of file:line:column),
             untranslated (language: number of texts)
  templates  those that no document uses (name: what it is)
  problems   what is wrong; where it is not empty, there are no documents
             and no templates
"""


@click.command("list", epilog=_MORE)
@click.argument("project", default=".", type=click.Path(path_type=Path))
@click.option("--overlay", default="", help="List the documents of this brand or site.")
@click.option("--document", "-d", "documents", multiple=True, help="List only this document.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def list_(project: Path, *, overlay: str, documents: tuple[str, ...], as_json: bool) -> ExitCode:
    """Show the documents, what each still lacks, and the templates to choose from.

    PROJECT is the folder that holds policygen.yaml; this folder when left out. Nothing is made.
    What a document lacks is no mistake: the exit code is 0.
    """
    from policygen.build.overview import overview  # noqa: PLC0415 - so that --help is quick

    try:
        found = overview(project, overlay, documents)
    except PolicygenError as error:
        if as_json:
            print_json(error.exit_code, error.problems)
        else:
            print_problems(error.problems, project)
        return error.exit_code
    if as_json:
        print_json(ExitCode.DONE, (), _data(found))
    else:
        for line in _lines(found):
            say(visible(line))
    return ExitCode.DONE


def _data(found: Overview) -> dict[str, Any]:
    """Return the overview as JSON holds it."""
    return {
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "template": document.template,
                "audience": document.audience,
                "languages": document.languages,
                "formats": document.formats,
                "files": document.files,
                "lacks": [{"title": gap.title, "key": gap.key} for gap in document.gaps],
                "to_fill": [str(place) for place in document.blanks],
                "untranslated": document.untranslated,
            }
            for document in found.documents
        ],
        "templates": found.templates,
    }


def _lines(found: Overview) -> Iterator[str]:
    """Yield the overview for people."""
    for document in found.documents:
        yield from _wrapped(f"{document.id}: {document.title}", "")
        for said in _document(document):
            yield from _wrapped(said, "  ")
    files = sum(document.files for document in found.documents)
    yield ""
    yield f"{plural(len(found.documents), 'document')}, {plural(files, 'file')}."
    if found.templates:
        yield ""
        yield "Templates that you can choose as well (`template:` in policygen.yaml):"
        for name, about in found.templates.items():
            yield from _wrapped(f"{name}: {about}" if about else name, "  ")


def _document(document: DocumentOverview) -> Iterator[str]:
    """Yield what there is to say of a document, one sentence a line."""
    yield (
        f"template {document.template}, {_READERS[document.audience]}; "
        f"{' '.join(document.languages)}; {' '.join(document.formats)}; "
        f"{plural(document.files, 'file')}"
    )
    if document.gaps:
        gaps = (f"{gap.title} (`{gap.key}`)" if gap.key else gap.title for gap in document.gaps)
        yield "lacks: " + ", ".join(gaps)
    if document.blanks:
        yield f"to be filled in: {len(document.blanks)}, the first at {document.blanks[0]}"
    if document.untranslated:
        counts = (f"{tag} {count}" for tag, count in document.untranslated.items())
        yield "not translated: " + ", ".join(counts)


def _wrapped(words: str, indent: str) -> list[str]:
    columns = _COLUMNS
    if sys.stdout.isatty():
        columns = shutil.get_terminal_size((_COLUMNS, 0)).columns
    return textwrap.wrap(
        words,
        max(40, columns),
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
