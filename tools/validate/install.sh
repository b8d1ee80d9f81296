#!/bin/sh
# Install the judges of `make validate`: programs with apt-get, the rest into .validators/.
# Returns at once when nothing has changed since the last time.
set -eu
cd "$(dirname "$0")/../.."

here=tools/validate
stamp=.validators/.ready

missing=""
need() {
    # need PROGRAM-OR-FILE PACKAGE...
    wanted=$1
    shift
    if ! command -v "$wanted" >/dev/null 2>&1 && ! [ -e "$wanted" ]; then
        missing="$missing $*"
    fi
}
need java default-jre-headless
need /usr/share/java/jaxb-runtime.jar libjaxb-java
need qpdf qpdf
need pdfinfo poppler-utils
need soffice libreoffice-writer-nogui fonts-dejavu-core
need chromium chromium
need node nodejs
need npm npm
if [ -n "$missing" ]; then
    if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" -ne 0 ]; then
        printf 'make validate works on Debian and Ubuntu. Run this, then make validate again:\n' >&2
        printf '  sudo apt-get install%s\n' "$missing" >&2
        exit 1
    fi
    apt-get update -q
    # shellcheck disable=SC2086 # one word a package
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
fi

key=$(cat "$here/requirements.lock" "$here/package-lock.json" "$here/install.sh" | cksum)
if [ "$(cat "$stamp" 2>/dev/null)" = "$key" ]; then exit 0; fi

.venv/bin/python -m venv --clear .validators/venv
PIP_DISABLE_PIP_VERSION_CHECK=1 .validators/venv/bin/python -m pip install --quiet \
    --require-hashes --requirement "$here/requirements.lock"
cp "$here/package.json" "$here/package-lock.json" .validators/
# Every package is used as it comes: none needs to run a script of its own.
npm ci --prefix .validators --ignore-scripts --no-audit --no-fund
printf '%s\n' "$key" >"$stamp"
