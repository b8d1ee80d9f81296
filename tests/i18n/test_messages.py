"""What the program says to its user, in four languages."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from policygen.cli.main import main
from policygen.errors import NO_WORDS, WordedIn, either, listed, tell, tell_number
from policygen.i18n import messages
from policygen.i18n.messages import LANGUAGES, said, said_text, ui_language
from policygen.i18n.parity.typography import punctuation_mistakes

ROOT = Path(__file__).parents[2]
TRANSLATED = [language for language in LANGUAGES if language != messages.ENGLISH]
MODULES = sorted((ROOT / "src").rglob("*.py"))
KEYWORDS = {"tell": None, "tell_number": (1, 2)}
TYPED = re.compile(r"`[^`]*`")
"""What the user types, which is the same in every language."""
NO_PROSE = re.compile(
    rf"{TYPED.pattern}|\{{\w+[^}}]*\}}|\"[^\"]*\"|<[^>]*>|\w+:…|[„«¿¡]\s?…\S*|^  .*$", re.MULTILINE
)
"""What does not follow the rules of a language: code, fields, addresses, marks that are shown."""


def read_catalog(language: str) -> Catalog:
    path = ROOT / "locales" / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=messages.DOMAIN)


def forms(words: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the one form of a message, or that for one and that for several."""
    return (words or "",) if isinstance(words, str | None) else tuple(words)


CATALOGS = {language: read_catalog(language) for language in TRANSLATED}
PAIRS = [
    pytest.param(language, message, id=f"{language}-{forms(message.id)[0][:50]}")
    for language, catalog in CATALOGS.items()
    for message in catalog
    if message.id
]


