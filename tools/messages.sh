#!/bin/sh
# Bring locales/*/LC_MESSAGES/*.po up to date with the templates, the program and the policy.
# A changed message keeps its former translation as "fuzzy", with the previous text beside it.
#
#   tools/messages.sh           every language there is
#   tools/messages.sh it pt     these languages; a new one gets empty catalogs
set -eu
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

languages=${*:-$(ls locales)}

update() {
    # update DOMAIN MAPPING [OPTION...]
    domain=$1
    mapping=$2
    shift 2
    .venv/bin/pybabel --quiet extract --mapping="$mapping" --no-wrap \
        --add-location=file --add-comments=Translators: --project=policygen \
        --copyright-holder="the policygen contributors" --output="$work/$domain.pot" "$@" .
    for language in $languages; do
        catalog=locales/$language/LC_MESSAGES/$domain.po
        if ! [ -e "$catalog" ]; then
            .venv/bin/pybabel --quiet init --domain="$domain" --locale="$language" \
                --input-file="$work/$domain.pot" --output-dir=locales --no-wrap
        fi
        .venv/bin/pybabel --quiet update --domain="$domain" --locale="$language" \
            --input-file="$work/$domain.pot" --output-dir=locales \
            --no-wrap --previous --ignore-obsolete --ignore-pot-creation-date
        # Dates and names that nobody filled in would only make noise in every diff.
        sed -E -i.bak '/^"(Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By): /d' "$catalog"
        rm "$catalog.bak"
    done
}

# mark, nmark and npmark stand in src/policygen/i18n/time_phrases.py; say and label look words up.
update policygen babel.cfg --keyword=mark --keyword=nmark:1,2 --keyword=npmark:1c,2,3 \
    --keyword=say --keyword=label
update policy babel-policy.cfg
