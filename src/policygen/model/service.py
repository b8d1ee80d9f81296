"""Channels: how customers and the company reach each other, and by which standards."""

from enum import Enum
from typing import Annotated, ClassVar, Final

from pydantic import BeforeValidator, Field

from policygen.model.clause import (
    TO_FILL,
    Boolean,
    Clause,
    Email,
    LanguageTag,
    Phone,
    Ref,
    Text,
    Url,
)
from policygen.model.facts import Cost, Deadline, Hours, Interval, Target

EVERYBODY: Final = "everyone"
"""The segment id that stands for all customers."""


class ChannelKind(Enum):
    """Ways in which customers and the company reach each other."""

    PHONE = "phone"
    VOICEMAIL = "voicemail"
    EMAIL = "email"
    LIVE_CHAT = "live-chat"
    TICKET = "ticket"
    SELF_SERVICE = "self-service"
    VIDEO = "video"
    IN_PERSON = "in-person"
    SOCIAL_MEDIA = "social-media"
    REVIEW_SITE = "review-site"
    WEB_FORM = "web-form"
    SMS = "sms"
    MEETING = "meeting"
    FAX = "fax"
    POST = "post"


class Identification(Enum):
    """How sure the company must be of whom it deals with."""

    NONE = "none"
    REFERENCE = "reference"
    BASIC = "basic"
    STRONG = "strong"


class Overflow(Clause):
    """What happens when nobody can answer in time."""

    after: Deadline | None = None
    action: Text


class AutomaticAcknowledgement(Clause):
    """The reply that a system sends by itself."""

    within: Deadline
    message: Text


class OtherNumber(Clause):
    """A further telephone number: for calls from elsewhere, or at another price."""

    phone: Phone
    for_: Annotated[Text, Field(alias="for")]
    cost: Cost | None = None


def _availability(value: object) -> object:
    """Let `availability: 24/7`, and hours in their full form, stand for all customers."""
    for_all = isinstance(value, str) or (isinstance(value, dict) and value.keys() <= HOURS_KEYS)
    return {EVERYBODY: value} if for_all else value


HOURS_KEYS: Final = Hours.KEYS | {"note", "commitment", "from", "until", "formerly", TO_FILL}
"""The keys of opening hours in their full form, which no group of customers may have as its id."""


class Channel(Clause):
    """A channel and its standards.

    emergency: whether it is the line for emergencies. only_for, not_for: what it serves, and what
    must take another way. availability: service hours by segment id, `everyone` for all customers.
    acknowledgement: until the customer hears that the contact arrived; reply: until a person
    answers; resolution: until the matter is settled; call_back: until a missed call is returned.
    person: until a person takes over from a machine, where the customer asks for one. levels: the
    support levels that the channel reaches.
    """

    SHORTHANDS: ClassVar[frozenset[str]] = frozenset({"availability"})

    kind: ChannelKind
    name: Text | None = None
    phone: Phone | None = None
    other_numbers: tuple[OtherNumber, ...] = ()
    email: Email | None = None
    url: Url | None = None
    address: Text | None = None
    emergency: Boolean = False
    purpose: Text | None = None
    only_for: tuple[Text, ...] = ()
    not_for: tuple[Text, ...] = ()
    cost: Cost | None = None
    identification: Identification | None = None
    asks_for: tuple[Text, ...] = ()
    availability: Annotated[dict[str, Hours], BeforeValidator(_availability)] = {}
    acknowledgement: Deadline | None = None
    reply: Deadline | None = None
    resolution: Deadline | None = None
    call_back: Deadline | None = None
    person: Deadline | None = None
    target: Target | None = None
    metrics: tuple[Annotated[str, Ref(("metrics",))], ...] = ()
    languages: tuple[LanguageTag, ...] = ()
    levels: tuple[Annotated[str, Ref(("levels",))], ...] = ()
    content: tuple[Text, ...] = ()
    checked_every: Interval | None = None
    automatic_acknowledgement: AutomaticAcknowledgement | None = None
    overflow: tuple[Overflow, ...] = ()
    behaviours: tuple[Text, ...] = ()


class ChannelReview(Clause):
    """How the channels are kept working together. aims: what is worked on; checks: what is ticked
    off each time."""

    aims: tuple[Text, ...] = ()
    checks: tuple[Text, ...] = ()
    every: Interval | None = None
    by: Annotated[str, Ref(("roles", "levels"))] | None = None


class OutboundContact(Clause):
    """How the company contacts customers by itself. prefix: what its numbers begin with."""

    hours: Hours | None = None
    prefix: Text | None = None
    purposes: tuple[Text, ...] = ()
    never: tuple[Text, ...] = ()
    consent: Text | None = None


class Format(Enum):
    """Other forms in which customers can have information."""

    EASY_READ = "easy-read"
    LARGE_PRINT = "large-print"
    BRAILLE = "braille"
    AUDIO = "audio"
    SIGN_LANGUAGE_VIDEO = "sign-language-video"
    PLAIN_TEXT = "plain-text"
    PAPER = "paper"


class LanguageServiceKind(Enum):
    """Help for customers who speak, hear or communicate differently."""

    INTERPRETER = "interpreter"
    SIGN_LANGUAGE = "sign-language"
    RELAY = "relay"
    TRANSLATION = "translation"


class LanguageService(Clause):
    """Help with language: an interpreter, sign language, a relay service."""

    kind: LanguageServiceKind
    languages: tuple[LanguageTag, ...] = ()
    channels: tuple[Annotated[str, Ref(("channels",))], ...] = ()
    hours: Hours | None = None
    request: Deadline | None = None
    cost: Cost | None = None


class Accessibility(Clause):
    """How the company serves people with different needs.

    vulnerable: who needs special care; adjustments: what is done for them; register: how they are
    put on record, where they wish so. customers_language: the rule on other official languages.
    """

    commitment: Text | None = None
    formats: tuple[Format, ...] = ()
    formats_within: Deadline | None = None
    language_services: dict[str, LanguageService] = {}
    customers_language: Text | None = None
    vulnerable: tuple[Text, ...] = ()
    adjustments: tuple[Text, ...] = ()
    register_: Annotated[Text | None, Field(alias="register")] = None
    contact: Annotated[str, Ref(("channels",))] | None = None