@pytest.fixture(scope="module")
def wanted() -> set[str | tuple[str, ...]]:
    """Return every message that the program has, as tools/messages.sh finds them."""
    with (ROOT / "babel-messages.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    return {found[2] for found in extract_from_dir(ROOT, methods, options, keywords=KEYWORDS)}


@pytest.mark.parametrize("language", TRANSLATED)
def test_everything_that_the_program_says_is_translated(
    language: str, wanted: set[str | tuple[str, ...]]
) -> None:
    done = {
        message.id
        for message in CATALOGS[language]
        if message.id and not message.fuzzy and all(forms(message.string))
    }
    assert wanted - done == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_sentence_can_be_found_by_extraction(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    in_strings = {
        id(call)
        for text in ast.walk(tree)
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            for argument in call.args if call.func.id in KEYWORDS else ():
                assert isinstance(argument, ast.Constant), ast.unparse(call)
                assert id(call) not in in_strings, ast.unparse(call)


@pytest.mark.parametrize(("language", "message"), PAIRS)
def test_a_translation_has_all_that_is_filled_in_or_typed(language: str, message: Message) -> None:
    source = forms(message.id)[0]
    for words in forms(message.string):
        assert fields(words) == fields(source)
        assert len(TYPED.findall(words)) == len(TYPED.findall(source))
        assert words.endswith(".") == source.endswith(".")
        assert list(punctuation_mistakes(NO_PROSE.sub("x", words), language)) == []


def fields(template: str) -> list[str]:
    """Return the names of the fields of a template, with their formats."""
    return sorted(
        f"{name}:{shape}" for _, name, shape, _ in string.Formatter().parse(template) if name
    )


# ----------------------------------------------------------------- which language


@pytest.mark.parametrize(
    ("option", "environment", "expected"),
    [
        ("", {}, "en"),
        ("", {"LANG": "es_ES.UTF-8"}, "es"),
        ("", {"LANG": "C.UTF-8"}, "en"),
        ("", {"LANG": "it_IT.UTF-8"}, "en"),
        ("", {"LANG": "de"}, "de"),
        ("", {"LC_ALL": "fr_CA", "LANG": "es_ES.UTF-8"}, "fr"),
        ("", {"LC_ALL": "", "LC_MESSAGES": "de_AT@euro", "LANG": "es_ES"}, "de"),
        ("fr", {"LC_ALL": "de_DE.UTF-8"}, "fr"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_system_s(
    option: str, environment: dict[str, str], expected: str
) -> None:
    assert ui_language(option, environment) == expected


# ------------------------------------------------------------------ how it is said


def test_a_sentence_is_said_with_what_is_filled_in() -> None:
    sentence = tell("there is no theme “{base}”", base="sea")
    assert sentence == "there is no theme “sea”"
    assert said(sentence, "en") == sentence
    assert said(sentence, "es") == "no existe el tema «sea»"


def test_words_inside_words_are_translated_too() -> None:
    inner = tell("a date")
    sentence = tell("this is not {wanted}, as `{path}` needs", wanted=inner, path="control.date")
    for language in TRANSLATED:
        assert said(inner, language) != inner
        assert said(inner, language) in said(sentence, language)


def test_numbers_have_the_form_of_the_language() -> None:
    found = {
        number: said(tell_number("{number} warning", "{number} warnings", number=number), "fr")
        for number in (0, 1, 2)
    }
    assert found == {0: "0 avertissement", 1: "1 avertissement", 2: "2 avertissements"}
    assert tell_number("{number} warning", "{number} warnings", number=0) == "0 warnings"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "more than 50,000 entries"),
        ("es", "más de 50.000 entradas"),
        ("fr", "plus de 50\u202f000 entrées"),
        ("de", "mehr als 50.000 Einträge"),
    ],
)
def test_figures_are_written_as_the_language_writes_them(language: str, expected: str) -> None:
    sentence = tell("the file has more than {limit:,} entries; the rest was not read", limit=50_000)
    assert expected in said(sentence, language)
    size = tell(
        "the file has {size:.1f} MB, and {limit} MB is the most that is read", size=7.5, limit=5
    )
    assert ("7.5" if language == "en" else "7,5") in said(size, language)


def test_lists_have_the_words_of_the_language() -> None:
    assert listed(["a", "b", "c"]) == "a, b, c"
    assert listed([]) == ""
    assert either(["a", "b", "c"]) == "a or b or c"
    assert said(either(["a", "b"]), "de") == "a oder b"


def test_what_is_not_known_is_said_in_english() -> None:
    assert said(tell("nobody translated {this}", this="x"), "de") == "nobody translated x"
    assert said("no words", "de") == "no words"
    assert said(NO_WORDS, "de") == ""


def test_words_of_a_project_bring_their_translations() -> None:
    worded = WordedIn.told({"en": "by hand", "es": "a mano"})
    assert (said(worded, "es"), said(worded, "fr"), str(worded)) == (
        "a mano",
        "by hand",
        "by hand",
    )


def test_paragraphs_are_translated_one_by_one() -> None:
    text = "Make the documents.\n\nnobody translated\nthis\n\n\b\nkept\n  as it is"
    first, second, third = said_text(text, "de").split("\n\n")
    assert first not in text
    assert second == "nobody translated this"
    assert third == "\b\nkept\n  as it is"


@given(st.text(max_size=20), st.sampled_from(LANGUAGES))
def test_nothing_that_is_filled_in_breaks_a_sentence(name: str, language: str) -> None:
    assert name in said(tell("there is no theme “{base}”", base=name), language)


# ------------------------------------------------------------------- on the screen


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["build", "--help"],
        ["check", "--help"],
        ["explain"],
        ["explain", "CON104"],
        ["requirements", "--help"],
    ],
    ids=" ".join,
)
def test_no_line_of_help_is_left_in_english(
    words: list[str], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    # Two languages may share a word, but no sentence.
    sentence = re.compile(r"[a-z]+ [a-z]+ [a-z]+ [a-z]+")
    main(words)
    english = capsys.readouterr().out.split("\n")
    main(["--ui-language", language, *words])
    lines = capsys.readouterr().out.split("\n")
    left = [line for line in lines if sentence.search(line) and line in english]
    assert [line for line in left if not line.startswith("    ")] == []


@pytest.mark.parametrize(
    "words", [["--ui-language", "es", "nonsense"], ["nonsense", "--ui-language=es"]], ids=" ".join
)
def test_a_mistake_on_the_command_line_is_said_in_the_language_asked_for(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert "No existe" in capsys.readouterr().err
