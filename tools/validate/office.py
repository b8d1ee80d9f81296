"""DOCX files in LibreOffice: each opens, becomes a PDF, and loses no text on the way."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from lxml import etree

from tools.validate.docx import W, text_of
from tools.validate.manifest import Entry, Finding

SECONDS: Final = 300
TAGGED_PDF: Final = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
QUOTED: Final = re.compile(r'^ *"(.*)"$', re.MULTILINE)
NOT_COMPARED: Final = re.compile(r"[\s\u00ad\u200b-]")


def judge(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield the files that LibreOffice cannot convert, and paragraphs that it does not show."""
    with tempfile.TemporaryDirectory() as folder:
        copies = _copies(entries, Path(folder))
        _convert(list(copies), Path(folder))
        for copy, entry in copies.items():
            for message in _losses(copy):
                yield Finding(entry.name, "LibreOffice", message)


def _copies(entries: Sequence[Entry], folder: Path) -> dict[Path, Entry]:
    """Copy the files into one folder under names of their own: one run converts them all."""
    copies = {}
    for number, entry in enumerate(entries):
        copy = folder / f"{number}.docx"
        shutil.copyfile(entry.path, copy)
        copies[copy] = entry
    return copies


def _convert(files: Sequence[Path], folder: Path) -> None:
    """Turn the files into tagged PDFs beside them; a file that fails has none."""
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            TAGGED_PDF,
            "--outdir",
            folder,
            *files,
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=SECONDS,
        check=False,
    )


def _losses(docx: Path) -> Iterator[str]:
    pdf = docx.with_suffix(".pdf")
    if not pdf.exists():
        yield "cannot open or convert the file"
        return
    shown = _shown(pdf)
    for paragraph in _paragraphs(docx):
        if _plain(paragraph) not in shown:
            yield f"the text is lost: {paragraph[:80]}"


def _shown(pdf: Path) -> str:
    """Return the text in the order of the structure tree, which page breaks do not interrupt."""
    run = subprocess.run(
        ["pdfinfo", "-struct-text", pdf], capture_output=True, text=True, check=True
    )
    return _plain("".join(QUOTED.findall(run.stdout)))


def _paragraphs(docx: Path) -> Iterator[str]:
    """Yield the text of each paragraph, apart from those with page numbers that may change."""
    with ZipFile(docx) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    for paragraph in document.iter(f"{W}p"):
        if (
            paragraph.find(f".//{W}instrText") is None
            and paragraph.find(f".//{W}fldSimple") is None
        ):
            yield text_of(paragraph)


def _plain(text: str) -> str:
    return NOT_COMPARED.sub("", text)
