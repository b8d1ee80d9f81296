"""Sample trees for the HTML and PDF writers: every node type, in English and German."""

from __future__ import annotations

from typing import Final

from policygen.doc import tree
from policygen.doc.tree import Emphasis, Link, Paragraph, Reference, Strong, Text

LOGO: Final = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">
<circle cx="20" cy="20" r="16" fill="#0b6e4f"/><path d="M10 22 l7 7 l13 -16" fill="none"
 stroke="#fff" stroke-width="4"/><rect x="46" y="14" width="66" height="12" rx="6" fill="#0b6e4f"/>
</svg>"""

ENGLISH: Final = tree.Labels(
    contents="Contents",
    page_of=("Page ", " of ", ""),
    version="Version",
    draft="Draft",
    skip_to_content="Skip to content",
    important="Important",
    note="Note",
)
GERMAN: Final = tree.Labels(
    contents="Inhalt",
    page_of=("Seite ", " von ", ""),
    version="Version",
    draft="Entwurf",
    skip_to_content="Zum Inhalt springen",
    important="Wichtig",
    note="Hinweis",
)


def text(words: str) -> tuple[tree.Inline, ...]:
    """Return plain inline content."""
    return (Text(words),)


def paragraph(words: str, kind: str = "") -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph(text(words), kind)


def items(kind: str, *words: str) -> tree.ItemList:
    """Return a list of plain items."""
    return tree.ItemList(tuple(tree.Item((paragraph(item),)) for item in words), kind)


def facts(*pairs: tuple[str, str], kind: str = "facts") -> tree.Terms:
    """Return label and value pairs."""
    return tree.Terms(
        tuple(tree.Term(text(label), (paragraph(value),)) for label, value in pairs), kind
    )


def table(
    caption: str, widths: tuple[int, ...], *rows: tuple[str, ...], kind: str = ""
) -> tree.Table:
    """Return a table; the first row is its header, the first column heads the rows."""
    header, *body = rows
    return tree.Table(
        caption=text(caption),
        widths=widths,
        header=tree.Row(tuple(tree.Cell(text(cell), "col") for cell in header)),
        rows=tuple(
            tree.Row(
                (tree.Cell(text(row[0]), "row"), *(tree.Cell(text(cell)) for cell in row[1:])),
            )
            for row in body
        ),
        kind=kind,
    )


def section(
    id_: str, number: str, title: str, *children: tree.Block, level: int = 1
) -> tree.Section:
    """Return a numbered section."""
    return tree.Section(id_, text(title), children, bool(number), number, level)


def _contents(children: tuple[tree.Block, ...]) -> tree.Contents:
    entries: list[tree.ContentsEntry] = []
    for top in children:
        if isinstance(top, tree.Section):
            entries.append(tree.ContentsEntry(top.id, top.number, top.title, 1))
            entries += [
                tree.ContentsEntry(child.id, child.number, child.title, 2)
                for child in top.children
                if isinstance(child, tree.Section)
            ]
    return tree.Contents(tuple(entries))


def english(*, draft: bool = False) -> tree.Document:
    """Return a long English policy with a cover page and every node type."""
    children = (
        section(
            "purpose",
            "1",
            "Purpose and promise",
            paragraph(
                "We answer every customer quickly, honestly and in plain words, and we put right "
                "what went wrong.",
                "lead",
            ),
            Paragraph(
                (
                    Text("This policy says how we serve customers & partners. See "),
                    Reference("complaints", text("4")),
                    Text(" for complaints, write to "),
                    Link("mailto:care@example.com", text("care@example.com")),
                    Text(" or read "),
                    Link("https://www.example.com/help", text("our help pages")),
                    Text(". It is "),
                    Strong(text("binding")),
                    Text(" and "),
                    Emphasis((Text("never "), Strong(text("optional")))),
                    Text(" < not even on Fridays >."),
                )
            ),
            tree.Callout(
                text("Important"),
                (
                    paragraph("Nobody is put at a disadvantage because of a complaint."),
                    items("bullet", "Not in price.", "Not in speed."),
                ),
                "important",
            ),
            tree.Callout(text("Note"), (paragraph("Partners follow the same rules."),), "note"),
        ),
        section(
            "channels",
            "2",
            "Channels",
            section(
                "channels.standards",
                "2.1",
                "Standards of each channel",
                paragraph("The times below count from the moment a message reaches us."),
                table(
                    "Channels, hours and replies",
                    (18, 30, 26, 26),
                    ("Channel", "Hours", "First reply", "Languages"),
                    *(
                        (
                            f"Channel {number}",
                            "Monday to Friday, 8 a.m. – 8 p.m.; Saturday, 9 a.m. – 1 p.m.",
                            f"within {number} working hours, in 95% of cases",
                            "English, Spanish, French, German",
                        )
                        for number in range(1, 31)
                    ),
                ),
                level=2,
            ),
            section(
                "channels.cards",
                "2.2",
                "How to reach us",
                tree.Cards(
                    tuple(
                        tree.Card(
                            text(name),
                            (
                                facts(
                                    ("Reach us at", reach),
                                    ("Hours", "Monday to Friday, 8 a.m. – 8 p.m."),
                                    ("We reply", reply),
                                ),
                            ),
                            f"card.{name.lower().replace(' ', '-')}",
                        )
                        for name, reach, reply in (
                            ("Phone", "+1 202 555 0142", "within 30 seconds"),
                            ("E-mail", "care@example.com", "within 2 working hours"),
                            ("Live chat", "www.example.com/chat", "within 1 minute"),
                        )
                    )
                ),
                level=2,
            ),
        ),
        section(
            "conduct",
            "3",
            "Conduct",
            paragraph("We always:"),
            items(
                "always", "greet by name and listen to the end", "say what happens next, and when"
            ),
            paragraph("We never:"),
            items("never", "promise what we cannot keep", "argue about who is to blame"),
            section(
                "conduct.details",
                "3.1",
                "Details",
                items("ordered", "Read the message.", "Answer every question in it.", "Check."),
                section(
                    "conduct.details.deep",
                    "3.1.1",
                    "Finer details",
                    tree.ItemList(
                        (
                            tree.Item(
                                (
                                    paragraph("Before the call"),
                                    items("bullet", "open the case", "read its history"),
                                    paragraph("and then call."),
                                ),
                                "conduct.item",
                            ),
                            tree.Item((paragraph("After the call"),)),
                        )
                    ),
                    tree.Figure(
                        "logo.svg", "A tick in a circle", text("The mark of a kept promise")
                    ),
                    level=3,
                ),
                level=2,
            ),
        ),
        section(
            "complaints",
            "4",
            "Complaints",
            items(
                "timeline",
                "We confirm within 1 working day that we have your complaint.",
                "We decide within 5 working days and tell you why in writing.",
                "If you disagree, the head of service looks at it again within 10 working days.",
            ),
            section(
                "complaints.terms",
                "4.1",
                "Definitions",
                facts(
                    ("Complaint", "An expression of dissatisfaction that expects an answer."),
                    ("Working day", "Monday to Friday except public holidays at our seat."),
                    kind="glossary",
                ),
                Paragraph(
                    (
                        tree.Span(
                            text("Dieser Satz wartet auf seine Übersetzung."), "de", "untranslated"
                        ),
                        Text(" "),
                        tree.Span(text("[shown in German]"), role="mark"),
                        tree.LineBreak(),
                        tree.Span(text("Reply: "), role="label"),
                        tree.Span(text("2 working days"), role="fact"),
                        tree.Span(text(" (aim)"), role="muted"),
                    )
                ),
                paragraph("Small print stands at the end.", "note"),
                level=2,
            ),
        ),
        section(
            "control",
            "",
            "Document control",
            table(
                "Versions of this document",
                (15, 20, 65),
                ("Version", "Date", "What changed"),
                ("2.1.0", "1 March 2025", "Chat is open on Saturdays."),
                ("2.0.0", "3 September 2024", "New complaint procedure."),
                kind="quiet",
            ),
            table("Approval", (30, 70), ("Role", "Name"), ("Owner", "Robin Sample"), kind="quiet"),
        ),
    )
    return tree.Document(
        id="long-policy",
        lang="en",
        metadata=tree.Metadata(
            title="Customer Service Policy – Evergreen Example Ltd",
            author="Evergreen Example Ltd",
            subject="How we serve our customers",
            keywords=("customer service", "policy"),
            created="2025-03-01",
            version="2.1.0",
        ),
        cover=tree.Cover(
            layout="page",
            company="Evergreen Example Ltd",
            title="Customer Service Policy",
            audience="For everyone who serves our customers",
            lines=(
                tree.CoverLine("Version", "2.1.0"),
                tree.CoverLine("In force from", "1 March 2025"),
                tree.CoverLine("Status", "Approved"),
                tree.CoverLine("Classification", "Internal"),
            ),
            logo="logo.svg",
            logo_alt="Evergreen Example",
        ),
        labels=ENGLISH,
        children=(_contents(children), *children),
        assets=(tree.Asset("logo.svg", "image/svg+xml", LOGO, 120, 40),),
        theme=tree.Theme(brand="#0b6e4f"),
        draft=draft,
    )


def german() -> tree.Document:
    """Return a short German charter with a masthead, long words and cards."""
    cards = tree.Cards(
        tuple(
            tree.Card(
                text(name),
                (
                    facts(
                        ("Erreichbarkeit", "Montag bis Freitag, 8:00–20:00 Uhr"),
                        ("Erste Antwort", reply),
                        ("Zuständigkeit", "Kundenzufriedenheitsbeauftragte"),
                    ),
                ),
            )
            for name, reply in (
                ("Telefon", "innerhalb von 30 Sekunden"),
                ("E-Mail", "innerhalb von 2 Arbeitsstunden"),
                ("Chat", "innerhalb von 1 Minute"),
                ("Selbstbedienung", "sofort, rund um die Uhr"),
            )
        )
    )
    children = (
        section(
            "promise",
            "",
            "Was Sie erwarten können",
            paragraph("Wir antworten schnell, ehrlich und in klaren Worten.", "lead"),
            paragraph(
                "Unsere Kundendienstqualitätssicherungsbeauftragten prüfen regelmäßig die "
                "Beschwerdebearbeitungsgeschwindigkeit und veröffentlichen die "
                "Zufriedenheitsbefragungsergebnisse der Kundinnen und Kunden vierteljährlich."
            ),
            cards,
        ),
        section(
            "complaints",
            "",
            "Ihre Beschwerde",
            items(
                "timeline",
                "Wir bestätigen den Eingang innerhalb von 1 Arbeitstag.",
                "Wir entscheiden innerhalb von 5 Arbeitstagen und begründen es schriftlich.",
                "Sind Sie nicht einverstanden, prüft die Serviceleitung den Fall erneut.",
            ),
            table(
                "Wiedergutmachung",
                (40, 60),
                ("Wenn wir unser Versprechen nicht halten", "erhalten Sie"),
                ("Verspätete Antwort", "eine Entschuldigung und 10 € Gutschrift"),
                ("Donaudampfschifffahrtsgesellschaftsverspätung", "den vollen Fahrpreis"),
            ),
        ),
    )
    return tree.Document(
        id="customer-charter",
        lang="de",
        metadata=tree.Metadata(
            title="Kundencharta – Immergrün Beispiel GmbH",
            author="Immergrün Beispiel GmbH",
            subject="Was unsere Kundinnen und Kunden erwarten können",
            keywords=("Kundendienst", "Charta"),
            created="2025-03-01",
            version="2.1.0",
        ),
        cover=tree.Cover(
            layout="masthead",
            company="Immergrün Beispiel GmbH",
            title="Unser Versprechen an Sie",
            audience="Für alle Kundinnen und Kunden",
            lines=(
                tree.CoverLine("Version", "2.1.0"),
                tree.CoverLine("Gültig ab", "1. März 2025"),
            ),
            logo="logo.svg",
            logo_alt="Immergrün Beispiel",
        ),
        labels=GERMAN,
        children=children,
        assets=(tree.Asset("logo.svg", "image/svg+xml", LOGO, 120, 40),),
        theme=tree.Theme(brand="#1a4f8b"),
    )
