"""The words around what a slide shows: where each number comes from, what must be known of it, the footer."""

import re
from collections.abc import Iterable, Sequence

from exports.printed import sentences, state
from exports.report import Caption, Chart, Map, Report, Table, Text
from language import Language

CODE = re.compile(r"\(([A-Z][A-Z0-9]*\d[a-z]?)\)|\b([A-Z]\d{2}[a-z]?)\b")


class Sources:
    """What a report says of the origin of its numbers, for the notes of its slides."""

    def __init__(self, report: Report, lang: Language) -> None:
        self.report, self.lang = report, lang
        self.lines: dict[str, list[str]] = {}
        for line in _origins(report):
            self.lines.setdefault(line.partition(" · ")[0], []).append(line)

    def notes(self, captions: Sequence[Caption], texts: Sequence[Text]) -> str:
        """The notes of a slide: the words of its drawings, and the source of every number on it.

        Of words without a drawing the sources are those of the indicators that they name.
        """
        lang = self.lang
        said: list[str] = []
        for caption in captions:
            said += [caption.title, caption.subtitle]
        said += [sentence for text in texts for sentence in text.sentences]
        said.append(lang("NGUỒN CỦA CÁC SỐ"))
        found = [line for caption in captions for line in caption.origins]
        if not found:
            found = [line for code in _codes(texts) for line in self.lines.get(code, [])[:1]]
        said += [*dict.fromkeys(found), *dict.fromkeys(note for one in captions for note in one.notes)]
        return "\n".join(filter(None, [*said, *state(self.report, lang)]))

    def foot(self) -> str:
        """The footer of every slide: whose report, as of which load."""
        report, lang = self.report, self.lang
        source = lang("Nguồn: Kho dữ liệu công tác dân tộc")
        known = lang("Chưa có lần nạp nào được duyệt")
        if report.load_id is not None:
            known = lang("Lần nạp số {load}, {day}", load=report.load_id, day=lang.date(report.data_date))
        edition = lang("Bản chốt số {edition}.", edition=report.edition).rstrip(".") if report.edition else ""
        return " · ".join(filter(None, (report.agency, source, known, edition)))

    def small_print(self, captions: Sequence[Caption]) -> str:
        """What stands under drawings: their notes, without what the mark on the slide says already."""
        mark = self.lang("SỐ LIỆU MINH HỌA")
        notes = dict.fromkeys(note for caption in captions for note in caption.notes)
        return sentences(note for note in notes if not note.startswith(mark))


def without_values(part: Chart, lang: Language) -> str:
    """Which bars have no value: a gap alone could be taken for a zero."""
    plot = part.plot
    if plot.kind == "line":
        return ""
    empty = [
        name for at, name in enumerate(plot.categories) if all(line.values[at] is None for line in plot.lines)
    ]
    return lang("Chưa có số liệu: {names}.", names=", ".join(empty)) if empty else ""


def _origins(report: Report) -> Iterable[str]:
    for section in report.sections:
        for part in section.parts:
            if isinstance(part, Chart | Map | Table):
                yield from part.caption.origins


def _codes(texts: Iterable[Text]) -> list[str]:
    found = (match for text in texts for one in text.sentences for match in CODE.finditer(one))
    return list(dict.fromkeys(match[1] or match[2] for match in found))
