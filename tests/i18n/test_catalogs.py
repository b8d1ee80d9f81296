"""Catalogs: a faulty one is named with its line, a missing translation is never hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygen import resources
from policygen.i18n.catalogs import WORDING, UntranslatedError, load_catalog
from policygen.i18n.voice import Voice

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


def load(folder: Path, body: str | bytes) -> tuple[Voice, list[str]]:
    path = folder / "policygen.po"
    path.write_bytes(body if isinstance(body, bytes) else (HEADER + body).encode())
    catalog, problems = load_catalog(path, "policygen.po", "de", WORDING)
    return Voice("de", catalog, None), [f"{problem.span} {problem.code}" for problem in problems]


def test_words_are_found(tmp_path: Path) -> None:
    voice, problems = load(tmp_path, 'msgid "Phone"\nmsgstr "Telefon"\n')
    assert (voice.say("Phone"), problems) == ("Telefon", [])


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "Other"\nmsgstr "Anderes"\n',
        'msgid "Phone"\nmsgstr ""\n',
        '#, fuzzy\nmsgid "Phone"\nmsgstr "Telefon"\n',
    ],
)
def test_what_is_missing_empty_or_stale_is_untranslated(tmp_path: Path, entry: str) -> None:
    voice, problems = load(tmp_path, entry)
    assert problems == []
    with pytest.raises(UntranslatedError):
        voice.say("Phone")


@pytest.mark.parametrize("translation", ["am %(dat)s", "am", "am %(date)s %(x)s", "100 % am"])
def test_a_lost_placeholder_is_a_problem_and_not_used(tmp_path: Path, translation: str) -> None:
    entry = f'#, python-format\nmsgid "on %(date)s"\nmsgstr "{translation}"\n'
    voice, problems = load(tmp_path, entry)
    assert problems == ["policygen.po:7:1 CAT102"]
    with pytest.raises(UntranslatedError):
        voice.say("on %(date)s")


def test_a_broken_catalog_is_named_with_its_line(tmp_path: Path) -> None:
    _, problems = load(tmp_path, 'msgid "Phone"\nmsgstrr "Telefon"\n')
    assert problems == ["policygen.po:7:1 CAT101"]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b'msgid "a"\nmsgstr "\xe9"\n'])
def test_a_catalog_in_another_encoding_is_refused(tmp_path: Path, data: bytes) -> None:
    _, problems = load(tmp_path, data)
    assert [p.rpartition(" ")[2] for p in problems] == ["CAT101"]


def test_no_catalog_is_an_empty_one(tmp_path: Path) -> None:
    catalog, problems = load_catalog(tmp_path / "none.po", "none.po", "de", WORDING)
    assert problems == []
    with pytest.raises(UntranslatedError):
        catalog.gettext("Phone")


def test_a_catalog_that_ships_is_known_by_any_path(monkeypatch: pytest.MonkeyPatch) -> None:
    name = Path("locales/de/LC_MESSAGES/policygen.po")
    monkeypatch.chdir(resources.shipped())
    assert resources.is_shipped(name)
    assert resources.is_shipped(resources.shipped() / name)
    assert not resources.is_shipped(name.with_name("policy.po"))
