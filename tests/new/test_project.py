from __future__ import annotations

import json
import os
import re
from pathlib import Path, PurePosixPath

import pytest
from babel.messages.pofile import read_po
from jsonschema import Draft7Validator

from policygen.build.start import start
from policygen.errors import SettingsError
from policygen.i18n.extract import extract_policy
from policygen.new import NewProject, new_project
from policygen.new.catalog_file import Entry, catalog_file
from policygen.new.languages import Message, read_languages
from policygen.resources import examples
from policygen.source.rewrite import comments as comments_of
from tests.build.projects import built, contents, replace_text
from tests.schema.reading import as_an_editor_reads

LANGUAGES = ("en", "es", "fr", "de")
STARTS = [(example, language) for example in examples() for language in LANGUAGES]

every_start = pytest.mark.parametrize(("example", "language"), STARTS)


def put(project: NewProject, folder: Path) -> Path:
    for name, data in project.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def pages(folder: Path) -> dict[str, bytes]:
    return {
        name: data
        for name, data in contents(folder / "output").items()
        if name.endswith(".html") and "/" in name
    }


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Return example -> the pages that it makes in the language it was written in."""
    made = {}
    for example, root in examples().items():
        folder = tmp_path_factory.mktemp(example)
        source = read_source_language(root)
        built(put(new_project(example, source), folder))
        made[example] = pages(folder)
    return made


def read_source_language(root: Path) -> str:
    settings = (root / "policygen.yaml").read_text("utf-8")
    return settings.partition("source_language: ")[2].split()[0]


# ------------------------------------------------------------------ each example


@every_start
def test_every_document_says_the_same_whichever_language_one_starts_in(
    example: str, language: str, tmp_path: Path, originals: dict[str, dict[str, bytes]]
) -> None:
    project = new_project(example, language)
    result = built(put(project, tmp_path))
    assert not result.untranslated
    assert not result.exit_code
    made = pages(tmp_path)
    assert {name: made[name] for name in originals[example]} == originals[example]


@every_start
def test_lines_are_not_too_long(example: str, language: str) -> None:
    files = new_project(example, language).files
    texts = [data.decode() for name, data in files.items() if name.endswith(".yaml")]
    lines = [line for text in texts for line in text.split("\n")]
    # Brackets keep what stands in them on one line.
    assert not [line for line in lines if len(line) > 100 and not re.search(r"[\[{].*[]}]", line)]


@every_start
def test_nothing_is_left_of_the_example(example: str, language: str) -> None:
    project = new_project(example, language)
    assert project.language.partition("-")[0] == language
    assert project.languages[0] == project.language
    own = f"locales/{project.language.replace('-', '_')}/LC_MESSAGES/policy.po"
    assert own not in project.files
    assert not [name for name in project.files if "comments" in name]


@every_start
def test_catalogs_hold_what_extraction_would_give(
    example: str, language: str, tmp_path: Path
) -> None:
    folder = put(new_project(example, language), tmp_path)
    extracted: dict[tuple[str, str], list[str]] = {}
    for path in [folder / "policygen.yaml", *sorted((folder / "policy").rglob("*.yaml"))]:
        with path.open("rb") as file:
            for _, _, message, comments in extract_policy(file, (), (), {}):
                extracted.setdefault(message, comments)
    catalogs = list(folder.glob("locales/??/LC_MESSAGES/policy.po"))
    assert catalogs
    for path in catalogs:
        with path.open("rb") as file:
            entries = [entry for entry in read_po(file) if entry.id]
        assert {(entry.context, entry.id): entry.auto_comments for entry in entries} == extracted


@every_start
def test_every_file_names_its_schema_in_its_first_line(example: str, language: str) -> None:
    files = new_project(example, language).files
    sources = {name: data.decode() for name, data in files.items() if name.endswith(".yaml")}
    sources = {name: text for name, text in sources.items() if not name.startswith("templates/")}
    assert len(sources) >= 2
    for name, text in sources.items():
        line, _, rest = text.partition("\n")
        _, _, path = line.partition("# yaml-language-server: $schema=")
        schema = PurePosixPath(os.path.normpath(PurePosixPath(name).parent / path)).as_posix()
        assert schema in files
        assert Draft7Validator(json.loads(files[schema])).is_valid(as_an_editor_reads(rest))


def test_a_first_policy_in_four_languages_takes_less_than_thirty_lines() -> None:
    files = new_project("shop", "en").files
    text = "\n".join(data.decode() for name, data in files.items() if name.endswith(".yaml"))
    lines = [
        line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")
    ]
    assert len(lines) < 30


# -------------------------------------------------------------------- variants

OVERLAY = """\
# Eine Anmerkung.
replace:
  promise: >-  # warum
    Wir sind die andere Marke.
