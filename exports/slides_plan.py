"""Which slides a report becomes: what stands together on one, and what is left for the annex."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from exports.report import Chart, Map, Part, Report, Section, Table, Text
from language import Language

FEW = 12  # categories of a chart that is small enough to stand beside others
COUNTRY = "VN"


@dataclass(frozen=True, slots=True)
class Block:
    """A drawing or a table with the words about it; either may be missing."""

    texts: tuple[Text, ...]
    part: Chart | Map | Table | None


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to stand on a slide, or on several where it is too long; `blocks` stand beside each other.

    `title` is the slide's where it isn't that of the section or of the drawing.
    """

    section: str
    blocks: tuple[Block, ...]
    annex: bool = False
    title: str = ""


def planned(report: Report, lang: Language, beside: int = 3) -> list[Planned]:
    """The slides in order, the annex last.

    Small charts stand on a slide together, `beside` of them at most; so do maps, unless the report is of the
    country, which they are about. A chart or a map that is large has a slide of its own.
    """
    found: list[Planned] = []
    codes = drawn_codes(report)
    for section in sorted(report.sections, key=lambda one: one.annex):
        for blocks in _together(_blocks(section), report.scope, beside):
            if section.annex:
                blocks = tuple(replace(one, part=_of_drawn(one.part, codes, lang)) for one in blocks)
            found.append(Planned(section.title, blocks, section.annex))
    return _first(found)


def drawn_codes(report: Report) -> frozenset[str]:
    """The indicators that the report draws one by one, by the keys of its charts and maps."""
    parts = (part for section in report.sections for part in section.parts)
    return frozenset(
        part.key.rpartition("-")[2] for part in parts if isinstance(part, Chart | Map) and "-" in part.key
    )


def headed(texts: Iterable[Text]) -> list[tuple[str, list[Text]]]:
    """Texts under their headings, which are empty for those that come before the first one."""
    groups: list[tuple[str, list[Text]]] = []
    for text in texts:
        if is_heading(text):
            groups.append((text.sentences[0].rstrip(":"), []))
        else:
            if not groups:
                groups.append(("", []))
            groups[-1][1].append(text)
    return groups


def _first(found: list[Planned]) -> list[Planned]:
    """The slide for a leader who looks at one alone: what comes first in words beside the first chart.

    So it is where the report begins with words and a small chart without words follows.
    """
    if len(found) < 2 or len(found[0].blocks) + len(found[1].blocks) != 2:
        return found
    (words,), (chart,) = found[0].blocks, found[1].blocks
    small = isinstance(chart.part, Chart) and len(chart.part.plot.categories) <= FEW
    if words.part is not None or not small or chart.texts:
        return found
    at = next((at for at, text in enumerate(words.texts) if is_heading(text)), len(words.texts))
    if at == 0:
        return found
    title = found[0].section
    both = Planned(title, (Block(words.texts[:at], chart.part),), title=title)
    rest = [Planned(title, (Block(words.texts[at:], None),))] if words.texts[at:] else []
    return [both, *rest, *found[2:]]


def is_heading(text: Text) -> bool:
    """Whether a text is the heading of those that follow: one sentence that ends with a colon."""
    return len(text.sentences) == 1 and text.sentences[0].endswith(":")


def _of_drawn(
    part: Chart | Map | Table | None, codes: frozenset[str], lang: Language
) -> Chart | Map | Table | None:
    """A table of all indicators, cut down to those that the slides draw; the other files have it whole."""
    if not isinstance(part, Table) or not part.columns or part.columns[0].code != "indicator":
        return part
    kept = [at for at, row in enumerate(part.rows) if row[0] in codes]
    if len(kept) in (0, len(part.rows)):
        return part
    said = lang(
        "Chỉ nêu chỉ số có biểu đồ hoặc bản đồ; đủ {n} chỉ số ở bản Word và bản Excel.", n=len(part.rows)
    )
    place = {row: at for at, row in enumerate(kept)}
    return replace(
        part,
        caption=replace(part.caption, notes=(said, *part.caption.notes)),
        rows=tuple(part.rows[at] for at in kept),
        missing={(place[row], at): why for (row, at), why in part.missing.items() if row in place},
        row_units=tuple(part.row_units[at] for at in kept) if part.row_units else (),
    )


def _blocks(section: Section) -> list[Block]:
    """Drawings with their words: where the section begins with words they come first, else they follow."""
    before = not section.parts or isinstance(section.parts[0], Text)
    groups = list(_grouped(section.parts if before else tuple(reversed(section.parts))))
    return groups if before else [replace(one, texts=one.texts[::-1]) for one in reversed(groups)]


def _grouped(parts: Iterable[Part]) -> Iterator[Block]:
    texts: list[Text] = []
    for part in parts:
        if isinstance(part, Text):
            texts.append(part)
        else:
            yield Block(tuple(texts), part)
            texts = []
    if texts:
        yield Block(tuple(texts), None)


def _together(blocks: list[Block], scope: str, beside: int) -> Iterator[tuple[Block, ...]]:
    row: list[Block] = []
    for block in blocks:
        if row and not (_small(block, scope) and type(block.part) is type(row[0].part)):
            yield from _rows(row, beside)
            row = []
        row.append(block)
        if not _small(block, scope):
            yield from _rows(row, beside)
            row = []
    yield from _rows(row, beside)


def _rows(row: list[Block], beside: int) -> Iterator[tuple[Block, ...]]:
    """So many on each slide that the last one isn't left alone: four are two and two."""
    slides = -(-len(row) // beside)
    start = 0
    for at in range(slides):
        end = start + -(-(len(row) - start) // (slides - at))
        yield tuple(row[start:end])
        start = end


def _small(block: Block, scope: str) -> bool:
    part = block.part
    if isinstance(part, Map):
        return scope != COUNTRY
    return isinstance(part, Chart) and len(part.plot.categories) <= FEW
