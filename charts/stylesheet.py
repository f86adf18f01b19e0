"""The style sheet that carries the tokens to the pages.

`python -m charts.stylesheet > assets/1_tokens.css` writes it.
"""

from dataclasses import fields

from charts.statuses import ALL_STATUSES
from charts.tokens import (
    FONT,
    LINE_HEIGHTS,
    RADII,
    SHADES,
    SHADOWS,
    SPACING,
    THEMES,
    TYPE_SCALE,
    WEIGHTS,
    Theme,
    ink_on,
)

SHADE = "16 24 40"  # of a shadow on a light page, blue as its ink

# The drawing of a pattern's swatch in the legend; the map draws the same lines (charts/patterns.py).
_SWATCHES = {
    "hatch": "repeating-linear-gradient(135deg, {ink} 0 1px, transparent 1px 5px)",
    "dots": "radial-gradient({ink} 0 1.2px, transparent 1.6px) 0 0 / 6px 6px",
    "cross": (
        "repeating-linear-gradient(135deg, {ink} 0 1px, transparent 1px 6px), "
        "repeating-linear-gradient(45deg, {ink} 0 1px, transparent 1px 6px)"
    ),
    "mesh": (
        "repeating-linear-gradient(0deg, {ink} 0 1px, transparent 1px 5px), "
        "repeating-linear-gradient(90deg, {ink} 0 1px, transparent 1px 5px)"
    ),
    "lines": "repeating-linear-gradient(0deg, {ink} 0 1px, transparent 1px 5px)",
    "rings": "radial-gradient(transparent 0 1.4px, {ink} 1.7px 2.3px, transparent 2.7px) 0 0 / 9px 9px",
    "weave": "repeating-linear-gradient(45deg, {ink} 0 1px, transparent 1px 6px)",
}


def css() -> str:
    """The style sheet of the tokens: custom properties for each theme, patterns and status classes."""
    blocks = [_block(":root", _sizes())]
    for name, theme in THEMES.items():
        selector = ':root, [data-theme="light"]' if name == "light" else f'[data-theme="{name}"]'
        declarations = _colours(theme)
        declarations |= _shadows(theme)
        for code, status in ALL_STATUSES.items():
            colour = status.colour(name)
            declarations[f"--status-{code}"] = colour
            declarations[f"--on-status-{code}"] = ink_on(colour)
        blocks.append(_block(selector, declarations))
    for code in ALL_STATUSES:
        own = {"--status": f"var(--status-{code})", "--on-status": f"var(--on-status-{code})"}
        blocks.append(_block(f".status--{code}", own))
    for pattern, image in _SWATCHES.items():
        drawn = image.format(ink=f"var(--colour-{'ink' if pattern == 'weave' else 'missing-ink'})")
        blocks.append(_block(f".pattern--{pattern}", {"background": f"{drawn}, var(--swatch, transparent)"}))
    return (
        "/* Written by `python -m charts.stylesheet` from charts/tokens.py: change that, not this file. */\n"
        + "\n".join(blocks)
    )


def _sizes() -> dict[str, str]:
    sizes = {"--font": FONT}
    sizes |= {f"--size-{name}": size for name, size in TYPE_SCALE.items()}
    sizes |= {f"--weight-{name}": weight for name, weight in WEIGHTS.items()}
    sizes |= {f"--line-{name}": height for name, height in LINE_HEIGHTS.items()}
    sizes |= {f"--space-{name}": size for name, size in SPACING.items()}
    return sizes | {f"--radius-{name}": size for name, size in RADII.items()}


def _colours(theme: Theme) -> dict[str, str]:
    colours = {"color-scheme": theme.scheme}
    for field in fields(theme):
        value = getattr(theme, field.name)
        if isinstance(value, str):
            colours[f"--colour-{_dashed(field.name)}"] = value
        else:
            for step, colour in enumerate(value, start=1):
                colours[f"--colour-{_dashed(field.name)}-{step}"] = colour
    return colours


def _shadows(theme: Theme) -> dict[str, str]:
    def cast(light: int, dark: int) -> str:
        return f"rgb({SHADE} / {light}%)" if theme.scheme == "light" else f"rgb(0 0 0 / {dark}%)"

    shades = {f"--{name}": cast(*strengths) for name, strengths in SHADES.items()}
    return shades | {
        f"--shadow-{name}": f"{lies} {cast(*strengths)}" for name, (lies, *strengths) in SHADOWS.items()
    }


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def _block(selector: str, declarations: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in declarations.items())
    return f"{selector} {{\n{lines}}}\n"


if __name__ == "__main__":
    print(css(), end="")
