"""Transforms: a literal, ordered list of small functions from tree to tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeAlias, cast

from policygen.doc import tree
from policygen.doc.clauses import block_texts, sections
from policygen.errors import PolicygenError, Problem, tell

Blocks: TypeAlias = tuple[tree.Block, ...]
CONTENTS_DEPTH: Final = 2


def transform(blocks: Blocks) -> Blocks:
    """Apply every transform in order. Raises PolicygenError when ids or references are unsound."""
    for step in TRANSFORMS:
        blocks = step(blocks)
    return blocks


def drop_empty(blocks: Blocks) -> Blocks:
    """Leave out what the source has no data for: empty sections, lists, tables and paragraphs."""
    return _map_blocks(blocks, lambda block: block if _has_content(block) else None)


def empty_sections(blocks: Blocks) -> Iterator[tree.Section]:
    """Yield the outermost sections that `drop_empty` leaves out, in reading order."""
    for block in blocks:
        if isinstance(block, tree.Section):
            if drop_empty((block,)):
                yield from empty_sections(block.children)
            else:
                yield block


def check_ids(blocks: Blocks) -> Blocks:
    """Refuse an id that two clauses share: anchors, bookmarks and findings would be ambiguous."""
    seen: set[str] = set()
    for id_ in _ids(blocks):
        if id_ in seen:
            raise PolicygenError(
                Problem(
                    "TPL131",
                    tell("two clauses of this document have the id “{id}”", id=id_),
                    hint=tell("give each section its own id"),
                )
            )
        seen.add(id_)
    return blocks


def set_levels(blocks: Blocks, level: int = 1) -> Blocks:
    """Give each section its depth."""
    return tuple(
        replace(block, level=level, children=set_levels(block.children, level + 1))
        if isinstance(block, tree.Section)
        else block
        for block in blocks
    )


def number(blocks: Blocks, prefix: str = "") -> Blocks:
    """Give sections their numbers: 1, 1.1, 1.2, 2."""
    count = 0
    numbered: list[tree.Block] = []
    for block in blocks:
        if isinstance(block, tree.Section):
            own = ""
            if block.numbered:
                count += 1
                own = f"{prefix}{count}"
            children = number(block.children, f"{own}." if own else prefix)
            block = replace(block, number=own, children=children)  # noqa: PLW2901
        numbered.append(block)
    return tuple(numbered)


def resolve_references(blocks: Blocks) -> Blocks:
    """Give each reference without words the number or title of what it points to."""
    titles = {
        section.id: ((tree.Text(section.number),) if section.number else section.title)
        for section in sections(blocks)
    }
    known = set(_ids(blocks))

    def resolve(node: tree.Inline) -> tree.Inline:
        if not isinstance(node, tree.Reference):
            return node
        if node.target not in known:
            raise PolicygenError(
                Problem(
                    "TPL132",
                    tell(
                        "there is no clause “{target}” in this document to link to",
                        target=node.target,
                    ),
                    hint=tell("check the id after #, or leave the link out of this document"),
                )
            )
        return node if node.children else replace(node, children=titles[node.target])

    return map_inlines(blocks, resolve)


def fill_contents(blocks: Blocks) -> Blocks:
    """List the sections of the first two levels in the contents."""
    entries = tuple(
        tree.ContentsEntry(section.id, section.number, section.title, section.level)
        for section in sections(blocks)
        if section.level <= CONTENTS_DEPTH
    )
    return tuple(
        replace(block, entries=entries) if isinstance(block, tree.Contents) else block
        for block in blocks
    )


TRANSFORMS: Final[tuple[Callable[[Blocks], Blocks], ...]] = (
    drop_empty,
    check_ids,
    set_levels,
    number,
    resolve_references,
    fill_contents,
)


# ------------------------------------------------------------------- walking


def map_inlines(blocks: Blocks, change: Callable[[tree.Inline], tree.Inline]) -> Blocks:
    """Return the blocks with every inline node changed, innermost first."""

    def rebuilt(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(rebuilt(part) for part in value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        parts = {f.name: getattr(value, f.name) for f in fields(value)}
        changed = {name: rebuilt(part) for name, part in parts.items() if isinstance(part, tuple)}
        node = replace(value, **changed) if changed else value
        return change(node) if isinstance(node, tree.Inline) else node

    return cast("Blocks", rebuilt(blocks))


def _map_blocks(blocks: Blocks, change: Callable[[tree.Block], tree.Block | None]) -> Blocks:
    """Return the blocks and those of nested sections changed, innermost first; None drops one."""
    changed = (
        change(
            replace(block, children=_map_blocks(block.children, change))
            if isinstance(block, tree.Section)
            else block
        )
        for block in blocks
    )
    return tuple(block for block in changed if block is not None)


def _has_content(block: tree.Block) -> bool:
    match block:
        case tree.Section(children=children):
            return bool(children)
        case tree.Table(rows=rows):
            return bool(rows)
        case tree.Diagram(parts=parts):
            return bool(parts)
        case tree.Choice(options=options):
            return bool(options)
        case tree.Figure() | tree.Contents():
            return True
    # A call-out's label alone says nothing.
    blocks = block.children if isinstance(block, tree.Callout) else (block,)
    return any(text.strip() for text in block_texts(blocks))


def _ids(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case tree.Section():
                yield block.id
                yield from _ids(block.children)
            case tree.ItemList(items=owners) | tree.Terms(entries=owners) | tree.Table(rows=owners):
                yield from (owner.id for owner in owners if owner.id)
            case tree.Cards(cards=cards):
                yield from (card.id for card in cards if card.id)
            case tree.Field():
                yield block.id
            case tree.Choice():
                yield block.id
                yield from _ids(block.options)
            case _:
                pass
