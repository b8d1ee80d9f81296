"""What is read: the text as it was typed, each clause's name, and where each stands."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policygen.errors import Span
from policygen.source import Mapping, Scalar, Sequence, Source, Value, load_file
from policygen.source.characters import FORBIDDEN
from tests.source.names import NAME

Load = Callable[[str], Source]

POLICY = """\
# a comment
channels:
  phone:
    reply: within 20 s   # a comment
    "languages": [en, "es 😀", fr]
    note: |
      First line
        second line
  email: {reply: 4 h, owner:
    Ann Example}
conduct:
- 'don''t'
-  name: x
   text: it goes on
     here
- [a]
"""


def load_text(text: bytes) -> Source:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "policy.yaml"
        path.write_bytes(text)
        return load_file(path, NAME)


def underlined(source: Source, span: Span) -> str:
    line = source.files[span.file].split("\n")[span.line - 1]
    return line[span.column - 1 :][: span.length]


@pytest.mark.parametrize(
    "typed",
    ["no", "Yes", "8:30", "1.10", "0100", "1_000", "0x1F", "2026-01-01", "-5", "+1 202 555 0101",
     ".5", "1e3", "NaN", "Null", "<5", "50%", "a#b", "l'eau", "x]", "http://example.com"],
)  # fmt: skip
def test_plain_text_keeps_its_spelling(load: Load, typed: str) -> None:
    source = load(f"a: {typed}\nb:\n- {typed}\n")
    assert source.problems == ()
    assert source.value == {"a": typed, "b": [typed]}


def test_values_know_their_clause(load: Load) -> None:
    value = load(POLICY).value
    assert value.clause == ""
    clauses = {text.clause: str(text) for text in scalars(value)}
    assert clauses == {
        "channels.phone.reply": "within 20 s",
        "channels.phone.languages.0": "en",
        "channels.phone.languages.1": "es 😀",
        "channels.phone.languages.2": "fr",
        "channels.phone.note": "First line\n  second line\n",
        "channels.email.reply": "4 h",
        "channels.email.owner": "Ann Example",
        "conduct.0": "don't",
        "conduct.1.name": "x",
        "conduct.1.text": "it goes on here",
        "conduct.2.0": "a",
    }
    assert isinstance(value["channels"], Mapping)
    assert value["channels"].clause == "channels"
    assert isinstance(value["conduct"], Sequence)
    assert value["conduct"].clause == "conduct"


def scalars(value: Value) -> Iterator[Scalar]:
    match value:
        case Scalar():
            yield value
        case Mapping():
            for part in value.values():
                yield from scalars(part)
        case Sequence():
            for part in value:
                yield from scalars(part)


def test_spans_underline_values(load: Load) -> None:
    source = load(POLICY)
    assert {clause: underlined(source, span) for clause, span in source.spans.items()} == {
        "channels": "phone:",
        "channels.phone": "reply: within 20 s   # a comment",
        "channels.phone.reply": "within 20 s",
        "channels.phone.languages": '[en, "es 😀", fr]',
        "channels.phone.languages.0": "en",
        "channels.phone.languages.1": '"es 😀"',
        "channels.phone.languages.2": "fr",
        "channels.phone.note": "|",
        "channels.email": "{reply: 4 h, owner:",
        "channels.email.reply": "4 h",
        "channels.email.owner": "Ann Example",
        "conduct": "- 'don''t'",
        "conduct.0": "'don''t'",
        "conduct.1": "name: x",
        "conduct.1.name": "x",
        "conduct.1.text": "it goes on",
        "conduct.2": "[a]",
        "conduct.2.0": "a",
    }


def test_key_spans_underline_keys_and_items(load: Load) -> None:
    source = load(POLICY)
    assert source.key_spans.keys() == source.spans.keys()
    assert underlined(source, source.key_spans["channels.phone"]) == "phone"
    assert underlined(source, source.key_spans["channels.phone.languages"]) == '"languages"'
    assert underlined(source, source.key_spans["channels.email.owner"]) == "owner"
    assert underlined(source, source.key_spans["channels.phone.languages.1"]) == '"es 😀"'
    assert underlined(source, source.key_spans["conduct.1"]) == "name: x"
    assert underlined(source, source.key_spans["conduct.2"]) == "[a]"


def test_columns_count_characters(load: Load) -> None:
    source = load("a: ['😀😀', é, 'e\u0301', x]\n")
    columns = [source.spans[f"a.{n}"].column for n in range(4)]
    assert columns == [5, 11, 14, 20]


def test_values_can_be_copied_and_sent_to_a_worker(load: Load) -> None:
    value = load(POLICY).value
    for other in (copy.deepcopy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301
        assert other == value
        assert [s.clause for s in scalars(other)] == [s.clause for s in scalars(value)]
        assert other["channels"].clause == "channels"


def test_empty_text_and_empty_collections_are_values(load: Load) -> None:
    source = load("a: ''\nb: []\nc: {}\nd: \"~\"\n")
    assert source.problems == ()
    assert source.value == {"a": "", "b": [], "c": {}, "d": "~"}


def test_blank_lines_of_any_white_space_mean_nothing(load: Load) -> None:
    source = load("a: 1\n\t\n\u00a0\nb: 2\n  \u2003\t\n")
    assert source.problems == ()
    assert source.value == {"a": "1", "b": "2"}


TEXT = st.text(st.characters(exclude_categories=["Cs"])).filter(lambda t: not FORBIDDEN.search(t))


@given(TEXT)
def test_any_text_in_quotation_marks_is_read_as_it_is(text: str) -> None:
    source = load_text(f"a: {json.dumps(text, ensure_ascii=False)}\n".encode())
    assert source.problems == ()
    assert source.value == {"a": text}


@given(st.text("ab'\" :#-,[]{}&*!|>%@`\\", min_size=1))
def test_any_text_in_single_quotation_marks_is_read_as_it_is(text: str) -> None:
    source = load_text("a: '{}'\n".format(text.replace("'", "''")).encode())
    assert source.problems == ()
    assert source.value == {"a": text}


SCRAPS = st.lists(
    st.sampled_from(
        ["a", "b: ", "c:", "\n", "\n  ", "\n    ", "- ", '"', "'", "[", "]", "{", "}", ",", ": ",
         "? ", "|", ">", "&x", "*x", "!t", "%", "@", "#", " #", "---\n", "...\n", "\\", "\t",
         "\u00a0", "<<: ", "x y", "~", "é", "😀", "\r", "|2", ">-", "%YAML 1.2\n", "!<", "\\x",
         "\0", "\u202e", "\ufeff", "\u2028"]
    )
).map("".join)  # fmt: skip


@given(st.one_of(SCRAPS.map(str.encode), TEXT.map(str.encode), st.binary()))
@example(b"%YAML 1.2\n\xc3\xa9\n  ")
@example(b"*a: 1\n<<")
def test_nothing_raises_and_every_place_exists(data: bytes) -> None:
    source = load_text(data)
    lines = source.files[NAME].split("\n")
    spans = [p.span for p in source.problems if p.span]
    assert len(spans) == len(source.problems)
    for span in [*spans, *source.spans.values(), *source.key_spans.values()]:
        assert span.line <= len(lines)
        assert not span.line or 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert span.length <= max(len(lines[span.line - 1]), 1)


@given(SCRAPS)
def test_every_value_has_a_place(text: str) -> None:
    source = load_text(text.encode())
    for scalar in scalars(source.value):
        assert scalar.clause in source.spans
        assert scalar.clause in source.key_spans
