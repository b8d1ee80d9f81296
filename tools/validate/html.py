"""HTML files: the Nu HTML checker, and axe-core in headless Chromium."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tools.validate.manifest import Entry, Finding

HERE: Final = Path(__file__).parent
NODE_MODULES: Final = HERE.parent.parent / ".validators" / "node_modules"
SECONDS: Final = 600
SECONDS_A_PAGE: Final = 20
"""For a browser that opens a page four times, on a busy machine."""


def nu_checker(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield every error and warning of the Nu HTML checker."""
    jar = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    names = {entry.path.resolve().as_uri(): entry.name for entry in entries}
    run = subprocess.run(
        ["java", "-Xss1m", "-jar", jar, "--format", "json", *(entry.path for entry in entries)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    for message in json.loads(run.stderr)["messages"]:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        name = names.get(message.get("url", "").replace("file:/", "file:///", 1), "")
        yield Finding(
            name, "Nu HTML checker", f"line {message.get('lastLine')}: {message['message']}"
        )


def axe(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield every violation that axe finds on a wide, a narrow and a dark screen."""
    names = {entry.path.resolve().as_uri(): entry.name for entry in entries}
    job = {
        "chromium": shutil.which("chromium"),
        "modules": str(NODE_MODULES),
        "pages": list(names),
    }
    run = subprocess.run(
        ["node", HERE / "browser.mjs"],
        input=json.dumps(job),
        stdout=subprocess.PIPE,
        text=True,
        timeout=SECONDS + SECONDS_A_PAGE * len(names),
        check=True,
    )
    for finding in json.loads(run.stdout):
        yield Finding(names[finding["page"]], finding["judge"], finding["message"])