"""
REMARKS = {"Eine Anmerkung.": "A remark.", "warum": "why"}


@pytest.fixture
def branded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a German example for two regions and with a second brand."""
    root = put(new_project("shop", "de"), tmp_path / "branded")
    settings = root / "policygen.yaml"
    for path in (settings, *root.glob("policy/*.yaml")):  # examples do not name their schemas
        path.write_text(path.read_text("utf-8").partition("\n")[2], encoding="utf-8")
    replace_text(settings, "source_language: de ", "source_language: de-DE ")
    replace_text(settings, "[de, en, es, fr]", "[de-DE, en-GB]")
    with settings.open("a", encoding="utf-8") as file:
        file.write("overlays:\n  other: {title: Andere Marke}\n")
    (root / "policy/overlays").mkdir()
    (root / "policy/overlays/other.yaml").write_text(OVERLAY, encoding="utf-8")
    said = {
        Message("overlays.other.title", "Andere Marke"): "Other brand",
        Message("promise", "Wir sind die andere Marke."): "We are the other brand.",
    }
    said |= read_languages(root / "locales", "de-DE", "policy").catalogs["en"]
    remarks = {Message("", words): REMARKS.get(words, words) for words in commented(root)}
    for domain, texts in (("policy", said), ("comments", remarks)):
        entries = [Entry(message, text, "", is_markdown=False) for message, text in texts.items()]
        path = root / f"locales/en/LC_MESSAGES/{domain}.po"
        path.write_bytes(catalog_file("en", entries))
    monkeypatch.setattr("policygen.new.project.examples", lambda: {"branded": root})
    return root


def commented(root: Path) -> list[str]:
    return [
        words
        for path in [root / "policygen.yaml", *root.glob("policy/**/*.yaml")]
        for _, words in comments_of(path.read_text("utf-8"))
    ]


@pytest.mark.usefixtures("branded")
def test_overlays_and_regions_turn_too(tmp_path: Path) -> None:
    folder = put(new_project("branded", "en"), tmp_path / "turned")
    settings = (folder / "policygen.yaml").read_text("utf-8")
    assert "source_language: en-GB " in settings
    assert "languages: [en-GB, de-DE] " in settings
    assert "other: {title: Other brand}" in settings
    overlay = (folder / "policy/overlays/other.yaml").read_text("utf-8")
    assert overlay == (
        "# yaml-language-server: $schema=../../schemas/overlay.schema.json\n"
        "# A remark.\nreplace:\n  promise: >-  # why\n    We are the other brand.\n"
    )
    catalogs = read_languages(folder / "locales", "en-GB", "policy").catalogs
    assert catalogs["de"][Message("promise", "We are the other brand.")] == (
        "Wir sind die andere Marke."
    )
    assert set(catalogs) == {"de", "es", "fr"}


@pytest.mark.usefixtures("branded")
def test_what_is_not_translated_is_refused() -> None:
    with pytest.raises(SettingsError) as caught:
        new_project("branded", "fr")
    assert caught.value.problems[0].code == "NEW103"
    assert "such as “Andere Marke”" in caught.value.problems[0].message


# -------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("example", "language", "code", "hint"),
    [
        ("shopp", "en", "NEW101", "did you mean `shop`?"),
        ("../shop", "en", "NEW101", "did you mean `shop`?"),
        ("", "en", "NEW101", "shop"),
        ("shop", "fx", "NEW102", "fr"),
        ("shop", "it", "NEW102", "use one of: de, en, es, fr"),
        ("shop", "de-DE", "NEW102", "use one of: de, en, es, fr"),
        ("shop", "../de", "NEW102", "use one of: de, en, es, fr"),
    ],
)
def test_what_does_not_exist_is_refused(
    example: str, language: str, code: str, hint: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError) as caught:
        start(str(tmp_path / "new"), example, language)
    assert caught.value.problems[0].code == code
    assert hint in caught.value.problems[0].hint
    assert not list(tmp_path.iterdir())
