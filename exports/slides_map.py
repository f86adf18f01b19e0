"""Maps that staff recolour in PowerPoint: a shape for each province and each archipelago, in one group."""

from collections.abc import Iterator
from itertools import pairwise
from math import degrees, log, pi, radians, tan
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Emu, Pt

from charts.choropleth import FRAME
from charts.tokens import ink_on
from exports.report import Map
from exports.slides_legend import paint, signs, write_sign
from exports.slides_words import INCH, POINT, TOKENS, Box, Words, add_words, described, height
from geodata.islands import ARCHIPELAGOS, SEA_EN, SEA_POINT, SEA_VI, Archipelago, require_archipelagos
from geodata.outlines import Outlines
from language import Language

Point = tuple[int, int]
Ring = list[Point]

# As on the screen, with room for the name under Trường Sa.
AROUND = (FRAME[0], FRAME[1], FRAME[2] - 1.2, FRAME[3])
GRID = POINT // 4  # EMU: an outline is no finer on a slide
SMALL = 4 * INCH  # of a map whose names are written smaller
# Where the names of the archipelagos stand: the longitude of their middle, the latitude above which the one
# ends and below which the other begins.
NAMES_AT = {"hoang_sa": (112.2, 17.4), "truong_sa": (114.4, 6.75)}


def proportions() -> float:
    """How wide a map is for its height, by Mercator's projection as on the screen."""
    west, east, south, north = AROUND
    return (east - west) / (_north(north) - _north(south))


def add_map(
    shapes: SlideShapes, box: Box, drawn: Map, outlines: Outlines, lang: Language, selected: str = ""
) -> GroupShape:
    """Adds the map to a slide: the group of its shapes, true to scale within the box.

    Provinces are named as the report names them; both archipelagos are shapes of their own, with their names
    and that of Biển Đông beside them. The area `selected` has a strong outline.
    Raises ArchipelagoMissing for outlines without them.
    """
    features = require_archipelagos(outlines.shapes)["features"]
    paper, made = _Paper(box), list[BaseShape]()
    areas = {area.code: area for area in drawn.areas}
    marks = signs(drawn)
    # The selected one lies over its neighbours.
    for feature in sorted(features, key=lambda one: bool(one["id"] == selected)):
        area = areas.get(feature["id"])
        name = area.name if area else feature["properties"][f"name_{lang.code}"]
        colour = area.colour if area else TOKENS.missing
        for label, rings in _shapes_of(feature, name, lang):
            shape = _draw(shapes, paper, rings, colour)
            if shape is not None:
                if feature["id"] == selected:
                    shape.line.color.rgb = RGBColor.from_string(TOKENS.selected[1:])
                    shape.line.width = Pt(1.75)
                described(shape, label, f"{label}: {area.said if area else lang.missing}")
                made.append(shape)
    for feature in features:
        mark = marks.get(feature["id"])
        if mark:
            made.append(_sign(shapes, paper, feature, mark, areas[feature["id"]].colour))
    group = shapes.add_group_shape([*made, *_sea(shapes, paper, lang)])
    described(group, drawn.caption.title, drawn.caption.alt)
    return group


class _Paper:
    """Where longitudes and latitudes stand on the slide."""

    def __init__(self, box: Box) -> None:
        west, east, south, north = AROUND
        self.scale = min(box.w / (east - west), box.h / (_north(north) - _north(south)))
        self.west, self.north = west, _north(north)
        self.x = box.x + (box.w - self.scale * (east - west)) / 2
        self.y = box.y + (box.h - self.scale * (self.north - _north(south))) / 2
        self.small = box.h < SMALL

    def __call__(self, lon: float, lat: float) -> Point:
        x = self.x + (lon - self.west) * self.scale
        y = self.y + (self.north - _north(lat)) * self.scale
        return round(x / GRID) * GRID, round(y / GRID) * GRID


def _north(lat: float) -> float:
    """The height of a latitude in Mercator's projection, in degrees at the equator."""
    return degrees(log(tan(pi / 4 + radians(lat) / 2)))


