"""What stands where on a slide: words, charts, maps and tables, one by one or beside each other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pptx.slide import Slide

from exports.report import Chart, Map, Table, Text
from exports.slides_chart import add_chart, add_colours, add_key, look
from exports.slides_legend import add_legend, entries, legend_height
from exports.slides_map import add_map, proportions
from exports.slides_page import GAP, LINE_ABOVE, Page
from exports.slides_plan import Block, Planned, headed, is_heading
from exports.slides_sentences import beneath, drawing_name, leading, newest, paragraphs, under_heading
from exports.slides_table import Sheet, add_sheet, letters, sheets, table_height
from exports.slides_words import INCH, Box, Words, add_words, fill_frame, fitted, height, text_of
from geodata.outlines import Outlines

EMPTY = 0.16  # of a map's width, left of the country's south
KEY = round(0.26 * INCH)  # a line of what colours mean
# Of the width: a number; the words beside it, or a name alone; the words beside a chart.
NUMBER, TOLD, NAMED, SIDE = 0.13, 0.41, 0.25, 0.28


class Parts:
    """Writes what was planned on slides."""

    def __init__(self, page: Page, outlines: Mapping[str, Outlines]) -> None:
        self.page, self.lang, self.outlines = page, page.lang, outlines

    def add(self, planned: Planned) -> list[Planned]:
        """Adds what was planned; what is too long for the body is handed back for the annex."""
        if len(planned.blocks) > 1:
            return self.beside(planned)
        (block,) = planned.blocks
        if isinstance(block.part, Table):
            return self.table(planned, block, block.part)
        if isinstance(block.part, Chart):
            self.chart(planned, block, block.part)
        elif isinstance(block.part, Map):
            self.map(planned, block, block.part)
        else:
            self.texts(planned, block.texts)
        return []

    def chart(self, planned: Planned, block: Block, chart: Chart) -> None:
        """One chart, with the words about it at its left."""
        title = planned.title or chart.caption.title
        slide, box = self.page.begin(planned, title, [chart.caption], block.texts, [chart])
        words = [*newest(chart, self.lang, 32, round(box.w * SIDE)), *paragraphs(block.texts, 15)]
        if planned.title:  # the words come first, the chart is beside them
            words = leading(block.texts, 18)
            left, right = box.split(box.w // 2, GAP * 2)
            name = Words(chart.caption.title, 14, bold=True, colour="accent", after=0)
            add_words(slide.shapes, right.top(height([name], right.w)), [name])
            words = self.fit_or_else(planned, words, left, block.texts)
            add_words(slide.shapes, left, words)
            box = right.below(height([name], right.w) + GAP // 2)
        elif words:
            left, right = box.split(round(box.w * SIDE), GAP)
            words = self.fit_or_else(planned, words, left, block.texts)
            add_words(slide.shapes, left, words)
            box = right if words else box
        if add_colours(slide.shapes, box.below(box.h - KEY), chart.plot, self.lang, 11):
            box = box.top(box.h - KEY)
        add_chart(slide.shapes, box, chart.plot, chart.caption, self.lang)

    def map(self, planned: Planned, block: Block, drawn: Map) -> None:
        """One map, with its words and its legend at its right."""
        slide, box = self.page.begin(planned, drawn.caption.title, [drawn.caption], block.texts)
        left, right = box.split(min(round(box.h * proportions()), box.w * 3 // 5), GAP)
        outlines, scope = self.outlines[drawn.boundaries], self.page.report.scope
        add_map(slide.shapes, left, drawn, outlines, self.lang, scope)
        key = entries(drawn, 16, self.lang)
        room = right.top(max(right.h - legend_height(key, right.w) - GAP, 0))
        words = self.fit_or_else(planned, paragraphs(block.texts, 18), room, block.texts)
        above = height(words, right.w) + (GAP if words else 0)
        add_words(slide.shapes, right.top(above), words)
        rest = right.below(above)
        for size in (16, 14):  # with the names of the provinces, where there is room
            named = entries(drawn, size, self.lang, named=True)
            if legend_height(named, rest.w) <= rest.h:
                key = named
                break
        add_legend(slide.shapes, rest, drawn, key, self.lang)

    def beside(self, planned: Planned) -> list[Planned]:
        """Up to three drawings beside each other, each under its name and over its words.

        Sentences that would leave no room for the drawings stand in the notes alone.
        """
        parts = [block.part for block in planned.blocks if isinstance(block.part, Chart | Map)]
        texts = [text for block in planned.blocks for text in block.texts]
        charts = [part for part in parts if isinstance(part, Chart)]
        captions = [part.caption for part in parts]
        slide, box = self.page.begin(planned, planned.section, captions, texts, charts)
        if all(isinstance(part, Chart) and part.plot.kind == "line" for part in parts):
            self.rows(slide, box, planned.blocks, charts)
            return []
        every = tuple(colour for chart in charts for colour in chart.plot.colours)
        names = tuple(name for chart in charts for name in chart.plot.categories)
        line = self.page.around.body.top(LINE_ABOVE)
        if charts:
            both = replace(charts[0].plot, colours=every, categories=names)
            add_colours(slide.shapes, line.split(line.w - 2 * INCH, GAP)[0], both, self.lang, 11)
        columns = box.columns(len(parts), GAP * 3 // 2)
        heads = [drawing_name(part) for part in parts]
        above = max(height(head, columns[0].w) for head in heads)
        feet = beneath(planned.blocks, [columns[0].top(box.h // 3)] * len(parts))
        below = max(height(foot, columns[0].w) for foot in feet)
        for part, head, foot, column in zip(parts, heads, feet, columns, strict=True):
            add_words(slide.shapes, column.top(above), head)
            middle = column.below(above).top(box.h - above - below - GAP // 2)
            if isinstance(part, Map):
                self.small_map(slide, middle, part)
            else:
                add_chart(slide.shapes, middle, part.plot, part.caption, self.lang, 9)
            if foot:
                add_words(slide.shapes, column.below(box.h - below), foot)
        return []

    def rows(self, slide: Slide, box: Box, blocks: Sequence[Block], charts: Sequence[Chart]) -> None:
        """Paths below each other, as they are wide: the newest number, the words, the chart."""
        alike = all(look(chart.plot) == look(charts[0].plot) for chart in charts)
        if alike:
            above = self.page.around.body.top(LINE_ABOVE)
            add_key(slide.shapes, above, charts[0].plot.lines, 12, self.lang("Chú giải"))
        high = (box.h - GAP // 2 * (len(blocks) - 1)) // len(blocks)
        places = [box.below(at * (high + GAP // 2)).top(high) for at in range(len(blocks))]
        words = any(block.texts for block in blocks)
        number, told = round(box.w * NUMBER), round(box.w * (TOLD if words else NAMED))
        middles = [place.split(number, GAP)[1].split(told, GAP)[0] for place in places]
        heads = [drawing_name(chart) for chart in charts]
        rooms = [middle.below(height(head, middle.w)) for middle, head in zip(middles, heads, strict=True)]
        feet = beneath(blocks, rooms)
        for part, place, middle, head, foot in zip(charts, places, middles, heads, feet, strict=True):
            add_words(slide.shapes, place.split(number, GAP)[0], newest(part, self.lang, 28, number))
            add_words(slide.shapes, middle, [*head, *foot])
            right = place.split(number + GAP + told, GAP)[1]
            add_chart(slide.shapes, right, part.plot, part.caption, self.lang, 9, key=not alike)

    def small_map(self, slide: Slide, box: Box, drawn: Map) -> None:
        """A map in a column: its legend stands on the empty land at the lower left."""
        outlines, scope = self.outlines[drawn.boundaries], self.page.report.scope
        wide = min(box.w, round(box.h * proportions()))
        rest = box.w - wide
        add_map(slide.shapes, box.split(rest, 0)[1], drawn, outlines, self.lang, scope)
        left = box.split(rest + round(wide * EMPTY), 0)[0]
        key = entries(drawn, 10, self.lang)
        add_legend(slide.shapes, left.below(box.h - legend_height(key, left.w)), drawn, key, self.lang)

    def table(self, planned: Planned, block: Block, table: Table) -> list[Planned]:
        """A table under its words; one that doesn't fit beside them, or on one slide, goes to the annex."""
        later = [Planned(planned.section, (Block((), table),), annex=True)]
        caption, box = table.caption, self.page.room([table.caption])
        if planned.annex or not block.texts:
            found = sheets(table, box, self.lang)
            if (len(found) > 1 or found[0].split) and not planned.annex:
                return later
            for at, sheet in enumerate(found, start=1):
                title = f"{caption.title} ({at}/{len(found)})" if len(found) > 1 else caption.title
                self.sheet(planned, title, sheet)
            return []
        words = paragraphs(block.texts, 14)
        tall = table_height(table, range(len(table.rows)), box.w, letters(table), self.lang)
        small = fitted(words, box.top(max(box.h - tall - GAP, 0)), 12)
        if small is None:
            self.texts(planned, block.texts)
            return later
        slide, box = self.page.begin(planned, planned.section, [caption], block.texts)
        add_words(slide.shapes, box.top(height(small, box.w)), small)
        under = box.below(height(small, box.w) + GAP)
        add_sheet(
            slide.shapes,
            under,
            Sheet(table, (tuple(range(len(table.rows))),), letters(table)),
            self.lang,
        )
        return []

    def sheet(self, planned: Planned, title: str, sheet: Sheet) -> None:
        """One slide of a table."""
        if planned.annex:
            title = self.lang("Phụ lục: {title}", title=title)
        slide, box = self.page.begin(planned, title, [sheet.table.caption], ())
        add_sheet(slide.shapes, box, sheet, self.lang)

    def texts(self, planned: Planned, texts: Sequence[Text]) -> None:
        """Words alone: what comes first large, what has headings in columns below it."""
        box = self.page.room([])
        lead, *columns = headed(texts) or [("", [])]
        if lead[0]:
            lead, columns = ("", []), [lead, *columns]
        for large, small in ((20, 15), (18, 14), (16, 13), (15, 12)):
            above = leading(lead[1], large)
            parted = [under_heading(heading, said, small) for heading, said in columns]
            tall = height(above, box.w) + (GAP if above and parted else 0)
            places = box.below(tall).columns(max(len(parted), 1), GAP * 2)
            if tall + max((height(each, places[0].w) for each in parted), default=0) <= box.h:
                self.words(planned, texts, above, parted)
                return
        if lead[1] and columns:  # the columns have the next slide
            self.texts(planned, lead[1])
            self.texts(planned, texts[next(at for at, text in enumerate(texts) if is_heading(text)) :])
            return
        for heading, said in columns or [lead]:
            self.long(planned, heading, said)

    def words(
        self,
        planned: Planned,
        texts: Sequence[Text],
        above: Sequence[Words],
        columns: Sequence[Sequence[Words]],
    ) -> None:
        """A slide of words that fit."""
        if not columns:
            slide, box = self.page.begin(planned, planned.section, [], texts, content=True)
            body = next(each for each in slide.placeholders if each.placeholder_format.idx != 0)
            body.left, body.top, body.width, body.height = box.place
            fill_frame(text_of(body), above)
            return
        slide, box = self.page.begin(planned, planned.section, [], texts)
        tall = height(above, box.w)
        if above:
            add_words(slide.shapes, box.top(tall), above)
        under = box.below(tall + GAP if above else 0)
        for said, place in zip(columns, under.columns(len(columns), GAP * 2), strict=True):
            add_words(slide.shapes, place, said)

    def long(self, planned: Planned, heading: str, texts: Sequence[Text]) -> None:
        """Words that take several slides, as many sentences on each as fit."""
        box = self.page.room([])
        pages: list[list[Words]] = [[]]
        for one in under_heading(heading, texts, 14):
            if pages[-1] and height([*pages[-1], one], box.w) > box.h:
                pages.append([])
            pages[-1].append(one)
        for page in pages:
            self.words(planned, texts, page, [])

    def fit_or_else(
        self, planned: Planned, words: list[Words], box: Box, texts: Sequence[Text]
    ) -> list[Words]:
        """The words in a size that fits; else none, and a slide of their own after this one."""
        found = fitted(words, box, 11)
        if found is None:
            self.texts(planned, texts)
        return found or []
