"""Files as a whole: whether they can be read, their encoding, and several files as one source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from policygen.errors import Problem, Span
from policygen.source import Source, load_file, load_files
from policygen.source.decode import MAX_BYTES
from tests.source.names import NAME

Load = Callable[[bytes], Source]


def only(source: Source) -> Problem:
    assert len(source.problems) == 1
    return source.problems[0]


def test_missing_file(tmp_path: Path) -> None:
    source = load_file(tmp_path / "none.yaml", "policy/none.yaml")
    problem = only(source)
    assert (problem.code, problem.span) == ("SRC101", Span("policy/none.yaml"))
    assert "does not exist" in problem.message
    assert problem.hint
    assert source.value == {}


def test_folder_instead_of_a_file(tmp_path: Path) -> None:
    problem = only(load_file(tmp_path, NAME))
    assert problem.code == "SRC101"
    assert "folder" in problem.message


def test_file_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "policy").write_text("a: 1\n")
    problem = only(load_file(tmp_path / "policy" / "policy.yaml", NAME))
    assert (problem.code, problem.message) == ("SRC101", "the file does not exist")


def test_link_in_a_circle(tmp_path: Path) -> None:
    link = tmp_path / "policy.yaml"
    link.symlink_to(link)
    problem = only(load_file(link, NAME))
    assert problem.code == "SRC101"
    assert "cannot be read" in problem.message


def test_file_of_8_mb_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "policy.yaml"
    path.write_bytes(b"a: 1\n" + b"#" * (MAX_BYTES - 5))
    assert load_file(path, NAME).value == {"a": "1"}
    with path.open("ab") as file:
        file.truncate(MAX_BYTES + 600_000)
    problem = only(load_file(path, NAME))
    assert problem.code == "SRC102"
    assert "8.6 MB" in problem.message
    assert "split it" in problem.hint


def test_signature_is_no_part_of_the_text(load: Load) -> None:
    source = load(b"\xef\xbb\xbfa: 1\n")
    assert source.problems == ()
    assert source.value == {"a": "1"}
    assert source.key_spans["a"] == Span(NAME, 1, 1)
    assert source.files == {NAME: "a: 1\n"}


def test_windows_encoding_is_named_at_its_first_byte_and_read_on(load: Load) -> None:
    source = load("a: 1\nb: Bestätigung für\nc: @x\n".encode("cp1252"))
    first, second = source.problems
    assert (first.code, first.span) == ("SRC103", Span(NAME, 2, 8))
    assert "byte E4" in first.message
    assert "“ä”" in first.message
    assert "UTF-8" in first.hint
    assert (second.code, second.span) == ("SRC137", Span(NAME, 3, 4, 2))
    assert source.value == {"a": "1", "b": "Bestätigung für"}
    assert "Bestätigung" in source.files[NAME]


def test_one_stray_byte_does_not_spoil_the_rest(load: Load) -> None:
    source = load("é: x\nb: ñ ".encode() + b"\x80" + "ö\n".encode())
    assert [p.code for p in source.problems] == ["SRC119", "SRC103"]
    assert source.problems[1].span == Span(NAME, 2, 6)
    assert source.value == {"b": "ñ €ö"}


def test_surrogates_are_not_utf8(load: Load) -> None:
    source = load(b"a: \xed\xa0\x80\n")
    assert (only(source).code, only(source).span) == ("SRC103", Span(NAME, 1, 4))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_with_and_without_signature(load: Load, encoding: str) -> None:
    source = load("a: Größe\nb: 2\n".encode(encoding))
    problem = only(source)
    assert (problem.code, problem.span) == ("SRC103", Span(NAME, 1, 1))
    assert "UTF-16" in problem.message
    assert source.value == {"a": "Größe", "b": "2"}


def test_picture_with_the_wrong_name(load: Load) -> None:
    source = load(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff")
    problem = only(source)
    assert (problem.code, problem.span) == ("SRC104", Span(NAME))
    assert source.value == {}


def write(folder: Path, files: dict[str, str]) -> list[tuple[Path, str]]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [(folder / name, f"policy/{name}") for name in files]


def test_files_are_merged_by_top_level_key(tmp_path: Path) -> None:
    files = {"a.yaml": "company:\n  name: Example\n", "b.yaml": "\nchannels: [phone]\n"}
    source = load_files(write(tmp_path, files))
    assert source.problems == ()
    assert source.value == {"company": {"name": "Example"}, "channels": ["phone"]}
    assert source.spans["company.name"] == Span("policy/a.yaml", 2, 9, 7)
    assert source.spans["channels.0"] == Span("policy/b.yaml", 2, 12, 5)
    assert source.files == {f"policy/{name}": text for name, text in files.items()}


def test_the_same_key_in_two_files_names_both_places(tmp_path: Path) -> None:
    files = {
        "a.yaml": "company:\n  name: Example\n",
        "b.yaml": "vision: x\ncompany:\n  name: Other\n  city: Y\n",
    }
    source = load_files(write(tmp_path, files))
    problem = only(source)
    assert (problem.code, problem.span) == ("SRC117", Span("policy/b.yaml", 2, 1, 7))
    assert "policy/a.yaml" in problem.message
    assert [span for span, _ in problem.related] == [Span("policy/a.yaml", 1, 1, 7)]
    assert source.value == {"company": {"name": "Example"}, "vision": "x"}
    assert source.spans["company.name"].file == "policy/a.yaml"
    assert "company.city" not in source.spans
    assert "company.city" not in source.key_spans


def test_problems_of_all_files_come_in_their_order(tmp_path: Path) -> None:
    files = {"b.yaml": "x: @\ny:\n", "a.yaml": "- z\n", "c.yaml": "w: 1\n"}
    paths = [*write(tmp_path, files), (tmp_path / "none.yaml", "policy/none.yaml")]
    source = load_files(paths)
    places = [(str(p.span), p.code) for p in source.problems]
    assert places == [
        ("policy/a.yaml:1:1", "SRC110"),
        ("policy/b.yaml:1:4", "SRC137"),
        ("policy/b.yaml:2:1", "SRC120"),
        ("policy/none.yaml", "SRC101"),
    ]
    assert source.value == {"w": "1"}


def test_no_file_is_an_empty_source() -> None:
    source = load_files([])
    assert (source.value, source.problems, source.files) == ({}, (), {})
