"""Updating a variant's catalog: it stays sparse, and a changed message does not get lost."""

from __future__ import annotations

from babel.messages.catalog import Catalog

from tools.update_variant import update

CHAT = "Chat with one of our advisers"
PHONE = "Ring us on any working day"


def variant(*messages: tuple[str, str]) -> Catalog:
    catalog = Catalog(locale="es_CO")
    for id_, string in messages:
        catalog.add(id_, string)
    return catalog


def template(*ids: str) -> Catalog:
    catalog = Catalog()
    for id_ in ids:
        catalog.add(id_)
    return catalog


def entries(catalog: Catalog) -> list[tuple[object, object, bool]]:
    return [(m.id, m.string, m.fuzzy) for m in catalog if m.id]


def test_messages_that_the_parent_words_well_stay_out() -> None:
    catalog = variant((CHAT, "Chatee con un asesor"))
    update(catalog, template("Fax", CHAT, PHONE))
    assert entries(catalog) == [(CHAT, "Chatee con un asesor", False)]


def test_a_message_that_is_merely_like_another_gets_no_words() -> None:
    catalog = variant((CHAT, "Chatee con un asesor"))
    update(catalog, template(CHAT, CHAT + "s"))
    assert entries(catalog) == [(CHAT, "Chatee con un asesor", False)]


def test_a_changed_message_keeps_its_words_for_the_translator_to_look_at() -> None:
    catalog = variant((CHAT, "Chatee con un asesor"))
    update(catalog, template(PHONE, CHAT + "!"))
    assert entries(catalog) == [(CHAT + "!", "Chatee con un asesor", True)]
    assert list(catalog[CHAT + "!"].previous_id) == [CHAT]


def test_a_message_that_is_gone_goes_here_too() -> None:
    catalog = variant((CHAT, "Chatee con un asesor"))
    update(catalog, template(PHONE))
    assert entries(catalog) == []
