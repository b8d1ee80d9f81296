"""A tree with what is hard for Word: nesting, restarts, odd ids, other languages, deep clauses."""

from __future__ import annotations

from typing import Final

from policygen.doc import tree
from policygen.doc.tree import LineBreak, Link, Paragraph, Reference, Span, Strong, Text
from policygen.write.ooxml.picture import rasterised

LOGO: Final = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">
<circle cx="20" cy="20" r="16" fill="#7a2e8e"/><rect x="46" y="14" width="66" height="12"/></svg>"""

LABELS: Final = tree.Labels(
    contents="Inhalt",
    page_of=("Seite ", " von ", ""),
    version="Version",
    draft="Entwurf",
    skip_to_content="Zum Inhalt springen",
    important="Wichtig",
    note="Hinweis",
)

LONG_ID: Final = "escalation.levels.complaints-manager.handover.checklist"


def text(words: str) -> tuple[tree.Inline, ...]:
    """Return plain inline content."""
    return (Text(words),)


def paragraph(words: str) -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph(text(words))


def items(kind: str, *contents: str | tuple[tree.Block, ...]) -> tree.ItemList:
    """Return a list; an item is plain words or blocks."""
    return tree.ItemList(
        tuple(
            tree.Item((paragraph(item),) if isinstance(item, str) else item) for item in contents
        ),
        kind,
    )


def facts(*pairs: tuple[str, str | tuple[tree.Block, ...]]) -> tree.Terms:
    """Return labels with plain words or blocks."""
    return tree.Terms(
        tuple(
            tree.Term(text(label), (paragraph(fact),) if isinstance(fact, str) else fact)
            for label, fact in pairs
        ),
        "facts",
    )


def table(caption: str, *rows: tuple[str, ...], ids: tuple[str, ...] = ()) -> tree.Table:
    """Return a table of two or three columns; ids: of the rows below the header."""
    cells = [tuple(tree.Cell(text(cell)) for cell in row) for row in rows]
    columns = len(rows[0])
    anchors = ids or ("",) * len(rows)
    return tree.Table(
        caption=text(caption),
        widths=((25, 75), (33, 33, 34))[columns - 2],
        header=tree.Row(tuple(tree.Cell(cell.children, "col") for cell in cells[0])),
        rows=tuple(tree.Row(row, id_) for row, id_ in zip(cells[1:], anchors, strict=False)),
    )


def nested() -> tree.Section:
    """Return lists in lists, in call-outs and in facts."""
    return tree.Section(
        "nested",
        (Text("Verschachteltes, "), Strong(text("fett im Titel"))),
        (
            paragraph("So geht es:"),
            items(
                "ordered",
                "Lesen.",
                (
                    paragraph("Prüfen:"),
                    items("ordered", "Vertrag", "Rechnung"),
                    paragraph("und vermerken."),
                    facts(("Frist", "2 Arbeitstage")),
                    table("Wer prüft", ("Fall", "Wer"), ("Rechnung", "Team 2")),
                ),
                (items("bullet", "ohne eigene Worte"),),
            ),
            paragraph("Und noch einmal von vorn:"),
            items("ordered", "Erstens.", "Zweitens."),
            tree.Callout(
                text("Wichtig"),
                (
                    paragraph("Nie ohne Rückfrage:"),
                    items("never", "kündigen", (items("timeline", "a", "b"),)),
                    paragraph("Im Zweifel fragen."),
                ),
                "important",
            ),
            facts(
                ("Ein Name, der sehr viel länger ist als andere", "dahinter"),
                ("Mehreres", (paragraph("eins"), paragraph("zwei"), items("always", "drei"))),
                ("Nur eine Liste", (items("bullet", "x"),)),
                (
                    "Auf zwei Zeilen",
                    (Paragraph((Text("Montag"), LineBreak(), Text("Dienstag"))),),
                ),
            ),
        ),
        numbered=True,
        number="1",
    )


def inline() -> tree.Section:
    """Return every inline node in every other that makes sense."""
    untranslated = Span(
        (
            Text("Shown in "),
            Strong(text("English")),
            Text(", see "),
            Link("https://www.example.com/a?b=1&c=2", text("the page")),
        ),
        lang="en",
        role="untranslated",
    )
    return tree.Section(
        LONG_ID,
        text("Zeichen & Verweise"),
        (
            Paragraph(
                (
                    Text("<script>alert('1')</script> | {{ x }} 100 % & „so“ "),
                    untranslated,
                    Span(text(" [noch nicht übersetzt]"), role="mark"),
                    LineBreak(),
                    Strong((tree.Emphasis(text("beides")), Text(" fett "))),
                    Link("tel:+12025550142", (Strong(text("+1 202 555 0142")),)),
                    Text(", siehe "),
                    Reference("nested", text("1")),
                    Text(" und "),
                    Reference("Zeile/2", text("Zeile 2")),
                    Span(text(" am Rand"), role="muted"),
                )
            ),
            table(
                "Zeilen mit Namen",
                ("a", "b", "c"),
                ("1", "2", "3"),
                ("4", "5", "6"),
                ids=("zeile-1", "Zeile/2"),
            ),
        ),
        numbered=True,
        number="2",
    )


def deep(level: int = 1, number: str = "3") -> tree.Section:
    """Return clauses within clauses, deeper than there are heading styles."""
    below = (deep(level + 1, f"{number}.1"),) if level < 8 else ()
    blocks = (paragraph(f"Ebene {level}."), *below)
    return tree.Section(
        f"deep-{level}", text(f"Stufe {level}"), blocks, numbered=True, number=number, level=level
    )


def annex() -> tree.Section:
    """Return an unnumbered clause that ends with a table, after text of its own."""
    inner = tree.Section("annex.inner", text("Darin"), (paragraph("Innen."),), level=2)
    figure = tree.Figure("mark", "Ein Kreis und ein Balken", text("Das Zeichen"))
    rows = table("Verlauf", ("Version", "Was"), ("2.1.0", "Chat am Samstag"))
    return tree.Section("annex", text("Anhang"), (figure, inner, paragraph("Danach."), rows))


def document(*, layout: str = "page", draft: bool = False) -> tree.Document:
    """Return the whole document, in German."""
    children = (nested(), inline(), deep(), annex())
    entries = tuple(
        tree.ContentsEntry(section.id, section.number, section.title, section.level)
        for section in (children[0], children[1], children[2], children[3])
    )
    return tree.Document(
        id="long-policy",
        lang="de",
        metadata=tree.Metadata(
            title="Richtlinie – Muster AG",
            author="Muster AG",
            subject="Wie wir Kundinnen und Kunden bedienen",
            keywords=("Kundendienst", "Richtlinie"),
            created="2025-03-01",
            version="2.1.0",
        ),
        cover=tree.Cover(
            layout=layout,
            company="Muster AG",
            title="Richtlinie",
            audience="Für alle, die Kundinnen und Kunden bedienen",
            lines=(tree.CoverLine("Version", "2.1.0"), tree.CoverLine("Gültig ab", "1. März 2025")),
            logo="logo",
            logo_alt="Muster AG",
        ),
        labels=LABELS,
        children=(tree.Contents(entries), *children),
        assets=(
            tree.Asset("logo", "image/svg+xml", LOGO, 240, 80),
            tree.Asset("mark", "image/png", rasterised(LOGO, 30, "mark"), 120, 40),
        ),
        theme=tree.Theme(brand="#7A2E8E"),
        draft=draft,
    )
