from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from policygen.build.request import Mode, Result
from policygen.errors import ExitCode, PolicygenError, SettingsError
from tests.build.projects import PAGES, TINY, built, contents, copy_of, replace_text

# WeasyPrint leaves the file of its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(
    "ignore:.*sRGB2014.icc:pytest.PytestUnraisableExceptionWarning"
)

EVERY_FORMAT = ("html", "pdf", "docx")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return copy_of(TINY, tmp_path / "tiny")


def reply_to_email(tiny: Path) -> None:
    replace_text(tiny / "policy/policy.yaml", "within 2 h", "within 3 h")


def reply_on_phone(tiny: Path) -> None:
    replace_text(tiny / "policy/policy.yaml", "< 30 s", "< 40 s")


def paths(result: Result) -> tuple[str, ...]:
    return tuple(output.path for output in result.outputs)


def codes(result: Result) -> list[str]:
    return [problem.code for problem in result.problems]


def manifest(project: Path) -> list[dict[str, object]]:
    files: list[dict[str, object]] = json.loads((project / "output/manifest.json").read_text())[
        "files"
    ]
    return files


# ------------------------------------------------------------------- the whole


def test_a_build_makes_every_document_in_every_language_and_format(tiny: Path) -> None:
    result = built(tiny, formats=(), jobs=2, verify=True)
    expected = tuple(
        sorted(
            f"{language}/{document}.{format_}"
            for language in ("de", "en")
            for document in ("note", "times")
            for format_ in EVERY_FORMAT
        )
    )
    assert (result.exit_code, result.problems) == (ExitCode.DONE, ())
    assert paths(result) == result.written == expected
    assert all(output.verified for output in result.outputs)
    assert all(output.pages == 1 for output in result.outputs if output.format == "pdf")
    files = contents(tiny / "output")
    assert set(files) == {*expected, "index.html", "manifest.json"}
    assert manifest(tiny) == [
        {
            "path": output.path,
            "bytes": len(files[output.path]),
            "sha256": hashlib.sha256(files[output.path]).hexdigest(),
            "document": output.document,
            "language": output.language,
            "format": output.format,
            "version": "1.0.0",
            "draft": False,
        }
        for output in result.outputs
    ]
    again = built(tiny, formats=(), verify=True)
    assert again.fresh
    assert again.outputs == result.outputs


def test_missing_translations_are_listed_once_by_language(tiny: Path) -> None:
    untranslated = built(tiny).untranslated
    assert list(untranslated) == ["de"]
    assert "documents.times.title" in untranslated["de"]
    assert "purpose" not in untranslated["de"]
    assert list(untranslated["de"]) == sorted(set(untranslated["de"]))


def test_strict_refuses_missing_translations_with_their_place(tiny: Path) -> None:
    with pytest.raises(PolicygenError) as caught:
        built(tiny, strict=True)
    places = {str(problem.span) for problem in caught.value.problems if problem.span}
    assert places == {"policygen.yaml:11:12"}
    assert not (tiny / "output" / "de").exists()
    assert built(tiny, strict=True, languages=("en",)).exit_code is ExitCode.DONE


def test_draft_marks_every_document_and_is_undone_by_the_next_build(tiny: Path) -> None:
    built(tiny)
    plain = contents(tiny / "output")
    drafts = built(tiny, mode=Mode.DRAFT)
    assert drafts.written == PAGES
    assert all(output.draft for output in drafts.outputs)
    assert built(tiny).written == PAGES
    assert contents(tiny / "output") == plain


def test_final_refuses_incomplete_document_control(tiny: Path) -> None:
    with pytest.raises(PolicygenError) as caught:
        built(tiny, mode=Mode.FINAL)
    assert {problem.code for problem in caught.value.problems} >= {"CTL101", "CTL102"}
    assert contents(tiny / "output") == {}


# ------------------------------------------------------------- parts of the matrix


def test_a_part_of_the_matrix_leaves_the_rest_in_place_and_listed(tiny: Path) -> None:
    built(tiny)
    reply_to_email(tiny)
    part = built(tiny, languages=("de",), documents=("note",))
    assert paths(part) == part.written == ("de/note.html",)
    assert [file["path"] for file in manifest(tiny)] == list(PAGES)
    assert built(tiny).written == ("de/times.html", "en/note.html", "en/times.html")


