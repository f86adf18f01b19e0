"""The sentences of a report as paragraphs of a slide: which stand out, how large, which fit."""

from collections.abc import Sequence
from dataclasses import replace

from exports.report import Chart, Map, Text
from exports.slides_plan import Block, headed
from exports.slides_words import POINT, Box, Words, height, text_width
from language import Language


def drawing_name(part: Chart | Map) -> list[Words]:
    """The name of a drawing that stands beside others, and its filters."""
    caption = part.caption
    return [
        Words(caption.title, 13, bold=True, after=2),
        Words(caption.subtitle, 10, colour="soft", after=4),
    ]


def beneath(blocks: Sequence[Block], rooms: Sequence[Box]) -> list[list[Words]]:
    """The sentences that fit, in one size for all: so large that each drawing has its first one."""
    for size in (11, 10.5, 10, 9.5):
        feet = [_kept(paragraphs(block.texts, size), room) for block, room in zip(blocks, rooms, strict=True)]
        if all(foot or not block.texts for foot, block in zip(feet, blocks, strict=True)):
            break
    return feet


def newest(chart: Chart, lang: Language, size: float, room: int) -> list[Words]:
    """The newest number of a path, as large as fits on a line of `room`, and whose and when it is."""
    plot = chart.plot
    if plot.kind != "line" or not plot.lines:
        return []
    line = plot.lines[0]
    known = [at for at, value in enumerate(line.values) if value is not None]
    if not known:
        return [Words(lang.missing, 14, colour="soft")]
    unit = plot.unit if plot.unit == "%" else f" {plot.unit}"
    said = (lang.number(line.values[known[-1]], plot.decimals) + unit).rstrip()
    largest = room / POINT / text_width(said, 1, bold=True)
    when = f"{line.name} · {plot.categories[known[-1]]}"
    return [
        Words(said, min(size, max(largest, 12)), bold=True, colour="accent", after=0),
        Words(when, 11, colour="soft", after=8),
    ]


def paragraphs(texts: Sequence[Text], size: float) -> list[Words]:
    """Sentences one by one, those of lists behind bullets; a heading is bold."""
    found: list[Words] = []
    for heading, said in headed(texts):
        found += under_heading(heading, said, size)
    return found


def under_heading(heading: str, texts: Sequence[Text], size: float) -> list[Words]:
    head = [Words(heading, size + 1, bold=True, colour="accent", after=6)] if heading else []
    return head + [
        Words(sentence, size, bullet=text.style == "list", after=6)
        for text in texts
        for sentence in text.sentences
    ]


def leading(texts: Sequence[Text], size: float) -> list[Words]:
    """What a leader reads first: the first sentence stands out."""
    words = under_heading("", texts, size)
    if words and len(words) > 1 and not words[0].bullet:
        words[0] = replace(words[0], size=size + 4, bold=True, after=10)
    return words


def _kept(words: Sequence[Words], box: Box) -> list[Words]:
    """As many paragraphs as fit, from the first on."""
    kept: list[Words] = []
    for one in words:
        if height([*kept, one], box.w) > box.h:
            break
        kept.append(one)
    return kept
