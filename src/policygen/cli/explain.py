"""`policygen explain`."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

import click

from policygen.cli.console import say
from policygen.errors import ExitCode, Severity, nearest, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policygen.checks.rules import Rule

_COLUMNS: Final = 80
_FAMILIES: Final = {
    "AST": words("the logo"),
    "AUD": words("who may read what"),
    "CAT": words("catalogs of translations"),
    "EXC": words("exceptions to rules"),
    "MOD": words("fields of the policy and of the settings, and their values"),
    "NEW": words("new projects"),
    "OUT": words("the output folder"),
    "OVL": words("overlays"),
    "OVR": words("files that override what ships"),
    "REF": words("ids, and what they name"),
    "RND": words("making files of documents"),
    "SEL": words("what to build"),
    "SET": words("policygen.yaml"),
    "SRC": words("how YAML is written"),
    "TPL": words("templates"),
    "TRN": words("translations"),
    "TXT": words("Markdown in texts"),
    "VER": words("the comparison of the files with each other"),
}
"""Beginning of a code -> what the problems are about that are no matter of rules."""


@click.command()
@click.argument("code", default="")
def explain(code: str) -> ExitCode:
    """Say what a rule looks for, why, and how to mend or accept what it finds.

    CODE is such as CON104, as `policygen check` prints it; without one, all rules are listed.
    """
    from policygen.checks import RULES  # noqa: PLC0415 - so that --help is quick

    rules = {rule.code: rule for rule in RULES}
    if not code:
        for line in _listed(rules):
            say(line)
        return ExitCode.DONE
    wanted = code.upper()
    if (rule := rules.get(wanted)) is not None:
        for line in _page(rule):
            say(line)
        return ExitCode.DONE
    if (about := _FAMILIES.get(wanted[:3])) is not None:
        say(_no_rule(wanted, about))
        return ExitCode.DONE
    say(words("There is no rule “{code}”.", code=code), err=True)
    if hint := nearest(wanted, rules):
        say(hint, err=True)
    return ExitCode.USAGE


def _no_rule(code: str, about: str) -> str:
    return words(
        "{code} is a mistake, no matter of rules: it is about {about}. It cannot be turned off or "
        "accepted; what `policygen check` prints with it says how to mend it.",
        code=code,
        about=about,
    )


def _listed(rules: Mapping[str, Rule]) -> Iterator[str]:
    for rule in rules.values():
        yield f"{rule.code}  {_severity(rule):<16} {rule.title}"


def _severity(rule: Rule) -> str:
    if rule.severity is None:
        return words("only if final") if rule.final else words("off")
    if rule.severity is Severity.ERROR:
        return words("error")
    return words("warning")


def _page(rule: Rule) -> Iterator[str]:
    """Yield the lines of the page about a rule."""
    from policygen.checks.examples import example  # noqa: PLC0415 - read only here

    yield click.style(f"{rule.code}  {rule.title}", bold=True)
    yield ""
    yield from textwrap.wrap(rule.why, _COLUMNS)
    found = example(rule.code)
    for heading, files in (
        (words("What it finds:"), found.bad),
        (words("What it does not mind:"), found.good),
    ):
        yield ""
        yield click.style(heading, bold=True)
        for name, text in files.items():
            yield ""
            yield f"    # {name}"
            yield from (f"    {line}".rstrip() for line in text.splitlines())
    yield ""
    yield from _settings(rule)


def _settings(rule: Rule) -> Iterator[str]:
    yield words(
        "How it counts: {severity}. To change that, in policygen.yaml:", severity=_severity(rule)
    )
    yield ""
    yield f"    checks: {{rules: {{{rule.code}: off}}}}    # error, warning or off"
    yield ""
    yield words("To accept one finding, in the policy (the change log shows it):")
    yield ""
    yield "    exceptions:"
    yield "      my-exception:"
    yield f"        rule: {rule.code}"
    yield f"        clause: channels.tickets     # {words('the clause, as a path')}"
    yield f"        reason: …                    # {words('why it is accepted')}"
