"""Composing: templates say what the policy says, in the reader's language, to the right reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygen.config import load_config
from policygen.doc import tree
from policygen.doc.clauses import clause_texts, inline_text, normalise, sections
from policygen.errors import PolicygenError
from policygen.load import load_project
from policygen.templating.compose import Composed, Composer
from tests.sample import ROOT, Edits, copy_sample

HOSTILE = "a | b <script>alert(1)</script> {{ 7*7 }} {% x %} 100% %(num)s & \"q\" 'q' *x* _y_"


def compose(root: Path, document: str, language: str, *, draft: bool = False) -> Composed:
    return Composer(load_project(root), draft=draft).compose(document, language)


def problem_codes(root: Path, document: str = "short-policy") -> list[str]:
    with pytest.raises(PolicygenError) as caught:
        compose(root, document, "en")
    return [problem.code for problem in caught.value.problems]


def own_template(root: Path, markup: str) -> Path:
    """Give the project a short policy of its own."""
    folder = root / "templates" / "documents"
    folder.mkdir(parents=True)
    (folder / "short-policy.xml").write_text(markup, encoding="utf-8")
    return root


def text_of(composed: Composed) -> str:
    return "".join(clause_texts(composed.document).values())


DOCUMENTS = ("short-policy", "long-policy", "agent-handbook", "customer-charter")
ALL_DOCUMENTS = tuple(load_config(ROOT).documents)


@pytest.mark.parametrize("document", ALL_DOCUMENTS)
@pytest.mark.parametrize("language", ["en", "es", "fr", "de"])
def test_nothing_is_left_untranslated(document: str, language: str) -> None:
    assert compose(ROOT, document, language).untranslated == ()


@pytest.mark.parametrize("document", ALL_DOCUMENTS)
def test_every_language_has_the_same_clauses(document: str) -> None:
    ids = [
        [section.id for section in sections(compose(ROOT, document, language).document.children)]
        for language in ("en", "es", "fr", "de")
    ]
    assert ids[1:] == ids[:1] * 3


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "in less than 45 seconds"),
        ("es", "en menos de 45 segundos"),
        ("fr", "en moins de 45 secondes"),
        ("de", "in weniger als 45 Sekunden"),
    ],
)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_one_fact_reaches_every_document_and_language(
    tmp_path: Path, document: str, language: str, words: str
) -> None:
    root = copy_sample(tmp_path, {"policy/channels.yaml": (("reply: < 30 s", "reply: < 45 s"),)})
    assert normalise(words).lower() in text_of(compose(root, document, language)).lower()


def test_values_with_markup_characters_stay_as_typed(tmp_path: Path) -> None:
    edits: Edits = {
        "policy/company.yaml": (
            ("mission: >-\n", f"mission: >-\n  {HOSTILE}\n"),
            ("promise: >-\n", "promise: >-\n  <b>x</b> {{ y }} | 100%\n"),
        )
    }
    composed = compose(copy_sample(tmp_path, edits), "customer-charter", "en")
    text = clause_texts(composed.document)["promise"]
    assert normalise(HOSTILE) in text
    assert normalise("<b>x</b> {{ y }} | 100%") in text


def test_customers_never_see_an_internal_clause() -> None:
    charter = text_of(compose(ROOT, "customer-charter", "en"))
    for internal in ("Escalat", "Speak ill", "Handling time", "Jules Mockname", "Level 1"):
        assert normalise(internal) not in charter


def test_a_clause_marked_for_staff_leaves_the_charter(tmp_path: Path) -> None:
    edits: Edits = {"policy/channels.yaml": (("  video:\n", "  video:\n    audience: staff\n"),)}
    root = copy_sample(tmp_path, edits)
    assert "videocall" not in text_of(compose(root, "customer-charter", "en")).lower()
    assert "videocall" in text_of(compose(root, "long-policy", "en")).lower()


@pytest.mark.parametrize(
    "expression",
    [
        "policy.conduct.never[0]",
        "policy.conduct.never[0]|upper",
        "policy.conduct.never|join(' ')",
        "policy.control.owner.name",
        "policy.contacts['director'].phone",
        "policy['control']['owner']",
        "policy.levels['level-1'].measures[0].target",
        "policy.complaints.register_.system ~ ''",
    ],
)
def test_a_template_that_would_leak_does_not_build(tmp_path: Path, expression: str) -> None:
    markup = f"<article><section id='s'><h1>x</h1><p>{{{{ {expression} }}}}</p></section></article>"
    assert problem_codes(own_template(copy_sample(tmp_path), markup)) == ["AUD101"]


@pytest.mark.parametrize(
    "expression",
    ["policy", "policy.company", "policy.customer_duties", "policy.model_dump()", "policy.copy"],
)
def test_a_template_cannot_print_a_whole_part(tmp_path: Path, expression: str) -> None:
    markup = f"<article><section id='s'><h1>x</h1><p>{{{{ {expression} }}}}</p></section></article>"
    assert problem_codes(own_template(copy_sample(tmp_path), markup)) in (["TPL003"], ["TPL004"])


def test_a_missing_translation_is_shown_marked_and_counted(tmp_path: Path) -> None:
    edits: Edits = {"policy/company.yaml": (("vision: To be", "vision: Always to be"),)}
    composed = compose(copy_sample(tmp_path, edits), "short-policy", "de")
    assert composed.untranslated == ("vision",)
    spans = [
        span
        for section in sections(composed.document.children)
        for block in section.children
        if isinstance(block, tree.Paragraph)
        for owner in block.children
        if isinstance(owner, tree.Span)
        for span in owner.children
        if isinstance(span, tree.Span)
    ]
    shown = [(span.role, span.lang, inline_text(span.children)[:12]) for span in spans]
    assert ("untranslated", "en", "Always to be") in shown
    assert "mark" in {role for role, _, _ in shown}


@pytest.mark.parametrize(
    ("markup", "code", "line"),
    [
        ("<article>\n<p>{{ policy.visoin }}</p></article>", "TPL003", 2),
        ("<article>\n\n{% if %}</article>", "TPL002", 3),
        ("<article>\n<blink>x</blink></article>", "TPL111", 2),
        ("<article>{% include 'parts/none.xml' %}</article>", "TPL001", None),
        ("<article>\n<p>{{ 1 // 0 }}</p></article>", "TPL004", 2),
        ("<article>\n<p>{{ policy.__class__.mro() }}</p></article>", "TPL004", 2),
        ("<article>\n\n<section id='a'><h1>x</h1><p></section></article>", "TPL102", 3),
        (
            "<article><section id='s'><h1>x</h1><p><a href='#none'>x</a></p></section></article>",
            "TPL132",
            None,
        ),
    ],
)
def test_a_mistake_in_a_template_names_its_line(
    tmp_path: Path, markup: str, code: str, line: int | None
) -> None:
    root = own_template(copy_sample(tmp_path), markup)
    with pytest.raises(PolicygenError) as caught:
        compose(root, "short-policy", "en")
    problem = caught.value.problems[0]
    assert problem.code == code
    if line is not None:
        assert problem.span is not None
        assert (problem.span.file, problem.span.line) == (
            "templates/documents/short-policy.xml",
            line,
        )


def test_draft_is_said_on_the_cover() -> None:
    document = compose(ROOT, "long-policy", "de", draft=True).document
    assert document.draft
    assert "Entwurf" in [line.value for line in document.cover.lines]


def test_a_policy_with_nothing_optional_makes_every_document(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    for path in (root / "policy").glob("*.yaml"):
        path.unlink()
    (root / "policy" / "policy.yaml").write_text(
        "company: {name: Tiny}\n"
        "control: {version: 1.0.0, status: draft, effective: 2026-01-01}\n"
        "channels: {phone: {kind: phone, reply: < 1 min}}\n",
        encoding="utf-8",
    )
    for document in DOCUMENTS:
        assert "Tiny" in text_of(compose(root, document, "en"))
