"""Leaks: what customers must not read, or what says more than it should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.errors import tell
from policygen.model.clause import Audience, Blank, filled
from policygen.model.control import Person
from policygen.model.organisation import Contact
from policygen.model.quality import Measure

if TYPE_CHECKING:
    from policygen.checks.subject import Said, Subject

_INTERNAL: Final = re.compile(
    r"\b(?:internal use only|for internal use|strictly confidential|not for customers|"
    r"do not (?:tell|show|disclose to) (?:the )?customers?|"
    r"(?:solo )?(?:para )?uso interno|estrictamente confidencial|no (?:decir|mostrar) al cliente|"
    r"(?:à )?usage interne|strictement confidentiel|ne pas (?:dire|montrer) aux? clients?|"
    r"nur für (?:den )?(?:internen|dienstlichen) gebrauch|streng vertraulich|"
    r"(?:dem|den) kunden nicht (?:sagen|zeigen))\b",
    re.IGNORECASE,
)
_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_CARD: Final = re.compile(r"\b\d(?:[ -]?\d){12,18}\b")
_SOCIAL: Final = re.compile(
    r"\b\d{3}-\d{2}-\d{4}\b|\b[12] ?\d{2} ?[01]\d ?\d{2} ?\d{3} ?\d{3} ?\d{2}\b"
)
_TELLING: Final = re.compile(
    r"\b(?:internal|confidential|draft|interno|confidencial|borrador|interne|confidentiel|brouillon|"
    r"intern|vertraulich|entwurf)\b",
    re.IGNORECASE,
)
_STAFF_TEMPLATES: Final = frozenset(
    {"agent-handbook", "playbook", "quick-reference-card", "service-protocol", "support-tiers"}
)
_CUSTOMER_TEMPLATES: Final = frozenset(
    {"customer-charter", "charter-poster", "complaint-procedure", "complaint-form"}
    | {"letter-acknowledgement", "letter-holding-reply", "letter-final-reply"}
)
_PUBLIC: Final = frozenset({Audience.CUSTOMERS, Audience.EVERYONE})
_LONG: Final = 5
"""Words from which on the same text in two places is no coincidence."""


def _for_customers(subject: Subject) -> Iterator[Said]:
    """Yield the texts that customers can read, in every language."""
    audiences = subject.project.audiences
    for one in subject.said:
        staff_wording = one.text.clause.endswith(".staff")
        if not staff_wording and audiences.may_read(one.text.clause, Audience.CUSTOMERS):
            yield one


def _names(subject: Subject) -> dict[str, str]:
    """Return the names of people in document control and among the contacts, with their clause."""
    found: dict[str, str] = {}
    for path, value in subject.values:
        if isinstance(value, Person | Contact) and value.name and not isinstance(value.name, Blank):
            found.setdefault(str(value.name), path)
    for index, entry in enumerate(subject.policy.review_log):
        for name in filter(None, (entry.author, entry.approver)):
            if not isinstance(name, Blank):
                found.setdefault(str(name), f"review_log.{index}")
    return {name: path for name, path in found.items() if " " in name}


def staff_name(subject: Subject) -> Iterator[Finding]:
    """People move on, and documents stay. A customer who asks for somebody by name reaches nobody,
    and the name of an employee is personal data."""
    names = _names(subject)
    if not any(name in subject.corpus for name in names):
        return
    for one in _for_customers(subject):
        for name, path in names.items():
            if name in one.words and not one.text.clause.startswith(path):
                yield Finding(
                    one.text.clause,
                    tell("customers read the name of “{name}” here", name=name),
                    tell("name the role instead, such as “the support manager”"),
                    name,
                    ((path, tell("the person")),),
                    one.span,
                )


def private_number(subject: Subject) -> Iterator[Finding]:
    """Account, card and insurance numbers open doors. In a document that goes to many people they
    are in the hands of all of them."""
    for path, value in subject.all_of(str):
        for pattern in (_IBAN, _CARD, _SOCIAL):
            match = pattern.search(value)
            if match is not None and (pattern is not _CARD or _checks_out(match[0])):
                yield Finding(
                    path,
                    tell("“{number}” looks like a number to keep private", number=match[0]),
                    tell("delete it; say where to find it, if somebody needs it"),
                    match[0],
                )


def _checks_out(number: str) -> bool:
    """Whether digits have the check digit of a payment card (ISO/IEC 7812-1, Luhn)."""
    digits = [int(digit) for digit in reversed(re.sub(r"\D", "", number))]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def internal_target(subject: Subject) -> Iterator[Finding]:
    """A target is what staff aim at; a promise is what customers can demand. A customer who reads
    the target in a text takes it for a promise."""
    figures: dict[str, str] = {}
    for path, measure in subject.all_of(Measure):
        target = filled(measure.target)
        percent = target.percent if target else None
        if percent is not None:
            figures.setdefault(f"{percent:f}", path)
    if not figures:
        return
    pattern = re.compile(rf"(?<![\d.,])({'|'.join(map(re.escape, figures))})[ \u00a0\u202f]?%")
    for one in _for_customers(subject) if subject.mentions(pattern) else ():
        if (match := pattern.search(one.words)) is not None:
            yield Finding(
                one.text.clause,
                tell(
                    "“{figure}” is a target for staff, and customers read it here", figure=match[0]
                ),
                tell("leave the figure out, or make a promise of it with a `target:` of its own"),
                match[0],
                ((figures[match[1]], tell("the target for staff")),),
                one.span,
            )


def internal_words(subject: Subject) -> Iterator[Finding]:
    """Words that are meant for colleagues tell a customer that something is kept from them."""
    for one in _for_customers(subject) if subject.mentions(_INTERNAL) else ():
        if (match := _INTERNAL.search(one.words)) is not None:
            yield Finding(
                one.text.clause,
                tell("customers read “{found}” here", found=match[0]),
                tell("delete it, or mark the part with `audience: staff`"),
                match[0],
                span=one.span,
            )


def telling_name(subject: Subject) -> Iterator[Finding]:
    """The id of a document is the name of its file, and its title stands in the file's properties.
    Customers see both when they save it."""
    for id_, spec in subject.config.documents.items():
        if spec.audience not in _PUBLIC:
            continue
        for field, text in (("", id_), (".title", str(spec.title))):
            if (match := _TELLING.search(text.replace("-", " ").replace("_", " "))) is not None:
                yield Finding(
                    f"documents.{id_}{field}",
                    tell("customers see “{found}” in the name of this document", found=match[0]),
                    tell("call it what it is for customers"),
                )


def repeated_in_public(subject: Subject) -> Iterator[Finding]:
    """What is marked as confidential and stands word for word where customers read it is no longer
    confidential. One of the two marks is wrong."""
    audiences = subject.project.audiences
    secret = {
        text.casefold(): text.clause
        for text in subject.texts
        if audiences.of(text.clause) is Audience.CONFIDENTIAL and len(text.split()) >= _LONG
    }
    for text in subject.texts if secret else ():
        path = secret.get(text.casefold())
        if path and audiences.may_read(text.clause, Audience.CUSTOMERS):
            yield Finding(
                text.clause,
                tell("this is confidential elsewhere, and customers read it here"),
                tell("delete it here, or mark both parts alike"),
                related=((path, tell("marked as confidential")),),
            )


def wrong_readers(subject: Subject) -> Iterator[Finding]:
    """A handbook tells staff what to do, a charter tells customers what to expect. In the hands of
    the others, most of it is missing, because it is not meant for them."""
    for id_, spec in subject.config.documents.items():
        public = spec.audience in _PUBLIC
        if (public and spec.template in _STAFF_TEMPLATES) or (
            not public and spec.template in _CUSTOMER_TEMPLATES
        ):
            yield Finding(
                f"documents.{id_}.audience",
                tell(
                    "the template “{template}” is not made for the audience “{audience}”",
                    template=spec.template,
                    audience=spec.audience.value,
                ),
                tell("change `audience:`, or choose another template"),
            )


def wider_inside(subject: Subject) -> Iterator[Finding]:
    """A part marked for customers inside a confidential one can be shown to them by itself. Whoever
    marked the whole as confidential did not mean that."""
    audiences = subject.project.audiences
    for path, value in subject.values:
        marked = getattr(value, "audience", None)
        parent = path.rpartition(".")[0]
        is_public = isinstance(marked, Audience) and marked in _PUBLIC
        if is_public and parent and audiences.of(parent) is Audience.CONFIDENTIAL:
            yield Finding(
                f"{path}.audience",
                tell(
                    "this is for “{audience}”, inside a confidential part",
                    audience=value.audience.value,
                ),
                tell("delete this mark, or move the part out"),
                related=((parent, tell("the confidential part")),),
            )


RULES: Final = (
    Rule("LEK101", tell("The name of somebody on the staff"), staff_name),
    Rule("LEK102", tell("A number to keep private"), private_number),
    Rule("LEK103", tell("A target for staff in a text for customers"), internal_target),
    Rule("LEK104", tell("Words for colleagues in a text for customers"), internal_words),
    Rule("LEK105", tell("A name that tells too much"), telling_name),
    Rule("LEK106", tell("Confidential, and repeated for customers"), repeated_in_public),
    Rule("LEK107", tell("A template for other readers"), wrong_readers),
    Rule("LEK108", tell("Public inside confidential"), wider_inside),
)
