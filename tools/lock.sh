#!/bin/sh
# Write the lock files from pyproject.toml: exact versions with the hashes of every published
# file, for all platforms and for Python 3.11 and newer. No address of a package index is recorded.
#
#   tools/lock.sh             keep the pins that still fit
#   tools/lock.sh --upgrade   take the newest versions
set -eu
cd "$(dirname "$0")/.."

compile() {
    .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$@"
}

compile "$@" pyproject.toml --group dev --output-file requirements.lock
compile "$@" --group pyproject.toml:validate --output-file tools/validate/requirements.lock
