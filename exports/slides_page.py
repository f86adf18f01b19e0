"""What all slides have: title, filters and mark above, the small print, the footer and the notes."""

import uuid
from collections import Counter
from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu, Pt

from exports.document_styles import LANGUAGES
from exports.report import Caption, Chart, Report, Text
from exports.slides_notes import Sources, without_values
from exports.slides_plan import Planned
from exports.slides_template import Frame, add_foot
from exports.slides_words import (
    INCH,
    POINT,
    TOKENS,
    Box,
    Words,
    add_words,
    clean,
    fill_frame,
    fitted,
    height,
    text_of,
    text_width,
)
from language import Language

GAP = INCH // 4
LINE_ABOVE = round(0.34 * INCH)  # filters and mark
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


class Page:
    """Begins slides one after the other, and knows which section each belongs to."""

    def __init__(self, report: Report, around: Frame, lang: Language) -> None:
        self.report, self.around, self.lang = report, around, lang
        self.sources = Sources(report, lang)
        self.sections: dict[str, list[int]] = {}
        self.titles: Counter[str] = Counter()
        self.below: list[tuple[Slide, BaseShape]] = []

    def opening(self) -> None:
        """The first slide: whose report, what of, which period, as of which data, whether made up."""
        report, lang = self.report, self.lang
        slide = self.around.slides.slides.add_slide(self.around.opening)
        title = slide.shapes.title
        assert title is not None  # the layout has one
        box = Box(int(title.left), int(title.top), int(title.width), int(title.height))
        self.headline(slide, report.title, 36)
        under = slide.placeholders[1]
        said = [
            Words(" · ".join(filter(None, (report.subtitle, report.scope_name))), 20, after=8),
            Words(self.as_of(), 14, colour="soft", after=8),
        ]
        if report.illustrative:
            said.append(Words(lang("SỐ LIỆU MINH HỌA – không dùng để báo cáo"), 14, True, "warning"))
        above = Box(box.x, box.y - round(0.9 * INCH), box.w, round(0.4 * INCH))
        if above.y > INCH // 2 and self.around.own:
            agency = Words(report.agency.upper(), 16, bold=True, colour="soft", after=0)
            add_words(slide.shapes, above, [agency], name=lang("Cơ quan"))
        else:
            said.insert(0, Words(report.agency, 16, bold=True, after=8))
        room = Box(int(under.left), int(under.top), int(under.width), int(under.height))
        fill_frame(text_of(under), fitted(said, room, 9) or said)
        slide.notes_slide.notes_text_frame.text = self.sources.notes((), ())
        self.belongs(slide, report.title)

    def as_of(self) -> str:
        """As of which load the numbers are, and when the file was written."""
        report, lang = self.report, self.lang
        written = lang("lập ngày {day}", day=lang.date(report.written_on))
        if report.load_id is None:
            return " · ".join((lang("Chưa có lần nạp nào được duyệt"), written))
        known = lang(
            "Số liệu theo lần nạp số {load}, {day}", load=report.load_id, day=lang.date(report.data_date)
        )
        edition = lang("bản chốt số {edition}", edition=report.edition) if report.edition else ""
        return " · ".join(filter(None, (known, edition, written)))

    def begin(
        self,
        planned: Planned,
        title: str,
        captions: Sequence[Caption],
        texts: Sequence[Text],
        charts: Sequence[Chart] = (),
        *,
        content: bool = False,
    ) -> tuple[Slide, Box]:
        """A new slide with title, filters, mark, small print, footer and notes; and the room that is left."""
        around, lang = self.around, self.lang
        slide = around.slides.slides.add_slide(around.content if content else around.headed)
        self.titles[title] += 1  # who hears the slides knows them by their titles
        self.headline(slide, f"{title} ({self.titles[title]})" if self.titles[title] > 1 else title, 24)
        self.belongs(slide, lang("Phụ lục") if planned.annex else planned.section)
        for shape in add_foot(slide, self.sources.foot(), len(around.slides.slides), around):
            self.below.append((slide, shape))
        body = around.body
        line = body.top(LINE_ABOVE)
        if self.report.illustrative:
            line = self.mark(slide, line)
        if len(captions) == 1 and captions[0].subtitle:
            filters = [Words(captions[0].subtitle, 12, colour="soft", after=0)]
            add_words(slide.shapes, line, fitted(filters, line, 7) or filters)
        printed = self.print(captions, [without_values(chart, lang) for chart in charts])
        if printed:
            below = height(printed, body.w)
            under = body.below(body.h - below)
            shape = add_words(slide.shapes, under, printed, anchor=MSO_ANCHOR.BOTTOM)
            self.below.insert(len(self.below) - 2, (slide, shape))
        notes = slide.notes_slide.notes_text_frame
        if notes is not None:
            notes.text = self.sources.notes(captions, texts)
        return slide, self.room(captions, charts)

    def room(self, captions: Sequence[Caption], charts: Sequence[Chart] = ()) -> Box:
        """What is left of a slide between the filters and the small print."""
        body = self.around.body
        printed = self.print(captions, [without_values(chart, self.lang) for chart in charts])
        below = height(printed, body.w) + GAP // 2 if printed else 0
        line = captions or self.report.illustrative
        inner = body.below(LINE_ABOVE if line else 0)
        return inner.top(inner.h - below)

    def print(self, captions: Sequence[Caption], missing: Sequence[str]) -> list[Words]:
        """The small print of a slide."""
        said = " ".join(filter(None, [*missing, self.sources.small_print(captions)]))
        return [Words(said, 9, colour="soft", after=0)] if said else []

    def headline(self, slide: Slide, title: str, size: float) -> None:
        """The title, so large that it fits in the layout's place for it."""
        shape = slide.shapes.title
        assert shape is not None  # a layout without one was refused
        box = Box(
            int(shape.left), int(shape.top), int(shape.width) - INCH // 5, int(shape.height) - INCH // 10
        )
        found = fitted([Words(title, size, bold=True, after=0)], box, 14)
        frame = shape.text_frame
        frame.text = title
        frame.paragraphs[0].runs[0].font.size = Pt(found[0].size if found else 14)

    def mark(self, slide: Slide, line: Box) -> Box:
        """Writes that the numbers are made up at the right of a line; what is left of the line."""
        said = self.lang("SỐ LIỆU MINH HỌA")
        wide = round((text_width(said, 9, bold=True) + 18) * POINT)
        box = Box(line.x + line.w - wide, line.y, wide, round(0.22 * INCH))
        shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *box.place)
        shape.name = said
        style = shape._element.find("{*}style")
        if style is not None:
            shape._element.remove(style)
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(TOKENS.warning[1:])
        shape.line.fill.background()
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.CENTER
        run = paragraph.add_run()
        run.text = said
        run.font.size, run.font.bold = Pt(9), True
        run.font.color.rgb = RGBColor.from_string(TOKENS.on_warning[1:])
        return line.split(line.w - wide - GAP, GAP)[0]

    def belongs(self, slide: Slide, section: str) -> None:
        """Remembers the section of a slide."""
        self.sections.setdefault(section, []).append(slide.slide_id)

    def finish(self) -> None:
        """Puts all in the order in which it is read aloud, says its language, and groups the slides."""
        for slide, shape in self.below:
            slide.shapes._spTree.append(shape._element)
        spoken = LANGUAGES[self.report.locale]
        for slide in self.around.slides.slides:
            for element in (slide._element, slide.notes_slide._element):
                for letters in element.iter("{*}rPr", "{*}endParaRPr"):
                    letters.set("lang", spoken)
        self.group()

    def group(self) -> None:
        """Groups the slides by sections, as PowerPoint shows them at the left."""
        listed = ""
        for name, slides in self.sections.items():
            key = str(uuid.uuid5(uuid.NAMESPACE_URL, name)).upper()
            inside = "".join(f'<p14:sldId id="{each}"/>' for each in slides)
            listed += (
                f'<p14:section name="" id="{{{key}}}"><p14:sldIdLst>{inside}</p14:sldIdLst></p14:section>'
            )
        listed = f'<p14:sectionLst xmlns:p14="{P14}">{listed}</p14:sectionLst>'
        made = parse_xml(f'<p:ext {nsdecls("p")} uri="{SECTIONS}">{listed}</p:ext>')
        for section, name in zip(made[0], self.sections, strict=True):
            section.set("name", clean(name))
        presentation = self.around.slides.part._element
        extensions = presentation.find("{*}extLst")
        if extensions is None:
            extensions = parse_xml(f"<p:extLst {nsdecls('p')}/>")
            presentation.append(extensions)
        extensions.append(made)