def _shapes_of(
    feature: dict[str, Any], name: str, lang: Language
) -> Iterator[tuple[str, list[list[list[float]]]]]:
    """The mainland of a province with its name, and its archipelago with its own."""
    rings = [ring for polygon in _polygons(feature["geometry"]) for ring in polygon]
    own = next((each for each in ARCHIPELAGOS if feature["id"] in (each.province, each.id)), None)
    islands = [ring for ring in rings if own and _inside(ring, own)]
    mainland = [ring for ring in rings if ring not in islands]
    if mainland:
        yield name, mainland
    if own and islands:
        yield lang.pick(own.label_vi, own.label_en), islands


def _polygons(geometry: dict[str, Any]) -> list[Any]:
    coordinates: list[Any] = geometry["coordinates"]
    return coordinates if geometry["type"] == "MultiPolygon" else [coordinates]


def _inside(ring: list[list[float]], archipelago: Archipelago) -> bool:
    west, south, east, north = archipelago.box
    return all(west <= lon <= east and south <= lat <= north for lon, lat in ring)


def _draw(shapes: SlideShapes, paper: _Paper, rings: list[list[list[float]]], colour: str) -> Shape | None:
    """One shape of several rings; points that fall together on a slide are one."""
    placed = [ring for ring in (_ring(paper, ring) for ring in rings) if len(ring) > 2]
    if not placed:
        return None
    xs, ys = zip(*(point for ring in placed for point in ring), strict=True)
    left, top = min(xs), min(ys)
    right, bottom = max(left + GRID, *xs), max(top + GRID, *ys)  # never flat
    builder = shapes.build_freeform(left, top, scale=1.0)
    shape = builder.add_line_segments([(right, bottom)]).convert_to_shape()
    # The builder looks at all points for each point; the path is written at once instead.
    path = shape._element.find(".//{*}path")
    drawn = "".join(_path(ring, left, top) for ring in placed)
    path.getparent().replace(
        path,
        parse_xml(f'<a:path {nsdecls("a")} w="{right - left}" h="{bottom - top}">{drawn}</a:path>'),
    )
    paint(shape, colour)
    return shape


def _path(ring: Ring, left: int, top: int) -> str:
    points = [f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in ring]
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
    return f"<a:moveTo>{points[0]}</a:moveTo>{lines}<a:close/>"


def _ring(paper: _Paper, ring: list[list[float]]) -> Ring:
    points = [paper(lon, lat) for lon, lat in ring]
    return [point for before, point in pairwise([points[-2], *points[:-1]]) if point != before]


def _sign(shapes: SlideShapes, paper: _Paper, feature: dict[str, Any], mark: str, colour: str) -> Shape:
    size = 6 if paper.small else 8
    x, y = paper(*feature["properties"]["label_point"])
    half = round(size * POINT)
    box = Box(x - half, y - half * 3 // 4, 2 * half, half * 3 // 2)
    shape = shapes.add_textbox(*box.place)
    shape.name = f"{feature['properties']['name_vi']}: {mark}"
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
    write_sign(shape, mark, size, ink_on(colour))
    return shape


def _sea(shapes: SlideShapes, paper: _Paper, lang: Language) -> Iterator[BaseShape]:
    """The names of both archipelagos, whose province in the second line, and of Biển Đông."""
    size = 8.0 if paper.small else 11.0
    for each in ARCHIPELAGOS:
        name, _, province = lang.pick(each.label_vi, each.label_en).partition(" (")
        said = [Words(name, size, after=0), Words(f"({province}", size, colour="soft", after=0)]
        yield _name(shapes, paper, NAMES_AT[each.id], said, lang, above=each.id == "hoang_sa")
    sea = Words(lang.pick(SEA_VI, SEA_EN), size + 2, bold=True, colour="accent", after=0)
    yield _name(shapes, paper, SEA_POINT, [sea], lang)


def _name(
    shapes: SlideShapes,
    paper: _Paper,
    at: tuple[float, float],
    said: list[Words],
    lang: Language,
    *,
    above: bool = False,
) -> BaseShape:
    x, y = paper(*at)
    wide = round(1.7 * INCH if paper.small else 2.3 * INCH)
    tall = height(said, wide)
    box = Box(x - wide // 2, y - tall if above else y, wide, tall)
    name = lang("Nhãn: {name}", name=" ".join(one.text for one in said))
    return add_words(shapes, box, said, align=PP_ALIGN.CENTER, name=name)
