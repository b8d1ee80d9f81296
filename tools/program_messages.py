"""Babel's way into the program: which sentences it says to its user.

Besides the calls that `pybabel extract --keyword` names, these are texts that are no calls: the
docstrings of commands (their help) and of rules (`policygen explain`), the closing words of a
command's help, and what a document template says of itself (`policygen list`).
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from itertools import chain
from typing import IO, Any

from babel.messages.extract import extract_python

from policygen.build.overview import purpose
from policygen.i18n.messages import paragraphs

_COMMANDS = {"command", "group"}
"""Decorators that make a command of a function."""


def extract(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """Yield the messages of a file of the program. The arguments and the results are Babel's."""
    source = file.read()
    yield from extract_python(io.BytesIO(source), keywords, comment_tags, options)
    for line, text in texts(ast.parse(source)):
        for _, message in paragraphs(text):
            yield line, "tell", message, []


def extract_template(
    file: IO[bytes],
    keywords: Any,  # noqa: ARG001 - Babel's interface
    comment_tags: Any,  # noqa: ARG001 - Babel's interface
    options: Any,  # noqa: ARG001 - Babel's interface
) -> Iterator[Any]:
    """Yield what a document template says of itself."""
    if words := purpose(file.read().decode("utf-8")):
        yield 1, "tell", words, []


def texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of what a module says beside its calls of `tell`."""
    rules, constants = _rules(tree), dict(_constants(tree))
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) if name in rules:
                yield node.lineno, " ".join((ast.get_docstring(node) or "").split())
            case ast.FunctionDef() if _COMMANDS & _called(node.decorator_list):
                yield node.lineno, ast.get_docstring(node) or ""
            case ast.keyword(arg="epilog", value=ast.Name(id=name)):
                yield node.value.lineno, constants[name]


def _rules(tree: ast.Module) -> set[str]:
    """Return the names of the functions that rules consist of."""
    rules = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) == "Rule"
    ]
    values = chain.from_iterable([*rule.args, *(k.value for k in rule.keywords)] for rule in rules)
    return {value.id for value in values if isinstance(value, ast.Name)}


def _called(decorators: list[ast.expr]) -> set[str]:
    return {_name(decorator) for decorator in decorators if isinstance(decorator, ast.Call)}


def _name(call: ast.Call) -> str:
    """Return the name of what is called, without what it belongs to."""
    return ast.unparse(call.func).rpartition(".")[2]


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield name and value of the texts that a module defines."""
    for node in tree.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=str(text))):
                yield name, text
