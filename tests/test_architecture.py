"""The direction of imports that docs and CONTRIBUTING promise, held by reading the source."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.code_map import ROOT, Module, calls, imports, modules, strings

EVERYWHERE = "errors"

LAYERS: dict[str, set[str]] = {
    "errors": set(),
    "source": set(),
    "model": set(),
    "validation": {"source"},
    "choices": {"config", "source", "validation"},
    "config": {"choices", "source", "model", "validation", "theme", "doc"},
    "project": {"config", "model"},
    "references": {"model", "source"},
    "overlay": {"source"},
    "load": {
        "project",
        "config",
        "source",
        "model",
        "validation",
        "references",
        "overlay",
        "salvage",
    },
    "salvage": {"source", "model", "validation"},
    "checks": {"project", "model", "i18n", "resources", "config", "packs", "plain"},
    "theme": {"source", "model", "validation", "resources", "doc", "write"},
    "assets": {"config", "doc"},
    "resources": {"write", "doc"},
    "i18n": {"config", "load", "model", "resources", "source", "validation"},
    "new": {"config", "i18n", "load", "model", "project", "resources", "schema", "source"},
    "packs": {"source", "model", "validation"},
    "plain": set(),
    "prose": set(),
    "doc": set(),
    "templating": {
        "prose",
        "i18n",
        "model",
        "doc",
        "project",
        "assets",
        "resources",
    },
    "write": {"doc"},
    "build": {
        "assets",
        "load",
        "model",
        "validation",
        "project",
        "config",
        "checks",
        "templating",
        "i18n",
        "doc",
        "write",
        "packs",
        "resources",
        "new",
        "schema",
        "source",
    },
    "schema": {"choices", "config", "load", "model", "overlay", "source", "theme", "write"},
    "cli": {"build", "checks", "packs", "i18n", "schema", "source"},
}
"""Which parts of the program a part may import, besides itself and `errors`."""

OWNERS: dict[str, tuple[str, ...]] = {
    "yaml": ("policygen.source",),
    "markdown_it": ("policygen.prose",),
    "jinja2": ("policygen.templating",),
    "weasyprint": ("policygen.write.pdf",),
    "docx": ("policygen.write.docx", "policygen.write.ooxml"),
    "click": ("policygen.cli",),
    "pydantic": (
        "policygen.model",
        "policygen.validation",
        "policygen.load",
        "policygen.config",
        "policygen.packs",
        "policygen.theme",
        "policygen.schema.groups",
    ),
}
"""The only modules, by the beginning of their name, that may import a library."""

COMPANIONS = {"pydantic_core"}
"""Modules that belong to a declared library but come in a package of their own."""

WORDPROCESSINGML = "schemas.openxmlformats.org/wordprocessingml"

WRITING_CALLS = {
    "os.makedirs",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.replace",
    "os.unlink",
    "shutil.copy",
    "shutil.copyfile",
    "shutil.copytree",
    "shutil.move",
    "shutil.rmtree",
}
WRITING_METHODS = {"mkdir", "rmdir", "symlink_to", "touch", "unlink", "write_bytes", "write_text"}

CLOCK_CALLS = {
    "date.today",
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "time.gmtime",
    "time.localtime",
    "time.time",
    "time.time_ns",
}

HEAVY = ("babel", "docx", "jinja2", "lxml", "pikepdf", "pydantic", "weasyprint", "yaml")


def name_of(module: Module) -> str:
    return module.name


every_module = pytest.mark.parametrize("module", modules(), ids=name_of)


def parsed(source: str, name: str = "policygen.doc.read", *, is_package: bool = False) -> Module:
    return Module(name, ast.parse(source), is_package)


def layer_of(imported: str) -> str:
    """Return the part of the program that an imported name belongs to, "" for another library."""
    root, _, rest = imported.partition(".")
    return rest.partition(".")[0] if root == "policygen" else ""


@every_module
def test_imports_point_in_the_allowed_direction(module: Module) -> None:
    if module.name == "policygen":
        assert not imports(module), "importing the package must cost nothing"
        return
    assert module.layer in LAYERS, "a new part of the program needs a line in LAYERS"
    allowed = LAYERS[module.layer] | {module.layer, EVERYWHERE, "__version__"}
    parts = {layer_of(name) for name in imports(module)} - {""}
    assert parts <= allowed


@every_module
def test_libraries_have_one_owner(module: Module) -> None:
    used = {name.partition(".")[0].removesuffix("_core") for name in imports(module)}
    trespasses = {
        library: owners
        for library, owners in OWNERS.items()
        if library in used and not module.name.startswith(owners)
    }
    assert not trespasses


@every_module
def test_writers_see_the_tree_and_not_how_it_is_made(module: Module) -> None:
    if module.layer != "write":
        return
    from_doc = {name for name in imports(module) if layer_of(name) == "doc"}
    allowed = ("policygen.doc.tree", "policygen.doc.clauses")
    assert {name for name in from_doc if not name.startswith(allowed)} == set()


@every_module
def test_raw_wordprocessingml_stays_in_one_place(module: Module) -> None:
    if module.name.startswith("policygen.write.ooxml"):
        return
    assert not [text for text in strings(module) if WORDPROCESSINGML in text]


@every_module
def test_only_the_build_writes_files(module: Module) -> None:
    if module.layer == "build":
        return
    writing = [
        call
        for call in calls(module)
        if call in WRITING_CALLS or ("." in call and call.rpartition(".")[2] in WRITING_METHODS)
    ]
    assert not writing


@every_module
def test_nothing_reads_the_clock(module: Module) -> None:
    # Only the command line knows which day it is for its user.
    if module.name not in {"policygen.cli.check", "policygen.cli.requirements"}:
        assert CLOCK_CALLS.isdisjoint(calls(module))


def test_every_library_in_use_is_declared() -> None:
    project = tomllib.loads((ROOT.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[\[<>=]", line)[0] for line in project["dependencies"]}
    used = {name.partition(".")[0] for module in modules() for name in imports(module)}
    packages = packages_distributions()
    libraries = used - set(sys.stdlib_module_names) - {"policygen", *COMPANIONS}
    needed = {packages[name][0].lower().replace("_", "-") for name in libraries}
    assert needed <= declared


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from policygen.cli.main import main\n"
        "sys.argv = ['policygen', '--help']\n"
        "try:\n"
        "    main()\n"
        "except SystemExit as stop:\n"
        "    assert not stop.code\n"
        f"print('loaded:', *sorted(set({HEAVY!r}) & set(sys.modules)))\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "Usage:" in run.stdout
    assert run.stdout.endswith("loaded:\n")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import yaml", {"yaml"}),
        ("import a.b as c, d", {"a.b", "d"}),
        ("from policygen import load", {"policygen.load"}),
        (
            "from policygen.doc import tree, clauses",
            {"policygen.doc.tree", "policygen.doc.clauses"},
        ),
        ("def f():\n    from policygen.write.pdf import write", {"policygen.write.pdf.write"}),
        ("if TYPE_CHECKING:\n    from jinja2 import Template", {"jinja2.Template"}),
        ("from . import tree", {"policygen.doc.tree"}),
        ("from .tree import Text", {"policygen.doc.tree.Text"}),
        ("from ..write import html", {"policygen.write.html"}),
    ],
)
def test_imports_are_found_wherever_they_stand(source: str, expected: set[str]) -> None:
    assert imports(parsed(source)) == expected


def test_relative_imports_of_a_package_start_at_itself() -> None:
    package = parsed("from . import tree", "policygen.doc", is_package=True)
    assert imports(package) == {"policygen.doc.tree"}
