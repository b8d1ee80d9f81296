"""Promises to customers: what, to whom, under which conditions, and what if they are not kept."""

from enum import Enum
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from policygen.errors import tell
from policygen.model.clause import Boolean, Clause, Ref, Text, filled
from policygen.model.control import Date
from policygen.model.facts import (
    Amount,
    Commitment,
    Deadline,
    Duration,
    Hours,
    Interval,
    Target,
    Window,
)


class Basis(Enum):
    """Whether the law demands a promise or the company makes it of its own accord."""

    LEGAL = "legal"
    VOLUNTARY = "voluntary"
    BEYOND_LAW = "beyond-law"


class PromiseKind(Enum):
    """Whether a promise is a standard that can be missed, or what the customer is entitled to when
    something happens."""

    STANDARD = "standard"
    ENTITLEMENT = "entitlement"


class RemedyKind(Enum):
    """What kind of thing the customer gets."""

    PAYMENT = "payment"
    REFUND = "refund"
    CREDIT = "credit"
    VOUCHER = "voucher"
    IN_KIND = "in-kind"
    REPLACEMENT = "replacement"
    CORRECTION = "correction"
    APOLOGY = "apology"


class PaymentMethod(Enum):
    """How money reaches the customer."""

    NEXT_BILL = "next-bill"
    BANK_TRANSFER = "bank-transfer"
    CHEQUE = "cheque"
    ORIGINAL_METHOD = "original-method"
    VOUCHER = "voucher"
    CASH = "cash"
    CUSTOMERS_CHOICE = "customers-choice"


def _exact(amount: Amount) -> Amount:
    """Refuse “at least 4 EUR” for a smallest sum, which is one sum."""
    stated = filled(amount)
    if stated is not None and stated.comparator is not None:
        raise PydanticCustomError(
            "fact",
            "{problem}",
            {
                "problem": tell("“{amount}” is not one sum", amount=amount),
                "hint": tell("write it alone, such as `4 EUR`"),
            },
        )
    return amount


class RemedyStep(Clause):
    """An amount for a case of its own. from_: how late or how bad the service must be; segments:
    for which customers."""

    from_: Annotated[Target | None, Field(alias="from")] = None
    segments: tuple[Annotated[str, Ref(("segments",))], ...] = ()
    amount: Amount


class Alternative(Clause):
    """Something else that the customer can choose instead."""

    what: Text
    amount: Amount | None = None


class Remedy(Clause):
    """What the customer gets when a promise is not kept.

    steps: amounts by delay or customer, where one is not enough. minimum: below it nothing is paid
    out; limit: how often. automatic: without a request. claim: from when and until when to claim.
    collect: how long the money waits. late_payment: what comes on top where the company pays late.
    set_off: whether it may be set off against what the customer owes. other_rights: whether the
    customer keeps all other legal rights.
    """

    what: Text
    kind: RemedyKind | None = None
    amount: Amount | None = None
    steps: tuple[RemedyStep, ...] = ()
    minimum: Annotated[Amount, AfterValidator(_exact)] | None = None
    limit: Interval | None = None
    alternatives: tuple[Alternative, ...] = ()
    automatic: Boolean = False
    claim: Window | None = None
    claim_through: tuple[Annotated[str, Ref(("channels",))], ...] = ()
    proof: tuple[Text, ...] = ()
    paid: tuple[PaymentMethod, ...] = ()
    paid_within: Deadline | None = None
    collect: Deadline | None = None
    late_payment: Amount | None = None
    set_off: Boolean | None = None
    other_rights: Boolean | None = None


class Promise(Clause):
    """A promise to customers with its measure, limits and remedy.

    commitment, basis: how firm it is, and whether the law demands it. normal_circumstances: whether
    it holds only under the policy's normal circumstances. promised_by: the partner that keeps it,
    where it is not the company. threshold: from what on it applies; hours: at which times.
    not_with: promises that cannot be claimed for the same case.
    """

    statement: Text
    kind: PromiseKind = PromiseKind.STANDARD
    target: Target | None = None
    commitment: Commitment | None = None
    basis: Basis | None = None
    legal_basis: Text | None = None
    threshold: Target | None = None
    hours: Hours | None = None
    eligible: tuple[Text, ...] = ()
    segments: tuple[Annotated[str, Ref(("segments",))], ...] = ()
    channels: tuple[Annotated[str, Ref(("channels",))], ...] = ()
    normal_circumstances: Boolean = False
    conditions: tuple[Text, ...] = ()
    exclusions: tuple[Text, ...] = ()
    customer_duties: tuple[Text, ...] = ()
    promised_by: Annotated[str, Ref(("partners",))] | None = None
    measured_by: Annotated[str, Ref(("metrics",))] | None = None
    not_with: tuple[Annotated[str, Ref(("promises",))], ...] = ()
    valid_from: Date | None = None
    valid_until: Date | None = None
    remedy: Remedy | None = None


class Circumstances(Clause):
    """What counts as normal circumstances, and what does not."""

    normal: Text
    exceptional: tuple[Text, ...] = ()
    then: Text | None = None


class Appointments(Clause):
    """Visits to the customer: how long a slot is, how punctual, how changes are announced.

    tolerance: how early or late an arrival still counts as punctual.
    """

    slot: Duration | None = None
    tolerance: Duration | None = None
    within: Deadline | None = None
    notice_of_change: Deadline | None = None
    customer_cancels: Deadline | None = None
    identification: Text | None = None
