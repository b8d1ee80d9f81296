"""The table of requirements and clauses: for a terminal, programs, spreadsheets and print.

Each format is one function from the report to text. Packs speak the user's language where they
have it, else English.
"""

from __future__ import annotations

import csv
import json
import textwrap
from collections import Counter
from io import StringIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from policygen.cli.language import here
from policygen.cli.requirement_page import NO_ADVICE, SOURCES, STATUS, dated, html, pack_words
from policygen.cli.visible import visible
from policygen.errors import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from policygen.build.requirements import PackReport, Report

    Table = Callable[[Report], str]

_COLUMNS: Final = 100


def _text(report: Report) -> str:
    lines = [*_wrapped(here(NO_ADVICE), ""), ""]
    for pack in report.packs:
        lines += [*_pack_lines(report, pack), ""]
    return visible_lines([*lines, *_wrapped(here(NO_ADVICE), "")])


def visible_lines(lines: list[str]) -> str:
    """Return lines as one text that a terminal can show."""
    return "\n".join(visible(line) for line in lines)


def _pack_lines(report: Report, found: PackReport) -> Iterator[str]:
    yield pack_words(found.pack.title)
    yield from _wrapped(pack_words(found.pack.applies_to), "  ")
    yield from _wrapped(dated(report, found), "  ")
    for row in found.rows:
        requirement = row.judgement.requirement
        yield ""
        verdict = tell(
            "{status}: {says} ({reference})",
            status=STATUS[row.judgement.status.value],
            says=pack_words(requirement.says),
            reference=requirement.reference,
        )
        yield from _wrapped(here(verdict), "  ")
        yield from _wrapped(here(row.judgement.why), "    ")
        for clause, where in row.places:
            yield f"    {clause}  {where}".rstrip()
    yield ""
    counts = Counter(row.judgement.status.value for row in found.rows)
    totals = (tell("{status}: {count}", status=STATUS[s], count=n) for s, n in counts.items())
    yield "  " + ", ".join(map(here, totals))
    yield ""
    yield f"  {here(SOURCES)}"
    for source in found.pack.sources.values():
        yield from _wrapped(f"{source.title} <{source.url}>", "    ")
        yield from _wrapped(pack_words(source.note) if source.note else "", "      ")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        _COLUMNS,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_on_hyphens=False,
        break_long_words=False,
    )


# ------------------------------------------------------------------------ for programs


def _records(report: Report) -> Iterator[dict[str, Any]]:
    """Yield each requirement as names and values."""
    for found in report.packs:
        for row in found.rows:
            requirement = row.judgement.requirement
            source = found.pack.sources[requirement.source]
            yield {
                "pack": found.id,
                "id": row.judgement.id,
                "requirement": pack_words(requirement.says),
                "reference": requirement.reference,
                "result": row.judgement.status.value,
                "why": here(row.judgement.why),
                "clauses": [{"clause": clause, "place": where} for clause, where in row.places],
                "source": source.title,
                "url": source.url,
                "source_status": source.status.value,
                "source_note": pack_words(source.note) if source.note else "",
                "checked": found.pack.checked.isoformat(),
            }


def _json(report: Report) -> str:
    data = {
        "note": here(NO_ADVICE),
        "company": report.company,
        "version": report.version,
        "day": report.day.isoformat() if report.day else None,
        "requirements": list(_records(report)),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _csv(report: Report) -> str:
    """Return the table for a spreadsheet; its first and its last row say what it is not."""
    rows = list(_records(report))
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([here(NO_ADVICE)])
    writer.writerow(list(rows[0]) if rows else [])
    for row in rows:
        row["clauses"] = "; ".join(
            f"{found['clause']} ({found['place']})" for found in row["clauses"]
        )
        writer.writerow([_harmless(str(value)) for value in row.values()])
    writer.writerow([here(NO_ADVICE)])
    return out.getvalue()


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell


TABLES: Final[Mapping[str, Table]] = MappingProxyType(
    {"text": _text, "json": _json, "csv": _csv, "html": html}
)
"""Name, as `--output-format` has it -> the function that writes it."""
