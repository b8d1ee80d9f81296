"""Completeness: the parts that a document of its kind has to have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.checks.wanted import setting, wanting
from policygen.errors import tell

if TYPE_CHECKING:
    from policygen.checks.subject import Subject

_SENTENCE_END: Final = re.compile(r"[.!?…]+(?=\s|$)")
_MISSION_SENTENCES: Final = 4
_MISSION_WORDS: Final = 80
_TYPE_WORDS: Final = re.compile(
    r"""polic|standard|guid|manual|handbook|procedure|playbook|charter|promis|protocol|principle|
    statement|reference|level|tier|channel|form\b|complaint|reply|acknowledg|change|poster|rules|
    polític|guía|estándar|norma|manual|procedimiento|carta|compromiso|protocolo|nivel|canal|
    formulario|queja|reclamaci|respuesta|acuse|cambios|principio|declaraci|
    politique|norme|procédure|charte|engagement|protocole|niveau|canaux|formulaire|réclamation|
    réponse|accusé|modifications|principe|déclaration|fiche|
    richtlinie|leitlinie|leitfaden|handbuch|verfahren|charta|zusage|versprechen|protokoll|stufe|
    kontaktweg|formular|beschwerde|antwort|bestätigung|änderung|grundsätze|erklärung|regeln|karte""",
    re.IGNORECASE | re.VERBOSE,
)
"""Beginnings of words that say what kind of document it is."""


_QUESTIONS: Final = {
    "who": tell("whom the policy binds"),
    "what": tell("what it covers"),
    "when": tell("when it applies"),
    "where": tell("where it applies"),
}
"""Field of the scope -> what it answers."""


def scope_open(subject: Subject) -> Iterator[Finding]:
    """A scope answers four questions: whom the policy binds, what it covers, when and where. What
    it leaves open is argued about when a case is at the edge."""
    scope = subject.policy.scope
    expected = {"who": "scope.who", "what": "scope.what", "when": "scope", "where": "scope"}
    lacking = [
        name
        for name, part in expected.items()
        if not (scope and getattr(scope, name)) and wanting(subject, part)
    ]
    if lacking and scope is None:
        document = wanting(subject, expected[lacking[0]])
        yield Finding(
            setting(document),
            tell(
                "“{document}” says to whom and what it applies, but nothing says so",
                document=document,
            ),
            tell("add `scope:` with `who:`, `what:`, `when:` and `where:`"),
        )
    for name in lacking if scope else ():
        yield Finding(
            "scope",
            tell("the scope leaves open: {question}", question=_QUESTIONS[name]),
            tell("add `{field}:` under `scope:`", field=name),
        )


_ANSWERABLE: Final = {
    "owner": tell("who owns the policy"),
    "approver": tell("who approved it"),
    "next_review": tell("when it is reviewed next"),
}
"""Field of the document control -> what it answers."""


def uncontrolled(subject: Subject) -> Iterator[Finding]:
    """A policy that nobody owns, approves or looks at again is soon out of date, and nobody can be
    asked about it. HR and legal cannot rely on it."""
    control = subject.policy.control
    for name, question in _ANSWERABLE.items() if wanting(subject, "control") else ():
        approved_otherwise = name == "approver" and control.approving_body
        if getattr(control, name) is None and not approved_otherwise:
            yield Finding(
                "control",
                tell("the document control does not say {question}", question=question),
                tell("add `{field}:` under `control:`", field=name),
            )


def not_enforced(subject: Subject) -> Iterator[Finding]:
    """Rules that nobody checks are taken for wishes. Staff, and HR when it comes to a dispute, need
    to know who sees to it that they are kept and what follows a breach."""
    document = wanting(subject, "enforcement")
    if document and subject.policy.enforcement is None:
        yield Finding(
            setting(document),
            tell("nothing says how the rules in “{document}” are enforced", document=document),
            tell("add `enforcement:` with who is responsible, what is checked and what follows"),
        )


def not_trained(subject: Subject) -> Iterator[Finding]:
    """Staff can keep only to what they have learned. Without training the policy is known to those
    who wrote it."""
    document = wanting(subject, "training")
    training = subject.policy.training
    if document and not (training and (training.courses or training.resources)):
        yield Finding(
            setting(document),
            tell("nothing says how staff learn what “{document}” asks of them", document=document),
            tell("add `training:` with courses, or with resources to learn from"),
        )


def no_escalation(subject: Subject) -> Iterator[Finding]:
    """Everybody meets a case that they cannot solve alone. Where nothing says to whom it goes then,
    it stays where it is, and the customer waits."""
    policy = subject.policy
    document = wanting(subject, "escalation")
    # Of levels without a way up, ESC103 says so.
    if document and not policy.levels and not (policy.escalation and policy.escalation.steps):
        yield Finding(
            setting(document),
            tell("“{document}” does not say who takes over a hard case", document=document),
            tell("add the steps under `escalation:`: from whom, to whom, when and how fast"),
        )


def no_complaint_procedure(subject: Subject) -> Iterator[Finding]:
    """Somebody will complain. Where nothing says how a complaint is made and who answers it, staff
    improvise, and the customer turns to the public or to a court."""
    document = wanting(subject, "complaints")
    if document and subject.policy.complaints is None:
        yield Finding(
            setting(document),
            tell("“{document}” does not say what happens with a complaint", document=document),
            tell("add `complaints:` with a definition, the channels and the stages"),
        )


def not_listening(subject: Subject) -> Iterator[Finding]:
    """A company that does not ask its customers learns what is wrong when they have left. Feedback
    belongs to each full policy."""
    document = wanting(subject, "feedback")
    feedback = subject.policy.feedback
    if document and not (feedback and (feedback.methods or feedback.types)):
        yield Finding(
            setting(document),
            tell("“{document}” does not say how customers are heard", document=document),
            tell("add `feedback:` with the methods, such as a survey after each case"),
        )


def no_change_log(subject: Subject) -> Iterator[Finding]:
    """Readers of a new version want to know what is different, and legal must know what was changed
    when. The change log tells them."""
    document = wanting(subject, "review_log")
    if document and not subject.policy.review_log:
        yield Finding(
            "control",
            tell(
                "“{document}” lists what each version changed, but there is no review log",
                document=document,
            ),
            tell("add `review_log:` with an entry for this version"),
        )


def nobody_to_ask(subject: Subject) -> Iterator[Finding]:
    """Each policy leaves a question open for somebody. Readers who do not know whom to ask guess,
    and each guesses differently."""
    policy = subject.policy
    document = wanting(subject, "contacts")
    if document and not policy.contacts:
        yield Finding(
            setting(document),
            tell("“{document}” does not say whom to ask", document=document),
            tell("add the person or team under `contacts:`"),
        )


def long_mission(subject: Subject) -> Iterator[Finding]:
    """A mission is remembered when it can be said in a breath. In a page of aims everybody finds
    the one that suits them."""
    mission = str(subject.policy.mission or "")
    sentences = len(_SENTENCE_END.findall(mission))
    if sentences > _MISSION_SENTENCES or len(mission.split()) > _MISSION_WORDS:
        yield Finding(
            "mission",
            tell(
                "the mission has {count} words; a few short sentences are enough",
                count=len(mission.split()),
            ),
            tell("keep what you do, for whom, and why it matters; move the rest to `objectives:`"),
        )


def title_says_nothing(subject: Subject) -> Iterator[Finding]:
    """A reader with ten files on the screen has the title only. It must say what kind of document
    it is, or whose."""
    for id_, spec in subject.config.documents.items():
        title = str(spec.title)
        if "{company}" not in title and not _TYPE_WORDS.search(title):
            yield Finding(
                f"documents.{id_}.title",
                tell("“{title}” names neither the company nor the kind of document", title=title),
                tell("write for example `Customer Service Policy of {{company}}`"),
            )


def titles_alike(subject: Subject) -> Iterator[Finding]:
    """Two documents with the same title are mistaken for each other, and customers may be sent the
    one for staff."""
    first: dict[str, str] = {}
    for id_, spec in subject.config.documents.items():
        other = first.setdefault(str(spec.title).casefold(), id_)
        if other != id_:
            yield Finding(
                f"documents.{id_}.title",
                tell("“{document}” and “{other}” have the same title", document=id_, other=other),
                tell("say in the title what is different, such as for whom it is"),
                related=((f"documents.{other}.title", tell("the other one")),),
            )


_missing = partial(Rule, needs_all=True)

RULES: Final = (
    _missing("CMP101", tell("The scope leaves a question open"), scope_open),
    _missing("CMP102", tell("Nobody answers for the policy"), uncontrolled),
    _missing("CMP103", tell("Nothing says how it is enforced"), not_enforced),
    _missing("CMP104", tell("Nothing says how staff are trained"), not_trained),
    _missing("CMP105", tell("Nobody takes over hard cases"), no_escalation),
    _missing("CMP106", tell("No complaint procedure"), no_complaint_procedure),
    _missing("CMP107", tell("Customers are not heard"), not_listening),
    _missing("CMP108", tell("No change log"), no_change_log),
    _missing("CMP109", tell("Nobody to ask"), nobody_to_ask),
    Rule("CMP110", tell("A long mission"), long_mission),
    Rule("CMP111", tell("A title that says nothing"), title_says_nothing),
    Rule("CMP112", tell("Two documents with one title"), titles_alike),
)
