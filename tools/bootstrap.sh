#!/bin/sh
# Prepare .venv: the Python packages of requirements.lock, policygen itself (editable) and the
# system libraries that draw pages. Returns at once when nothing has changed since the last time.
#
#   tools/bootstrap.sh          what `make build` needs
#   tools/bootstrap.sh test     also pdftotext, which some tests read PDFs with
#
# PYTHON names the interpreter to use, e.g. PYTHON=python3.12.
set -eu
cd "$(dirname "$0")/.."

stamp=.venv/.ready

say() { printf '%s\n' "$*" >&2; }

fail() {
    say ""
    say "policygen: $1"
    shift
    for line in "$@"; do say "  $line"; done
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

recent_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

choose_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if recent_enough "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    found=$("${PYTHON:-python3}" -V 2>&1) || found="no Python that runs"
    fail "needs Python 3.11 or newer; found ${found}." \
        "Install a newer Python, or name one: PYTHON=python3.12 make build"
}

may_use_apt() { has apt-get && [ "$(id -u)" -eq 0 ]; }

apt_install() {
    say "Installing $* with apt-get"
    apt-get update -q >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2
}

make_environment() {
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        package="python${version}-venv"
        may_use_apt || fail "this Python cannot create environments." \
            "On Debian or Ubuntu: sudo apt-get install ${package}"
        apt_install "$package"
    fi
    current=$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) ||
        current=none
    [ "$current" = "$version" ] || "$python" -m venv --clear .venv
}

install_packages() {
    say "Installing the packages of requirements.lock into .venv"
    pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip install --quiet"
    $pip --require-hashes --requirement requirements.lock
    $pip --no-deps --no-build-isolation --editable .
}

draws_pages() {
    .venv/bin/python -W ignore -c '
import sys
from weasyprint.text import ffi
sys.exit(ffi.harfbuzz_subset is None)' >/dev/null 2>&1
}

install_libraries() {
    if draws_pages; then return; fi
    if may_use_apt; then
        apt_install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
        if draws_pages; then return; fi
    fi
    fail "Pango or HarfBuzz, which draw the PDF pages, cannot be loaded." \
        "Run the one command for your system, then make again:" \
        "Debian, Ubuntu:  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" \
        "Fedora:          sudo dnf install pango harfbuzz" \
        "macOS:           brew install pango"
}

install_pdftotext() {
    if has pdftotext; then return; fi
    if may_use_apt; then
        apt_install poppler-utils
    else
        say "pdftotext is missing: the tests that read PDFs will be skipped. To run them, install"
        say "  Debian, Ubuntu: poppler-utils   Fedora: poppler-utils   macOS: brew install poppler"
    fi
}

python=$(choose_python)
key=$({ "$python" -V; cat requirements.lock pyproject.toml tools/bootstrap.sh; } | cksum)
if [ "$(cat "$stamp" 2>/dev/null)" != "$key" ]; then
    make_environment
    install_packages
    install_libraries
    printf '%s\n' "$key" >"$stamp"
fi
if [ "${1:-}" = test ]; then install_pdftotext; fi
