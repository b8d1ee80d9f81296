#!/bin/sh
# Bring locales/*/LC_MESSAGES/*.po up to date with the templates, the program and the policy.
# A changed message keeps its former translation as "fuzzy", with the previous text beside it.
#
#   tools/messages.sh             every locale there is
#   tools/messages.sh it pt_BR    these locales; a new one gets empty catalogs
#
# A variant such as pt_BR keeps only the messages that it words in its own way, and may have one
# catalog or none; the catalogs of its parent (here pt) have the rest. Copy a message from there to
# word it differently.
set -eu
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

named=$#
locales=${*:-$(ls locales)}

update() {
    # update DOMAIN MAPPING [OPTION...]
    domain=$1
    mapping=$2
    shift 2
    PYTHONPATH=. .venv/bin/pybabel --quiet extract --mapping="$mapping" --no-wrap \
        --add-location=file --add-comments=Translators: --project=policygen \
        --copyright-holder="the policygen contributors" --output="$work/$domain.pot" "$@" .
    for locale in $locales; do
        catalog=locales/$locale/LC_MESSAGES/$domain.po
        case $locale in
            *_[A-Z][A-Z] | *_[0-9][0-9][0-9]) variant=yes ;;
            *) variant= ;;
        esac
        if ! [ -e "$catalog" ]; then
            if [ "$variant" ] && [ "$named" -eq 0 ]; then continue; fi
            .venv/bin/pybabel --quiet init --domain="$domain" --locale="$locale" \
                --input-file="$work/$domain.pot" --output-dir=locales --no-wrap
        fi
        if [ "$variant" ]; then
            .venv/bin/python -m tools.update_variant "$catalog" "$work/$domain.pot"
        else
            .venv/bin/pybabel --quiet update --domain="$domain" --locale="$locale" \
                --input-file="$work/$domain.pot" --output-dir=locales \
                --no-wrap --previous --ignore-obsolete --ignore-pot-creation-date
        fi
        # Dates and names that nobody filled in would only make noise in every diff.
        sed -E -i.bak '/^"(Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By): /d' "$catalog"
        rm "$catalog.bak"
    done
}

# The marks stand in src/policygen/i18n/marks.py; say and label look words up.
update policygen babel.cfg --keyword=mark --keyword=nmark:1,2 --keyword=npmark:1c,2,3 --keyword=pmark:1c,2 \
    --keyword=say --keyword=label
update policy babel-policy.cfg
# What the program says to its user; tell and tell_number stand in src/policygen/errors.py.
update messages babel-messages.cfg --no-default-keywords \
    --keyword=tell --keyword=tell_number:1,2

for example in examples/*/; do
    tools/example_messages.sh "$(basename "$example")"
done
