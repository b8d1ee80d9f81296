"""`policygen list`."""

from __future__ import annotations

import shutil
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from policygen.cli.console import say
from policygen.cli.counts import documents_of, files_of
from policygen.cli.language import command, here, here_text, option
from policygen.cli.report import print_json, print_problems
from policygen.cli.visible import visible
from policygen.errors import ExitCode, PolicygenError, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygen.build.overview import DocumentOverview, Overview

_READERS: Final = {
    "everyone": tell("for everybody"),
    "customers": tell("for customers"),
    "staff": tell("for staff"),
    "confidential": tell("for named readers only"),
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


@command("list", epilog=_MORE)
@click.argument("project", default=".", type=click.Path(path_type=Path))
@option("--overlay", default="", help=tell("List the documents of this brand or site."))
@option("--document", "-d", "documents", multiple=True, help=tell("List only this document."))
@option("--json", "as_json", is_flag=True, help=tell("Print the list as JSON."))
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
        for line in _document(document):
            yield from _wrapped(line, "  ")
    files = sum(document.files for document in found.documents)
    yield ""
    documents = documents_of(len(found.documents))
    yield tell("{documents}, {files}.", documents=documents, files=files_of(files))
    if found.templates:
        yield ""
        yield tell("Templates that you can choose as well (`template:` in policygen.yaml):")
        for name, about in found.templates.items():
            yield from _wrapped(f"{name}: {here_text(about)}" if about else name, "  ")


def _document(document: DocumentOverview) -> Iterator[str]:
    """Yield what there is to say of a document, one sentence a line."""
    yield tell(
        "template {name}, {readers}; {languages}; {formats}; {files}",
        name=document.template,
        readers=_READERS[document.audience],
        languages=" ".join(document.languages),
        formats=" ".join(document.formats),
        files=files_of(document.files),
    )
    if document.gaps:
        gaps = (f"{gap.title} (`{gap.key}`)" if gap.key else gap.title for gap in document.gaps)
        yield tell("lacks: {gaps}", gaps=", ".join(gaps))
    if document.blanks:
        yield tell(
            "to be filled in: {count}, the first at {place}",
            count=len(document.blanks),
            place=str(document.blanks[0]),
        )
    if document.untranslated:
        counts = (f"{tag} {count}" for tag, count in document.untranslated.items())
        yield tell("not translated: {counts}", counts=", ".join(counts))


def _wrapped(sentence: str, indent: str) -> list[str]:
    columns = _COLUMNS
    if sys.stdout.isatty():
        columns = shutil.get_terminal_size((_COLUMNS, 0)).columns
    return textwrap.wrap(
        here(sentence),
        max(40, columns),
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
