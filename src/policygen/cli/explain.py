"""`policygen explain`."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

import click

from policygen.cli.console import say
from policygen.cli.language import command, here, here_text
from policygen.errors import ExitCode, Severity, Words, nearest, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policygen.checks.rules import Rule

_COLUMNS: Final = 80
_FAMILIES: Final = {
    "AST": tell("the logo"),
    "AUD": tell("who may read what"),
    "CAT": tell("catalogs of translations"),
    "EXC": tell("exceptions to rules"),
    "MOD": tell("fields of the policy and of the settings, and their values"),
    "NEW": tell("new projects"),
    "OUT": tell("the output folder"),
    "OVL": tell("overlays"),
    "OVR": tell("files that override what ships"),
    "REF": tell("ids, and what they name"),
    "RND": tell("making files of documents"),
    "SEL": tell("what to build"),
    "SET": tell("policygen.yaml"),
    "SRC": tell("how YAML is written"),
    "TPL": tell("templates"),
    "TRN": tell("translations"),
    "TXT": tell("Markdown in texts"),
    "VER": tell("the comparison of the files with each other"),
}
"""Beginning of a code -> what the problems are about that are no matter of rules."""


@command()
@click.argument("code", default="")
def explain(code: str) -> ExitCode:
    """Say what a rule looks for, why, and how to mend or accept what it finds.

    CODE is such as CON104, as `policygen check` prints it; without one, all rules are listed.
    """
    from policygen.checks.families import RULES  # noqa: PLC0415 - so that --help is quick
    from policygen.source.codes import CODES  # noqa: PLC0415 - as above

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
        if wanted in CODES:
            say(click.style(f"{wanted}  {here(CODES[wanted])}", bold=True))
            say("")
        say(_no_rule(wanted, about))
        return ExitCode.DONE
    say(tell("There is no rule “{code}”.", code=code), err=True)
    if hint := nearest(wanted, rules):
        say(hint, err=True)
    return ExitCode.USAGE


def _no_rule(code: str, about: Words) -> Words:
    return tell(
        "{code} is a mistake, no matter of rules: it is about {about}. It cannot be turned off or "
        "accepted; what `policygen check` prints with it says how to mend it.",
        code=code,
        about=about,
    )


def _listed(rules: Mapping[str, Rule]) -> Iterator[str]:
    severities = {code: here(_severity(rule)) for code, rule in rules.items()}
    width = max(map(len, severities.values()))
    for code, rule in rules.items():
        yield f"{code}  {severities[code]:<{width}}  {here(rule.title)}"


def _severity(rule: Rule) -> Words:
    if rule.severity is None:
        return tell("if final") if rule.final else tell("off")
    if rule.severity is Severity.ERROR:
        return tell("error")
    return tell("warning")


def _page(rule: Rule) -> Iterator[str]:
    """Yield the lines of the page about a rule."""
    from policygen.checks.examples import example  # noqa: PLC0415 - read only here

    yield click.style(f"{rule.code}  {here(rule.title)}", bold=True)
    yield ""
    yield from textwrap.wrap(here_text(rule.why), _COLUMNS)
    found = example(rule.code)
    for heading, files in (
        (tell("What it finds:"), found.bad),
        (tell("What it does not mind:"), found.good),
    ):
        yield ""
        yield click.style(here(heading), bold=True)
        for name, text in files.items():
            yield ""
            yield f"    # {name}"
            yield from (f"    {line}".rstrip() for line in text.splitlines())
    yield ""
    yield from _settings(rule)


def _settings(rule: Rule) -> Iterator[str]:
    yield tell(
        "Severity: {severity}. To change it, write in policygen.yaml:", severity=_severity(rule)
    )
    yield ""
    choices = here(tell("error, warning or off"))
    yield f"    checks: {{rules: {{{rule.code}: off}}}}    # {choices}"
    yield ""
    yield tell("To accept one finding, write in the policy (the change log shows it):")
    yield ""
    yield "    exceptions:"
    yield "      my-exception:"
    yield f"        rule: {rule.code}"
    clause, reason = tell("the clause, as a path"), tell("why it is accepted")
    yield f"        clause: channels.tickets     # {here(clause)}"
    yield f"        reason: …                    # {here(reason)}"
