"""Quality: what is measured, how customers are heard, what is done with it."""

from enum import Enum
from typing import Annotated

from policygen.model.clause import Boolean, Clause, Prose, Ref, Text
from policygen.model.facts import Deadline, Duration, Interval, Target


class Measure(Clause):
    """A target for a metric, by the metric's name."""

    metric: Annotated[str, Ref(("metrics",))]
    target: Target


class Direction(Enum):
    """Which way a metric should move."""

    HIGHER = "higher"
    LOWER = "lower"


class Metric(Clause):
    """What is measured, and how.

    source: where the figures come from; sample: of which cases; measured_by: who measures, and
    independent: whether that is somebody outside; published: where customers find the results.
    """

    name: Text
    meaning: Text | None = None
    family: Text | None = None
    formula: Text | None = None
    unit: Text | None = None
    better: Direction | None = None
    source: Text | None = None
    sample: Text | None = None
    measured_by: Text | None = None
    independent: Boolean = False
    every: Interval | None = None
    owner: Annotated[str, Ref(("roles", "levels"))] | None = None
    published: Text | None = None


class Monitoring(Clause):
    """A way of watching quality, or of improving it."""

    name: Text
    activities: tuple[Text, ...] = ()
    every: Interval | None = None
    by: Annotated[str, Ref(("roles", "levels"))] | None = None


class Quality(Clause):
    """Quality standards, how they are watched, how service improves."""

    standards: tuple[Measure, ...] = ()
    monitoring: dict[str, Monitoring] = {}
    improvement: dict[str, Monitoring] = {}


class Audit(Clause):
    """An audit of the service. kept: how long its results are kept."""

    what: Text
    by: Text
    independent: Boolean = False
    every: Interval | None = None
    published: Text | None = None
    kept: Duration | None = None


class FeedbackKind(Enum):
    """Whether customers are asked, or speak of their own accord."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class FeedbackMethod(Clause):
    """A way in which customers, or staff, are heard."""

    name: Text
    kind: FeedbackKind
    structured: Boolean | None = None
    channels: tuple[Annotated[str, Ref(("channels",))], ...] = ()
    when: Deadline | None = None
    every: Interval | None = None


class FeedbackType(Clause):
    """A kind of feedback, such as a suggestion or a compliment, with its own way and times."""

    name: Text
    meaning: Text | None = None
    handled_by: Annotated[str, Ref(("roles", "levels"))] | None = None
    channels: tuple[Annotated[str, Ref(("channels",))], ...] = ()
    acknowledgement: Deadline | None = None
    reply: Deadline | None = None


class Feedback(Clause):
    """How the company listens, and what it does with what it hears."""

    principle: Prose | None = None
    types: dict[str, FeedbackType] = {}
    methods: dict[str, FeedbackMethod] = {}
    uses: tuple[Text, ...] = ()
    staff_suggestions: Text | None = None


class PracticeGroup(Clause):
    """Practices that belong together."""

    name: Text
    items: tuple[Text, ...]


class Situation(Clause):
    """A difficult situation and what helps in it."""

    name: Text
    do: tuple[Text, ...]
    avoid: tuple[Text, ...] = ()


class Practices(Clause):
    """What experience has taught. annoyances: known causes of annoyance; gestures: what makes up
    for them; brand_words: words that the company is known by."""

    groups: dict[str, PracticeGroup] = {}
    situations: dict[str, Situation] = {}
    annoyances: tuple[Text, ...] = ()
    gestures: tuple[Text, ...] = ()
    brand_words: tuple[Text, ...] = ()


class Conduct(Clause):
    """How staff behave towards customers. aims, and what it takes: "we want to", "we must"."""

    principle: Prose | None = None
    aims: tuple[Text, ...] = ()
    requires: tuple[Text, ...] = ()
    always: tuple[Text, ...] = ()
    never: tuple[Text, ...] = ()
    practices: tuple[Text, ...] = ()
    in_person: tuple[Text, ...] = ()
    closing: tuple[Text, ...] = ()
