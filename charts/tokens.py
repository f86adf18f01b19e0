"""The design tokens: every colour, size and distance of the product, for its style sheet and for its charts.

A change here reaches the pages through `python -m charts.stylesheet > assets/1_tokens.css`.
"""

from dataclasses import dataclass

FONT = (
    '"Be Vietnam Pro", "Be Vietnam Pro Fallback", system-ui, -apple-system, "Segoe UI", Roboto, '
    '"DejaVu Sans", sans-serif'
)

# rem, so that the reader's A- / A / A+ scales all of it
TYPE_SCALE = {
    "glyph": "0.5625rem",  # a sign within a sign, never words
    "mark": "0.6875rem",  # codes and units beside what they belong to
    "tiny": "0.75rem",
    "small": "0.8125rem",
    "body": "0.9375rem",
    "lead": "1.0625rem",
    "title": "1.375rem",
    "headline": "1.75rem",
    "display": "2.25rem",
    "figure": "2.75rem",
}
WEIGHTS = {"regular": "400", "medium": "500", "strong": "600", "heavy": "700"}
LINE_HEIGHTS = {"tight": "1.2", "heading": "1.3", "text": "1.5"}  # Vietnamese stacks marks: no line is closer
SPACING = {"1": "0.25rem", "2": "0.5rem", "3": "0.75rem", "4": "1rem", "5": "1.5rem", "6": "2.25rem"}
RADII = {"mark": "3px", "small": "4px", "card": "10px", "pill": "999px"}

# Of what floats over the page: how its shadow lies, and its strength in percent on a light and a dark page.
# A shade is a colour alone; a veil is one that lies over all that a dialog leaves behind.
SHADOWS = {"menu": ("0 8px 24px", 18, 55), "dialog": ("0 16px 48px", 28, 70)}
SHADES = {"shade": (18, 55), "veil": (45, 65)}

# What a class of the map looks like without its colour: the same drawing on the map and in the legend.
PATTERNS = ("hatch", "cross", "lines", "dots", "rings", "mesh", "weave")


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, as #rrggbb."""

    page: str
    surface: str
    sunken: str
    ink: str
    ink_soft: str
    ink_faint: str
    line: str
    grid: str
    line_strong: str
    accent: str
    accent_soft: str
    on_accent: str
    focus: str
    warning: str
    on_warning: str
    alert: str
    alert_soft: str
    border: str
    selected: str
    sea_label: str
    missing: str
    missing_ink: str
    unjudged: str
    whole: str
    neutral: str
    projection: str
    sequential: tuple[str, ...]
    worse: tuple[str, ...]
    better: tuple[str, ...]

    @property
    def scheme(self) -> str:
        """How the browser draws what is its own: `light` or `dark`."""
        return "light" if luminance(self.page) > 0.2 else "dark"


THEMES = {
    "light": Theme(
        page="#f6f7f9",
        surface="#ffffff",
        sunken="#eef1f4",
        ink="#16202e",
        ink_soft="#46536a",
        ink_faint="#5d697c",
        line="#dde2e9",
        grid="#e6eaef",
        line_strong="#7f8a9b",
        accent="#23407c",
        accent_soft="#e7ecf6",
        on_accent="#ffffff",
        focus="#b4540a",
        warning="#8f1d18",
        on_warning="#ffffff",
        alert="#8f1d18",
        alert_soft="#fcefed",
        border="#74839a",
        selected="#101828",
        sea_label="#4a6f92",
        missing="#f1f3f6",
        missing_ink="#6f7b8b",
        unjudged="#dfe3ea",
        whole="#d9eee9",
        neutral="#efece6",
        projection="#7a4fa3",
        sequential=("#d9eee9", "#b3dbd7", "#87c3c6", "#5aa7b6", "#3886a3", "#26638b", "#1e3f6d"),
        worse=("#f6d9b8", "#e9a566", "#c76a29", "#8a3d12"),
        better=("#b0d9df", "#519bb0", "#1d6787"),
    ),
    "dark": Theme(
        page="#151b24",
        surface="#1c242f",
        sunken="#252e3b",
        ink="#e8ecf2",
        ink_soft="#b9c2cf",
        ink_faint="#9ca7b6",
        line="#343f4e",
        grid="#2b3542",
        line_strong="#76849a",
        accent="#8fb4f0",
        accent_soft="#26344d",
        on_accent="#10161f",
        focus="#ffb35c",
        warning="#f0b34a",
        on_warning="#1a1206",
        alert="#ff9d8f",
        alert_soft="#3a2323",
        border="#8a97aa",
        selected="#ffffff",
        sea_label="#9cc0e4",
        missing="#28313d",
        missing_ink="#94a0b0",
        unjudged="#3d4857",
        whole="#243c43",
        neutral="#4c525b",
        projection="#c9a4ef",
        sequential=("#2c4a60", "#2f6079", "#317a8f", "#4097a3", "#66b5ae", "#9ad1b4", "#dceec0"),
        worse=("#7d5433", "#ab6c31", "#d99045", "#f4c787"),
        better=("#2f6373", "#4697aa", "#93d6e0"),
    ),
    "contrast": Theme(
        page="#000000",
        surface="#0a0d12",
        sunken="#161b23",
        ink="#ffffff",
        ink_soft="#e4e9f0",
        ink_faint="#c3cbd6",
        line="#75808f",
        grid="#2c333d",
        line_strong="#b6c0cc",
        accent="#ffd84d",
        accent_soft="#33301a",
        on_accent="#000000",
        focus="#5ce1ff",
        warning="#ffd84d",
        on_warning="#000000",
        alert="#ff9d95",
        alert_soft="#3a1513",
        border="#c3cbd6",
        selected="#ffffff",
        sea_label="#a9d4ff",
        missing="#1c222b",
        missing_ink="#b9c3cf",
        unjudged="#59636f",
        whole="#17333b",
        neutral="#4a4f57",
        projection="#d3b3ff",
        sequential=("#25435c", "#27607a", "#258093", "#35a2a3", "#62c3a9", "#a5dfb0", "#ecf7c3"),
        worse=("#8a5a33", "#c27b36", "#ef9f45", "#ffd08a"),
        better=("#2f6b7d", "#41a3b8", "#8fe3ef"),
    ),
}


def luminance(colour: str) -> float:
    """The relative luminance of #rrggbb, from 0 to 1 (WCAG 2)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2).

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def ink_on(fill: str) -> str:
    """Black or white, whichever is read better on the fill; one of them always reaches 4.5:1.

    >>> ink_on("#f3c846"), ink_on("#1f5fa8")
    ('#000000', '#ffffff')
    """
    return max(("#000000", "#ffffff"), key=lambda ink: contrast(ink, fill))
