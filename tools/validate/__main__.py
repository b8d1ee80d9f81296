"""Judge every file of a build: `python -m tools.validate output`.

Exit status 0 when no judge objects to any file that the manifest lists, and 1 otherwise.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from tools.validate import docx, fragment, html, manifest, office, pdf, text
from tools.validate.manifest import Entry, Finding

NO_FILE: Final = "(all files)"
"""Stands for a file's name where a judge as a whole failed."""

Judge = Callable[[Sequence[Entry]], Iterable[Finding]]

JUDGES: Final[tuple[tuple[str, str, Judge], ...]] = (
    (".pdf", "veraPDF (PDF/A-2a, PDF/UA-1) and qpdf", pdf.judge),
    (".docx", "headings, header rows, languages, alternative text", docx.judge),
    (".docx", "LibreOffice", office.judge),
    (".html", "Nu HTML checker", html.nu_checker),
    (".html", "axe in Chromium", html.axe),
    (".txt", "characters and lines", text.judge),
    (".fragment.html", "nothing that the page around it has", fragment.judge),
    (".fragment.html", "Nu HTML checker, in a page", fragment.nu_checker),
    (".fragment.html", "axe in Chromium, in a page", fragment.axe),
)
"""What is looked at by whom: the files' ending, a name for the log, the judge."""

OPTIONAL: Final = (".txt", ".fragment.html")
"""Endings of files that not every project makes."""


def main(output: Path) -> int:
    """Run every judge over the files of `output`, print what they find, return the exit status."""
    entries, findings = manifest.read_all(output)
    for suffix, name, judge in JUDGES:
        chosen = [entry for entry in entries if "".join(entry.path.suffixes) == suffix]
        if not chosen and suffix in OPTIONAL:
            continue
        findings += _examine(f"{suffix[1:].upper()}: {name}", judge, chosen)
    for finding in findings:
        print(f"  {finding}")
    failed = {finding.file for finding in findings}
    passed = {entry.name for entry in entries} - failed
    print(f"{len(passed)} passed, {len(failed)} failed")
    return bool(failed)


def _examine(name: str, judge: Judge, entries: Sequence[Entry]) -> list[Finding]:
    start = time.monotonic()
    if not entries:
        found = [Finding(NO_FILE, name, "there is no file to examine")]
    else:
        try:
            found = list(judge(entries))
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            found = [Finding(NO_FILE, name, f"could not do its work: {error}")]
    seconds = time.monotonic() - start
    print(f"{name}: {len(entries)} files, {len(found)} findings, {seconds:.0f} s", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
