"""The theme of a page before its style sheet and its scripts are there, so that nothing flashes."""

from charts.tokens import THEMES, Theme

# What a system may wish, the strongest last; assets/2_choice.js asks the same.
WISHES = {"dark": "prefers-color-scheme: dark", "contrast": "prefers-contrast: more"}


def first_paint() -> str:
    """The rules for a page of which only the address is known.

    `data-theme` is what the address says; without it the system's wish holds, until a script has set it.
    """
    wished = (
        f"@media ({wish}) {{ :root:not([data-theme]) {_ground(THEMES[theme])} }}"
        for theme, wish in WISHES.items()
    )
    return "\n".join(
        (
            f":root {_ground(THEMES['light'])}",
            *(f'[data-theme="{name}"] {_ground(theme)}' for name, theme in THEMES.items()),
            *wished,
            "html { background: var(--colour-page); color: var(--colour-ink); }",
        )
    )


def _ground(theme: Theme) -> str:
    return (
        f"{{ color-scheme: {theme.scheme}; --colour-page: {theme.page}; --colour-surface: {theme.surface}; "
        f"--colour-ink: {theme.ink}; "
        f"--colour-ink-soft: {theme.ink_soft}; --colour-ink-faint: {theme.ink_faint}; "
        f"--colour-accent: {theme.accent}; }}"
    )
