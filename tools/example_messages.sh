#!/bin/sh
# Bring the catalogs of an example up to date: policy.po with its texts, comments.po with the
# comments of its YAML files.
#
#   tools/example_messages.sh shop          every locale it has
#   tools/example_messages.sh shop it pt    these locales; a new one gets empty catalogs
set -eu
cd "$(dirname "$0")/.."
root=$PWD
export PYTHONPATH="$root"
cd "examples/$1"
shift

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

locales=${*:-$(ls locales)}

for domain in policy comments; do
    "$root/.venv/bin/pybabel" --quiet extract --mapping="$root/babel-$domain.cfg" --no-wrap \
        --add-location=file --project=policygen \
        --copyright-holder="the policygen contributors" --output="$work/$domain.pot" .
    for locale in $locales; do
        catalog=locales/$locale/LC_MESSAGES/$domain.po
        if ! [ -e "$catalog" ]; then
            "$root/.venv/bin/pybabel" --quiet init --domain="$domain" --locale="$locale" \
                --input-file="$work/$domain.pot" --output-dir=locales --no-wrap
        fi
        "$root/.venv/bin/pybabel" --quiet update --domain="$domain" --locale="$locale" \
            --input-file="$work/$domain.pot" --output-dir=locales \
            --no-wrap --previous --ignore-obsolete --ignore-pot-creation-date
        sed -E -i.bak '/^"(Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By): /d' "$catalog"
        rm "$catalog.bak"
    done
done
