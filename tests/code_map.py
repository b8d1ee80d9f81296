"""What the program's modules import and touch, read from their source without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent / "src"


@dataclass(frozen=True)
class Module:
    """A module of the program: its dotted name and its parsed source."""

    name: str
    tree: ast.Module
    is_package: bool

    @property
    def layer(self) -> str:
        """Return the first part of the name below `policygen`: "write" for policygen.write.pdf."""
        return self.name.partition(".")[2].partition(".")[0]


@cache
def modules() -> tuple[Module, ...]:
    """Return every module below src/policygen, sorted by name."""
    found = []
    for path in (ROOT / "policygen").rglob("*.py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
        found.append(Module(name, tree, is_package))
    return tuple(sorted(found, key=lambda module: module.name))


def imports(module: Module) -> frozenset[str]:
    """Return the dotted names that a module imports, wherever the statement stands.

    `from a import b` yields "a.b": whether b is a module or a name in it, the importer needs it.
    """
    found: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(module, node)
            found.update(f"{base}.{alias.name}" for alias in node.names)
    return frozenset(found)


def _base(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    keep = module.name.split(".")
    keep = keep[: len(keep) - node.level + module.is_package]
    return ".".join([*keep, node.module] if node.module else keep)


def calls(module: Module) -> Iterator[str]:
    """Yield the dotted names of what a module calls, as written: "os.replace", "path.mkdir"."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def strings(module: Module) -> Iterator[str]:
    """Yield every text constant of a module, docstrings included."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
