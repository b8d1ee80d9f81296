"""Which requirements of packs a project meets, and by which of its clauses. Makes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from policygen.checks.judging import Judgement, judgements
from policygen.checks.subject import Subject, place
from policygen.config import load_config
from policygen.errors import Problem, SettingsError, tell
from policygen.load import load_project
from policygen.packs import Pack, available, load_pack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """A requirement and what became of it. places: clause -> `file:line`, of those in question."""

    judgement: Judgement
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PackReport:
    """A pack against a policy."""

    id: str
    pack: Pack
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Packs against a policy. company, version: whose and which policy it is; day: on which the
    requirements are to be met."""

    company: str
    version: str
    day: date | None
    packs: tuple[PackReport, ...]


def report(root: Path, overlay: str, ids: Sequence[str], today: date) -> Report:
    """Return how the policy of the project in `root` stands towards packs.

    ids: of the packs; none for those that the settings select. Raises SettingsError where a pack or
    the settings cannot be read, PolicygenError where the policy cannot.
    """
    project = load_project(root, overlay)
    wanted = ids or project.config.checks.packs
    if not wanted:
        raise SettingsError(_nothing_selected())
    packs = dict(_readable(root, wanted))
    subject = Subject(project, today=today)
    return Report(
        str(project.policy.company.name),
        project.policy.control.version,
        today,
        tuple(
            PackReport(
                id_, pack, tuple(_row(found, subject) for found in judgements(subject, pack))
            )
            for id_, pack in packs.items()
        ),
    )


def packs(root: Path) -> tuple[dict[str, Pack], tuple[str, ...]]:
    """Return the packs that the project in `root` can select, and the ids of those that it does.

    Raises SettingsError where one of its own, or the settings, cannot be read. Outside a project
    there are those that ship.
    """
    selected: tuple[str, ...] = ()
    if (root / "policygen.yaml").is_file():
        selected = load_config(root).checks.packs
    return dict(_readable(root, list(available(root)))), selected


def _readable(root: Path, ids: Sequence[str]) -> list[tuple[str, Pack]]:
    found: list[tuple[str, Pack]] = []
    problems: list[Problem] = []
    for id_ in dict.fromkeys(ids):
        pack, wrong = load_pack(root, id_)
        problems += wrong
        if pack is not None:
            found.append((id_, pack))
    if problems:
        raise SettingsError(problems)
    return found


def _row(judgement: Judgement, subject: Subject) -> Row:
    places = []
    for clause in judgement.clauses:
        span = judgement.span or (place(clause, subject) if clause else None)
        places.append((clause, f"{span.file}:{span.line}" if span else ""))
    return Row(judgement, tuple(places))


def _nothing_selected() -> Problem:
    return Problem(
        "SEL106",
        tell("no pack is selected"),
        hint=tell(
            "name one with `--pack`, or under `checks: {{packs: […]}}` in policygen.yaml; "
            "`policygen requirements --list` lists them"
        ),
    )
