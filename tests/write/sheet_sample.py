"""Sample trees of a poster, a desk card and a letter, as long as a test wants them."""

from __future__ import annotations

from dataclasses import replace

from policygen.doc import tree
from policygen.doc.tree import Paragraph, Span
from tests.write import html_sample as sample
from tests.write.html_sample import facts, items, paragraph, section, text

PROMISE = "Wir beantworten Ihre Beschwerde schriftlich und nennen Ihnen unsere Gründe."
STEP = "Wir bestätigen den Eingang innerhalb von 2 Arbeitstagen und nennen den Namen der Person, \
die sich kümmert."


def owned(clause: str, words: str) -> Paragraph:
    """Return a paragraph that a clause of the policy owns."""
    return Paragraph((Span(text(words), clause=clause),))


def sheet(layout: str, *children: tree.Block) -> tree.Document:
    """Return a German document of a layout."""
    german = sample.german()
    return replace(
        german,
        cover=replace(german.cover, layout=layout, title="Was wir Ihnen zusagen"),
        children=children,
    )


def promise(number: int) -> tree.Card:
    """Return one promise of a poster."""
    clause = f"promises.p{number}"
    target = Span(text("innerhalb von 10 Arbeitstagen"), role="fact", clause=f"{clause}.target")
    return tree.Card(
        (Span(text(PROMISE), clause=f"{clause}.statement"),), (Paragraph((target,)),), clause
    )


def poster(promises: int) -> tree.Document:
    """Return a poster with so many promises."""
    return sheet(
        "poster",
        section("promises", "", "Unsere Zusagen", tree.Cards(tuple(map(promise, range(promises))))),
        section(
            "channels",
            "",
            "So erreichen Sie uns",
            facts(("Telefon", "+1 202 555 0142"), ("E-Mail", "hilfe@reiher.example")),
        ),
        section("complaints", "", "Wenn etwas schiefgeht", items("ordered", STEP, STEP, STEP)),
        section("validity", "", "Gültigkeit", paragraph("Gilt ab 1. Oktober 2026.", "note")),
    )


def card(sections: int) -> tree.Document:
    """Return a desk card with so many sections of each sort."""
    return sheet(
        "card",
        *(
            part
            for number in range(sections)
            for part in (
                section(
                    f"times{number}",
                    "",
                    "Wie schnell Sie antworten",
                    facts(*((f"Kanal {row}", "in weniger als 30 Sekunden") for row in range(6))),
                ),
                section(
                    f"conduct{number}",
                    "",
                    "Immer und nie",
                    items("always", STEP, STEP),
                    items("never", STEP, STEP),
                ),
                section(
                    f"levels{number}",
                    "",
                    "Wann Sie weitergeben",
                    sample.table(
                        "Wege", (30, 70), ("Von", "Wann"), ("Level 1", STEP), ("Level 2", STEP)
                    ),
                    tree.Callout(text("Wichtig"), (paragraph(STEP),), "important"),
                ),
            )
        ),
    )


def letter() -> tree.Document:
    """Return a letter with its sender at the top."""
    return sheet(
        "letter",
        section("letter", "", "Ihre Beschwerde", paragraph("Guten Tag,"), paragraph(STEP)),
    )
