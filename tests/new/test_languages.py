from __future__ import annotations

import pytest

from policygen.new.languages import Languages, Message

HELLO, BYE = Message("a", "hello"), Message("b", "goodbye")
LOCALES = ("en", "en-GB", "en-IE", "es", "es-CO", "fr")


def said(languages: Languages, keys: list[Message]) -> dict[str, list[str | None]]:
    return {locale: [languages.text(locale, key) for key in keys] for locale in LOCALES}


@pytest.mark.parametrize(
    "languages",
    [
        Languages(
            "en",
            {"es": {HELLO: "hola", BYE: "adiós"}, "fr": {HELLO: "bonjour", BYE: "au revoir"}},
        ),
        Languages(
            "en-GB",
            {
                "en": {HELLO: "hi"},
                "es": {HELLO: "hola", BYE: "adiós"},
                "es-CO": {BYE: "chao"},
                "fr": {HELLO: "bonjour", BYE: "au revoir"},
            },
        ),
        Languages("es", {"en": {HELLO: "hi", BYE: "bye"}, "en-IE": {BYE: "slán"}, "fr": {}}),
    ],
    ids=["languages", "regions", "gaps"],
)
@pytest.mark.parametrize("source", ["en", "en-GB", "es", "es-CO"])
def test_every_locale_says_the_same_after_turning(languages: Languages, source: str) -> None:
    turned = languages.turned(source, [HELLO, BYE])
    keys = [Message(m.context, languages.said(source, m)) for m in (HELLO, BYE)]
    assert turned.source == source
    assert said(turned, keys) == said(languages, [HELLO, BYE])


def test_a_region_holds_only_what_differs() -> None:
    languages = Languages("en-GB", {"es": {HELLO: "hola", BYE: "adiós"}, "es-CO": {BYE: "chao"}})
    turned = languages.turned("es", [HELLO, BYE])
    assert turned.catalogs == {
        "en": {Message("a", "hola"): "hello", Message("b", "adiós"): "goodbye"},
        "es-CO": {Message("b", "adiós"): "chao"},
    }


def test_what_could_not_be_turned_back_is_refused() -> None:
    one, other = Message("list", "shut"), Message("list", "closed")
    languages = Languages("en", {"de": {one: "zu", other: "zu"}})
    with pytest.raises(ValueError, match="turn back"):
        languages.turned("de", [one, other])


def test_a_missing_translation_is_refused() -> None:
    with pytest.raises(LookupError):
        Languages("en", {}).turned("de", [HELLO])