@pytest.mark.parametrize(
    ("options", "code", "hint"),
    [
        ({"documents": ("nota",)}, "SEL101", "did you mean `note`?"),
        ({"languages": ("en", "xx")}, "SEL102", "use one of: de, en"),
        ({"formats": ("htm",)}, "SEL103", "did you mean `html`?"),
    ],
)
def test_an_unknown_name_is_refused(
    tiny: Path, options: dict[str, Any], code: str, hint: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        built(tiny, **options)
    (problem,) = caught.value.problems
    assert (problem.code, problem.hint) == (code, hint)


def test_a_selection_without_documents_is_refused(tiny: Path) -> None:
    replace_text(tiny / "policygen.yaml", "template: note", "template: note\n    languages: [en]")
    with pytest.raises(SettingsError, match="SEL104"):
        built(tiny, documents=("note",), languages=("de",))


def test_another_output_folder_holds_the_same_files(tiny: Path, tmp_path: Path) -> None:
    built(tiny)
    built(tiny, output=str(tmp_path / "elsewhere"))
    assert contents(tmp_path / "elsewhere") == contents(tiny / "output")


def without_note(tiny: Path) -> None:
    text = (tiny / "policygen.yaml").read_text()
    start, end = text.index("  note:"), text.index("  times:")
    (tiny / "policygen.yaml").write_text(text[:start] + text[end:])


def test_documents_that_are_no_longer_configured_are_removed(tiny: Path) -> None:
    built(tiny, formats=())
    (tiny / "output/en/note.html").write_text("kept notes")
    (tiny / "output/en/mine.html").write_text("never ours")
    without_note(tiny)
    result = built(tiny, formats=())
    assert result.removed == (
        "de/note.docx", "de/note.html", "de/note.pdf", "en/note.docx", "en/note.pdf",
    )  # fmt: skip
    assert codes(result) == ["OUT110"]
    assert result.exit_code is ExitCode.DONE
    left = {name for name in contents(tiny / "output") if "times" not in name}
    assert left == {"index.html", "manifest.json", "en/note.html", "en/mine.html"}


def test_a_document_names_formats_of_its_own(tiny: Path) -> None:
    formats = "template: note\n    formats: [html, text, fragment]"
    replace_text(tiny / "policygen.yaml", "template: note", formats)
    names = {f"{tag}/note{end}" for tag in ("de", "en") for end in (".txt", ".fragment.html")}
    assert set(paths(built(tiny, formats=("text", "fragment")))) == names
    files = contents(tiny / "output")
    assert "innerhalb von 2\u00a0Stunden" in files["de/note.txt"].decode()
    assert files["de/note.fragment.html"].startswith(b"<article")
    assert all(f'href="{name}"'.encode() in files["index.html"] for name in names)
    built(tiny, formats=(), documents=("note",))
    replace_text(tiny / "policygen.yaml", formats, "template: note\n    formats: [html]")
    replace_text(tiny / "policygen.yaml", "theme:", "formats: [html]\ntheme:")
    assert set(built(tiny, formats=()).removed) == names


def test_only_a_whole_build_removes_documents(tiny: Path) -> None:
    replace_text(tiny / "policygen.yaml", "theme:", "formats: [html]\ntheme:")
    built(tiny, formats=())
    without_note(tiny)
    assert built(tiny, languages=("de",)).removed == ()
    assert built(tiny, formats=()).removed == ("de/note.html", "en/note.html")


# ------------------------------------------------------------------- what fails


def test_a_document_that_cannot_be_made_keeps_its_old_files_whole(tiny: Path) -> None:
    built(tiny, formats=())
    before = contents(tiny / "output")
    reply_on_phone(tiny)
    replace_text(tiny / "policy/policy.yaml", "what we do", "what ก does")  # no face has it
    result = built(tiny, formats=(), jobs=2)
    after = contents(tiny / "output")
    assert result.exit_code is ExitCode.RENDERING
    assert all(code.startswith("RND") for code in codes(result))
    assert all("times" in path for path in result.written)
    assert {name for name in after if after[name] != before[name]} == {
        *result.written, "manifest.json"
    }  # fmt: skip
    replace_text(tiny / "policy/policy.yaml", "what ก does", "what we do")
    assert built(tiny, formats=()).written == ()


def test_an_obstacle_in_the_output_folder_is_one_clear_problem(tiny: Path) -> None:
    built(tiny)
    (tiny / "output/de/note.html").unlink()
    (tiny / "output/de/note.html").mkdir()
    reply_to_email(tiny)
    result = built(tiny)
    assert (result.exit_code, codes(result)) == (ExitCode.RENDERING, ["OUT106"])
    assert result.written == ("de/times.html", "en/times.html")


def test_every_broken_template_is_reported_at_once(tiny: Path) -> None:
    for name in ("note", "times"):
        replace_text(tiny / f"templates/documents/{name}.xml", "<h1>", "<h9>")
    with pytest.raises(PolicygenError) as caught:
        built(tiny)
    files = {problem.span.file for problem in caught.value.problems if problem.span}
    assert files == {"templates/documents/note.xml", "templates/documents/times.xml"}


def test_litter_of_a_killed_build_is_removed(tiny: Path) -> None:
    built(tiny)
    (tiny / "output/de/.policygen-99-note.html.tmp").write_text("half")
    reply_to_email(tiny)
    built(tiny)
    assert not list(tiny.rglob("*.tmp"))
