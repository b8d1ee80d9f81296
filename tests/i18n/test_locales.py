"""Locales: each has its own marks, and its parent's words where it has none of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from policygen import resources
from policygen.build.health import examine
from policygen.config import load_config
from policygen.errors import SettingsError
from policygen.i18n.catalogs import POLICY, WORDING, Catalogs, UntranslatedError
from policygen.i18n.facts import FactWords
from policygen.i18n.locales import fallbacks, same_language
from policygen.i18n.voice import Voice
from policygen.load import load_project
from policygen.model import facts
from policygen.model.clause import Text
from policygen.templating.compose import Composer
from tests.build.projects import TINY, copy_of, replace_text
from tests.sample import ROOT

LOCALES = ("en-GB", "en-IE", "en-US", "es-ES", "es-CO", "fr-FR", "fr-CA", "de-DE", "de-AT", "de-CH")
FRIDAY = 4
SETTINGS = """\
source_language: {}
languages: {}
theme: {{brand: '#000000'}}
documents: {{policy: {{title: Policy, template: short-policy, audience: everyone}}}}
"""

VARIANTS = sorted(
    path for path in ROOT.glob("locales/*/LC_MESSAGES/*.po") if "_" in path.parents[1].name
)


def shipped_words(tag: str) -> FactWords:
    catalogs = Catalogs(partial(resources.catalog, ROOT), "en")
    words = catalogs.translations(tag, WORDING)
    assert catalogs.problems == []
    return FactWords(Voice(tag, words, None), "America/New_York", FRIDAY)


# ----------------------------------------------------------- dates, numbers, words


def sayings(tag: str) -> list[str]:
    words = shipped_words(tag)
    voice = words.voice
    typed = (
        facts.Hours.parse("Mon-Fri 09:00-17:30"),
        facts.Hours.parse("Sat 08:00-12:00"),
        facts.Deadline.parse("within 2 working days of receipt"),
        facts.Deadline.parse("within 10 days"),
    )
    sums = [voice.money(Decimal(n), c) for c in ("EUR", "USD") for n in ("40", "1234.5")]
    return [
        *(words.say(date(2026, 10, day)) for day in (1, 22)),
        " ; ".join(voice.number(Decimal(n)) for n in ("1234.5", "12345", "0.5")),
        voice.percent(Decimal("97.5")),
        " ; ".join(sums),
        *map(words.say, typed),
        " ; ".join(voice.say(name) for name in ("Live chat", "Voicemail", "How to complain")),
    ]


def test_locales_read_as_recorded(golden: Callable[[Path, str], None]) -> None:
    lines = ["# What each locale makes of the same facts (--update-golden)."]
    for tag in LOCALES:
        lines += [tag, *(f"  {saying}" for saying in sayings(tag))]
    golden(Path(__file__).parent / "locales.txt", "\n".join(lines) + "\n")


# --------------------------------------------------------------- tags and parents


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de", ("de",)),
        ("en-GB", ("en-GB", "en-001", "en")),
        ("en-US", ("en-US", "en")),
        ("es-CO", ("es-CO", "es-419", "es")),
        ("es-ES", ("es-ES", "es")),
        ("fr-CA", ("fr-CA", "fr")),
        ("pt-AO", ("pt-AO", "pt-PT", "pt")),
        ("zh-Hant-MO", ("zh-Hant-MO", "zh-Hant-HK", "zh-Hant")),
        ("zh-TW", ("zh-TW", "zh-Hant-TW", "zh-Hant")),
        ("ht", ("ht",)),
    ],
)
def test_a_locale_falls_back_along_its_parents(tag: str, expected: tuple[str, ...]) -> None:
    assert fallbacks(tag) == expected


def test_a_language_in_another_script_is_another_language() -> None:
    assert same_language("en-GB", "en-US")
    assert not same_language("zh-Hant", "zh-Hans")
    assert not same_language("es", "en")


def settings_problems(folder: Path, source_language: str, languages: str) -> list[tuple[str, ...]]:
    settings = SETTINGS.format(source_language, languages)
    (folder / "policygen.yaml").write_text(settings, encoding="utf-8")
    try:
        load_config(folder)
    except SettingsError as error:
        return [(f"{p.span}".partition(":")[2], p.code, p.hint) for p in error.problems]
    return []


@pytest.mark.parametrize(
    ("languages", "problem"),
    [
        ("[en-UK]", ("2:13", "MOD104", "did you mean `en-GB`?")),
        ("[es-XX]", ("2:13", "MOD104", "did you mean `es-MX`?")),
        ("[fr, en-gb]", ("2:17", "MOD104", "write `en-GB`")),
        ("[en_GB]", ("2:13", "MOD104", "write `en-GB`")),
        ("[EN]", ("2:13", "MOD104", "write `en`")),
        ("[iw]", ("2:13", "MOD104", "did you mean `he`?")),
        ("[root]", ("2:13", "MOD104", "write for example `en-GB`, `es-CO`, `fr` or `de`")),
        ("[en-GB, fr, en-GB]", ("2:24", "SET105", "delete one of the two")),
    ],
)
def test_a_wrong_language_is_named_with_the_right_one(
    tmp_path: Path, languages: str, problem: tuple[str, ...]
) -> None:
    assert settings_problems(tmp_path, "en", languages) == [problem]


def test_a_wrong_source_language_is_a_problem_too(tmp_path: Path) -> None:
    found = settings_problems(tmp_path, "en-UK", "[en]")
    assert found == [("1:18", "MOD104", "did you mean `en-GB`?")]


@pytest.mark.parametrize("tag", [*LOCALES, "en-001", "es-419", "zh-TW", "sr-Latn", "no", "nb"])
def test_a_locale_of_cldr_is_right_as_it_is(tmp_path: Path, tag: str) -> None:
    assert settings_problems(tmp_path, tag, f"[{tag}]") == []


@given(tag=st.text(st.characters(codec="utf-8", categories=["L", "N", "Pd"]), min_size=1))
def test_any_tag_is_right_or_a_problem(tmp_path_factory: pytest.TempPathFactory, tag: str) -> None:
    folder = tmp_path_factory.mktemp("settings")
    for _, code, _ in settings_problems(folder, "en", f"['{tag}']"):
        assert code


# ------------------------------------------------------------- message by message

Words = Mapping[str, Mapping[str, str]]


def catalogs_of(folder: Path, domain: str, words: Words, source_language: str) -> Catalogs:
    """Return catalogs with these words, by tag and message id."""
    for tag, entries in words.items():
        path = folder / f"{tag}.po"
        context = 'msgctxt "purpose"\n' if domain == POLICY else ""
        body = "".join(f'{context}msgid "{id_}"\nmsgstr "{s}"\n\n' for id_, s in entries.items())
        path.write_text(body, encoding="utf-8")
    return Catalogs(lambda tag, _: (folder / f"{tag}.po", f"{tag}.po"), source_language)


SPANISH: Words = {
    "es": {"Phone": "Teléfono", "Live chat": "Chat en directo", "Cost": "Coste"},
    "es-419": {"Live chat": "Chat en vivo", "Cost": "Costo"},
    "es-CO": {"Cost": "Valor"},
}


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("es", ["Teléfono", "Chat en directo", "Coste"]),
        ("es-ES", ["Teléfono", "Chat en directo", "Coste"]),
        ("es-MX", ["Teléfono", "Chat en vivo", "Costo"]),
        ("es-CO", ["Teléfono", "Chat en vivo", "Valor"]),
    ],
)
def test_the_nearest_catalog_with_the_message_wins(
    tmp_path: Path, tag: str, expected: list[str]
) -> None:
    words = catalogs_of(tmp_path, WORDING, SPANISH, "en").translations(tag, WORDING)
    assert [words.gettext(message) for message in ("Phone", "Live chat", "Cost")] == expected
    with pytest.raises(UntranslatedError):
        words.gettext("Fax")


def test_english_locales_say_the_message_where_they_have_no_other_word(tmp_path: Path) -> None:
    words: Words = {"en-001": {"apologize": "apologise"}}
    british = catalogs_of(tmp_path, WORDING, words, "de").translations("en-GB", WORDING)
    assert british.gettext("apologize") == "apologise"
    assert british.gettext("Phone") == "Phone"
    assert british.ngettext("%(num)s day", "%(num)s days", 2) == "%(num)s days"


COMPANY: Words = {"en-GB": {"Color": "Colour"}, "es": {"Color": "Color (es)"}}


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en-US", "Color", "Color"),
        ("en-GB", "Color", "Colour"),
        ("en-GB", "Trust", "Trust"),
        ("en-IE", "Color", "Color"),
        ("es-CO", "Color", "Color (es)"),
        ("es-CO", "Trust", None),
        ("fr-CA", "Color", None),
    ],
)
def test_a_locale_of_the_source_language_shows_the_source(
    tmp_path: Path, tag: str, text: str, expected: str | None
) -> None:
    catalogs = catalogs_of(tmp_path, POLICY, COMPANY, "en-US")
    voice = Voice(tag, None, catalogs.translations(tag, POLICY))
    if expected is None:
        with pytest.raises(UntranslatedError):
            voice.translate(Text.of(text, "purpose"))
    else:
        assert voice.translate(Text.of(text, "purpose")) == expected


def test_the_source_never_has_words_translated(tmp_path: Path) -> None:
    catalogs = catalogs_of(tmp_path, POLICY, {"en": {"Colour": "Color"}}, "en-GB")
    for tag, expected in (("en-GB", "Colour"), ("en-US", "Color")):
        assert catalogs.translations(tag, POLICY).pgettext("purpose", "Colour") == expected


def test_a_catalog_that_several_locales_share_is_reported_once(tmp_path: Path) -> None:
    broken: Words = {"es": {"Phone": "Telé\x07fono"}}
    catalogs = catalogs_of(tmp_path, WORDING, broken, "en")
    for tag in ("es-ES", "es-CO", "es"):
        catalogs.translations(tag, WORDING)
    assert [problem.code for problem in catalogs.problems] == ["CAT101"]


def test_the_sample_company_lends_nobody_its_words(tmp_path: Path) -> None:
    path, _ = resources.catalog(tmp_path, "de", POLICY)
    assert not path.exists()


def test_a_project_counts_only_what_no_parent_translates(tmp_path: Path) -> None:
    root = copy_of(TINY, tmp_path / "tiny")
    replace_text(root / "policygen.yaml", "source_language: en", "source_language: en-US")
    replace_text(root / "policygen.yaml", "[en, de]", "[en-GB, de-AT, es-CO]")
    composer = Composer(load_project(root), draft=False)
    untranslated = {
        tag: composer.compose("note", tag).untranslated for tag in ("en-GB", "de-AT", "es-CO")
    }
    title = "documents.note.title"
    assert untranslated == {"en-GB": (), "de-AT": (), "es-CO": ("purpose", title)}
    assert composer.compose("note", "de-AT").document.lang == "de-AT"


def test_doctor_counts_words_along_the_parents(tmp_path: Path) -> None:
    root = copy_of(TINY, tmp_path / "tiny")
    replace_text(root / "policygen.yaml", "[en, de]", "[en-GB, de-AT, es-CO]")
    found = {f.name: (f.state, f.remedy) for f in examine(root) if f.name.startswith("Catalog")}
    assert found["Catalog de-AT, policy"] == ("2 of 2 translated (de)", "")
    assert found["Catalog es-CO, policy"] == ("missing", "make locales/es/LC_MESSAGES/policy.po")
    assert found["Catalog es-CO, policygen"][0].endswith(" translated (es-419, es)")
    assert found["Catalog en-GB, policygen"][0].endswith(" of its own (en-GB, en-001)")
    assert "Catalog en-GB, policy" not in found


# ---------------------------------------------------------------- shipped variants


def messages(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name, abort_invalid=True)


def forms(string: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (string or "",) if isinstance(string, str | None) else tuple(string)


def said(words: NullTranslations, ids: tuple[str, ...], context: str | None) -> tuple[str, ...]:
    """Return what a catalog says for a message, in its one or two forms."""
    first, *others = ids
    if not others:
        return (words.pgettext(context, first) if context else words.gettext(first),)
    return tuple(
        words.npgettext(context, first, others[0], number)
        if context
        else words.ngettext(first, others[0], number)
        for number in (1, 2)
    )


@pytest.mark.parametrize("path", VARIANTS, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_a_variant_has_only_current_messages_that_differ_from_its_parents(path: Path) -> None:
    tag, domain = path.parents[1].name.replace("_", "-"), path.stem
    parent = Catalogs(partial(resources.catalog, ROOT), "en").translations(
        fallbacks(tag)[1], domain
    )
    every = messages(ROOT / "locales" / "es" / "LC_MESSAGES" / path.name)
    for message in messages(path):
        if not message.id:
            continue
        id_ = forms(message.id)[0]
        assert every.get(id_, message.context) is not None, f"{id_} is no message any more"
        assert not message.fuzzy, f"{id_} has changed"
        assert forms(message.string) != said(parent, forms(message.id), message.context), (
            f"{id_}: as is"
        )
