"""The table of requirements and clauses as a page, and the words that all its forms share."""

from __future__ import annotations

from html import escape
from string import Template
from typing import TYPE_CHECKING, Final

from policygen.cli.language import here, spoken
from policygen.errors import tell
from policygen.packs.model import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.build.requirements import PackReport, Report, Row

NO_ADVICE: Final = tell(
    "This table is no legal advice. It compares data with data; only a lawyer can say whether the "
    "policy complies, and with what."
)
SOURCES: Final = tell("About the sources")
STATUS: Final = {
    "met": tell("met"),
    "not met": tell("not met"),
    "not applicable": tell("not applicable"),
    "cannot be decided by data": tell("cannot be decided by data"),
}


def pack_words(worded: Mapping[str, str]) -> str:
    """Return a pack's words in the user's language where it has them, else in English."""
    return in_language(worded, spoken())


def dated(report: Report, found: PackReport) -> str:
    """Return which policy was compared with which pack, and when."""
    return here(
        tell(
            "{company}, version {version}, on {day}; pack “{pack}”, compared with its sources on "
            "{checked}",
            company=report.company,
            version=report.version,
            day=report.day,
            pack=found.id,
            checked=found.pack.checked,
        )
    )


_PAGE: Final = Template("""<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 2rem auto;
  max-width: 70rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; }
.note { border-left: .3rem solid #5a5a5a; padding: .5rem 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; min-width: 44rem;
  font-size: .9rem; }
caption { text-align: left; padding: .5rem 0; }
thead th:nth-child(2) { width: 13%; } thead th:nth-child(3) { width: 33%; }
thead th:nth-child(4) { width: 24%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0;
  border-bottom: 1px solid #767676; overflow-wrap: anywhere; }
tbody th { font-weight: 400; }
td.result { font-weight: 700; }
ul { margin: 0; padding-left: 1rem; } a { color: #0b4a6f; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } table { font-size: 8pt; } thead { display: table-header-group; }
  tr { break-inside: avoid; } .scroll { overflow: visible; } @page { size: A4 landscape; margin: 15mm; } }
</style>
</head>
<body>
<main>
<h1>$title</h1>
<p class="note">$note</p>
$packs
<p class="note">$note</p>
</main>
</body>
</html>
""")  # noqa: E501 - a style sheet is read by its rules


def html(report: Report) -> str:
    """Return the table as a page that stands alone, for print and for screen readers."""
    title = tell(
        "Requirements and clauses: {company}, version {version}",
        company=report.company,
        version=report.version,
    )
    return _PAGE.substitute(
        language=spoken(),
        title=escape(here(title)),
        note=escape(here(NO_ADVICE)),
        packs="\n".join(_html_pack(report, found) for found in report.packs),
    )


def _html_pack(report: Report, found: PackReport) -> str:
    headings = (tell("Requirement"), tell("Result"), tell("Clauses"), tell("Source"))
    head = "".join(f'<th scope="col">{escape(here(heading))}</th>' for heading in headings)
    caption = f"{_html_words(found.pack.applies_to)} {escape(dated(report, found))}"
    body = "\n".join(_html_row(found, row) for row in found.rows)
    heading = f"pack-{escape(found.id, quote=True)}"
    # The table can be scrolled by keyboard where it is wider than the screen.
    return (
        f'<h2 id="{heading}">{_html_words(found.pack.title)}</h2>\n'
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{heading}">\n'
        f"<table>\n<caption>{caption}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>\n"
        f"{_html_notes(found)}"
    )


def _html_notes(found: PackReport) -> str:
    """Return what is to be said about the sources, once for all rows."""
    items = "".join(
        f"<li>{escape(source.title)}: {_html_words(source.note)}</li>"
        for source in found.pack.sources.values()
        if source.note
    )
    heading = escape(here(SOURCES))
    return f"<h3>{heading}</h3>\n<ul>{items}</ul>" if items else ""


def _html_row(found: PackReport, row: Row) -> str:
    requirement = row.judgement.requirement
    source = found.pack.sources[requirement.source]
    items = "".join(
        f"<li><code>{escape(clause)}</code><br>{escape(where)}</li>" for clause, where in row.places
    )
    return (
        f'<tr><th scope="row">{_html_words(requirement.says)}</th>'
        f'<td class="result">{escape(here(STATUS[row.judgement.status.value]))}</td>'
        f"<td>{escape(here(row.judgement.why))}{f'<ul>{items}</ul>' if items else ''}</td>"
        f"<td>{escape(requirement.reference)}<br>"
        f'<a href="{escape(source.url, quote=True)}">{escape(source.title)}</a></td></tr>'
    )


def _html_words(worded: Mapping[str, str]) -> str:
    """Return a pack's words, marked where they are not in the language of the page."""
    text = escape(pack_words(worded))
    return text if spoken() in worded else f'<span lang="en">{text}</span>'
