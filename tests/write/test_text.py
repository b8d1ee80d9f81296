from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygen.doc import tree
from policygen.doc.clauses import COVER
from policygen.doc.tree import Field, LineBreak, Link, Text
from policygen.write import text, text_text
from policygen.write.text_layout import WIDTH
from tests.write import html_sample as sample
from tests.write.html_sample import facts, items, paragraph, section, table

SAMPLES = {
    "english": sample.english(),
    "german": sample.german(),
    "draft": sample.english(draft=True),
}
shown = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co")), min_size=1)


def document(*blocks: tree.Block, lang: str = "en") -> tree.Document:
    cover = tree.Cover("masthead", "Evergreen Example Ltd", "Our promise", "For customers")
    return replace(sample.german(), lang=lang, cover=cover, children=blocks)


def written(*blocks: tree.Block, lang: str = "en") -> str:
    """Return what stands below the title block."""
    whole = text.write(document(*blocks, lang=lang)).decode()
    return whole.partition("For customers\n\n")[2]


def lines(block: str) -> str:
    return dedent(block).lstrip("\n")


@pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES)
def test_the_file_says_what_the_tree_says(document: tree.Document) -> None:
    assert text_text.differences(text.write(document), document) == []


@settings(max_examples=100, deadline=None)
@given(shown, shown, shown)
def test_any_words_arrive_unchanged(first: str, second: str, third: str) -> None:
    link = Link("https://www.example.com", sample.text(third))
    made = document(
        section("a", "1", first, paragraph(second), items("ordered", third, first)),
        section("b", "", second, facts((first, second), (second, third))),
        section("c", "3", third, table(first, (50, 50), (second, third), (first, second))),
        section("d", "4", first, tree.Paragraph((link, LineBreak(), Text(second)))),
    )
    assert text_text.differences(text.write(made), made) == []


@settings(max_examples=100, deadline=None)
@given(shown)
def test_lines_have_a_length_that_every_window_shows(words: str) -> None:
    for line in written(section("a", "1", words, items("bullet", words))).split("\n"):
        assert len(line) <= WIDTH or " " not in line.strip(" -1")
        assert line == line.rstrip(" ")


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Not in price", "Not in prize", ["purpose"]),
        ("reply:     within 2 working", "reply:     within 3 working", ["channels.cards"]),
        ("Evergreen Example Ltd", "Evergreen Ltd", [COVER]),
        ("1.  Read the message.\n", "", ["conduct.details"]),
        ("Hours:        Monday to Friday, 8 a.m. – 8 p.m.\n", "", ["channels.cards"]),
        ("Small print stands at the end.", "Small print stands.", ["complaints.terms"]),
        ("Document control\n=======", "Control\n=======", ["control"]),
        ("Partners follow the same rules.", "Partners follow the same rules. Or not.",
         ["purpose"]),
    ],
)  # fmt: skip
def test_a_changed_word_is_found_in_its_clause(before: str, after: str, found: list[str]) -> None:
    good = text.write(sample.english()).decode()
    assert before in good
    bad = good.replace(before, after, 1).encode()
    assert text_text.differences(bad, sample.english()) == found


def test_words_after_the_end_are_found() -> None:
    bad = text.write(sample.german()) + b"\nMore.\n"
    assert text_text.differences(bad, sample.german()) == ["complaints"]


def test_title_and_headings_are_underlined() -> None:
    made = document(section("a", "1", "Channels", section("b", "1.1", "Phone", level=2)))
    assert text.write(made).decode() == lines("""
        Evergreen Example Ltd

        ===========
        Our promise
        ===========

        For customers

        1  Channels
        ===========

        1.1  Phone
        ----------
        """)


def test_lists_have_marks_and_hanging_lines() -> None:
    long = "If you disagree, the head of service looks at it again within 10 working days."
    assert written(
        items("timeline", "We confirm.", long), items("always", "greet"), items("never", "argue")
    ) == lines("""
        1.  We confirm.
        2.  If you disagree, the head of service looks at it again within 10
            working days.

        ✓  greet

        ✗  argue
        """)


def test_tables_are_read_row_by_row_with_the_names_of_their_columns() -> None:
    assert written(
        table("Replies", (30, 30, 40), ("Channel", "Hours", "Reply"),
              ("Phone", "9–17", "at once"), ("Letter", "", "within 5 days"))
    ) == lines("""
        Replies

            Channel:  Phone
            Hours:    9–17
            Reply:    at once

            Channel:  Letter
            Reply:    within 5 days
        """)  # fmt: skip


def test_a_callout_is_set_apart() -> None:
    callout = tree.Callout(sample.text("Important"), (paragraph("Never ask for it."),), "important")
    assert written(callout) == "[!]  Important\n     Never ask for it.\n"


@pytest.mark.parametrize(
    ("href", "words", "expected"),
    [
        ("https://www.example.com/help", "our pages", "our pages <https://www.example.com/help>"),
        ("https://www.example.com/", "www.example.com", "www.example.com"),
        ("mailto:care@example.com", "care@example.com", "care@example.com"),
        ("mailto:care@example.com?subject=Hello", "write", "write <care@example.com>"),
        ("tel:+12025550142", "+1 202-555-0142", "+1 202-555-0142"),
        ("tel:+12025550142", "call us", "call us <+12025550142>"),
    ],
)
def test_a_link_shows_its_address_unless_its_words_do(href: str, words: str, expected: str) -> None:
    assert written(tree.Paragraph((Link(href, sample.text(words)),))) == f"{expected}\n"


def test_a_form_can_be_filled_in_with_a_pen() -> None:
    options = tuple(Field(word, sample.text(word), "tick") for word in ("E-mail", "Post"))
    assert written(
        Field("name", sample.text("Your name"), help=sample.text("As on the invoice.")),
        Field("matter", sample.text("What happened?"), "lines"),
        Field("proxy", sample.text("I complain for somebody else."), "tick"),
        tree.Choice("answer", sample.text("How should we answer?"), options, one=True),
    ) == lines(f"""
        Your name:  {"_" * 60}
            As on the invoice.

        What happened?
        {"_" * 72}
        {"_" * 72}
        {"_" * 72}

        [ ]  I complain for somebody else.

        How should we answer?
        ( )  E-mail
        ( )  Post
        """)


def test_a_diagram_is_its_caption_since_the_words_stand_beside_it() -> None:
    part = tree.Part("a", "Level 1", ("Agents",))
    assert written(tree.Diagram("path", sample.text("Who decides"), "…", (part,))) == (
        "Who decides\n"
    )


def test_french_has_a_space_before_its_colon() -> None:
    assert written(facts(("Réponse", "2 jours")), lang="fr-CA") == "Réponse\u00a0:  2 jours\n"


def test_characters_that_nobody_sees_are_left_out() -> None:
    assert written(paragraph("Kunden\u00addienst\u200b")) == "Kundendienst\n"


def test_a_letter_begins_without_a_title() -> None:
    letter = document(section("subject", "", "Your complaint"))
    letter = replace(letter, cover=replace(letter.cover, layout="letter"))
    assert text.write(letter).decode().split("\n")[:3] == ["Evergreen Example Ltd", "",
                                                           "Your complaint"]  # fmt: skip
    assert text_text.differences(text.write(letter), letter) == []
