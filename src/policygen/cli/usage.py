"""A command line that cannot be understood: what is wrong with it, in the user's language."""

from __future__ import annotations

import click

from policygen.cli.console import say
from policygen.errors import Words, tell


def print_usage_error(error: click.ClickException) -> None:
    """Print how the command is used, where its help is, and what is wrong."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        say(context.get_usage(), err=True)
        say(tell("Try '{command} --help' for help.", command=context.command_path), err=True)
        say("", err=True)
    say(tell("Error: {message}", message=_mistake(error)), err=True)


def _mistake(error: click.ClickException) -> str:
    """Return what is wrong. Click's own words are taken where they are seldom needed."""
    match error:
        case click.NoSuchOption():
            wrong = tell("No such option '{name}'.", name=error.option_name)
            return _with_choices(wrong, error.possibilities)
        case click.exceptions.NoSuchCommand():
            wrong = tell("No such command '{name}'.", name=error.command_name)
            return _with_choices(wrong, error.possibilities)
        case click.MissingParameter():
            return tell("Missing argument {name}.", name=_name(error))
        case click.BadParameter():
            return _bad_value(error)
        case click.BadOptionUsage():
            return tell("Option '{name}' requires an argument.", name=error.option_name)
    return error.message if isinstance(error.message, Words) else error.format_message()


def _with_choices(wrong: Words, choices: list[str] | None) -> Words:
    if not choices:
        return wrong
    return tell("{problem} Did you mean '{choices}'?", problem=wrong, choices="', '".join(choices))


def _bad_value(error: click.BadParameter) -> Words:
    name, kind = _name(error), error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        choices = ", ".join(f"'{choice}'" for choice in kind.choices)
        return tell("Invalid value for {name}: use one of {choices}.", name=name, choices=choices)
    if isinstance(kind, click.IntRange):
        return tell("Invalid value for {name}: it must be a whole number from 0 on.", name=name)
    if isinstance(kind, click.DateTime):
        return tell("Invalid value for {name}: write a day such as 2026-03-01.", name=name)
    return tell("Invalid value for {name}: {message}", name=name, message=error.message)


def _name(error: click.BadParameter) -> str:
    return error.param.get_error_hint(error.ctx) if error.param else ""
