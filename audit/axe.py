"""What axe-core finds on the page that a browser shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
SCRIPT = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.0 to 2.2 at A and AA, the size of targets among it, and what axe recommends beyond: no rule of
# these is switched off.
TAGS = (
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22a",
    "wcag22aa",
    "best-practice",
)
# Of the rules that axe still tries out, those that Lighthouse holds a page to.
TRIED = ("label-content-name-mismatch", "table-fake-caption", "td-has-header")
# Rules that hang on the colours; the others find the same in every theme.
COLOURS = ("color-contrast", "link-in-text-block")
RUN = """
    const [tags, tried, only, done] = arguments;
    const runOnly = only.length ? { type: "rule", values: only } : { type: "tag", values: tags };
    const rules = only.length ? {} : Object.fromEntries(tried.map((rule) => [rule, { enabled: true }]));
    window.axe.run({ runOnly, rules, resultTypes: ["violations"] }).then(
        ({ violations }) => done({ violations }),
        (error) => done({ error: String(error) }),
    )"""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that an element breaks, why, and the element."""

    rule: str
    element: str
    reason: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.element}: {self.reason}"


@cache
def script() -> str:
    """The source of axe-core."""
    if not SCRIPT.exists():
        raise FileNotFoundError(f"{SCRIPT} is not there: python -m audit.install")
    return SCRIPT.read_text("utf-8")


def findings(driver: Any, rules: Sequence[str] = ()) -> list[Finding]:
    """What breaks a rule on the page as it stands, each element on its own; `rules` asks for these alone.

    The script is handed over by the driver, so that no policy of the page has to let it in.
    """
    if not driver.execute_script("return Boolean(window.axe)"):
        driver.execute_script(script())
    answer = driver.execute_async_script(RUN, TAGS, TRIED, list(rules))
    if "error" in answer:
        raise RuntimeError(answer["error"])
    return [
        Finding(rule["id"], str(node["target"]), _reason(node))
        for rule in answer["violations"]
        for node in rule["nodes"]
    ]


def _reason(node: dict[str, Any]) -> str:
    said = [check["message"] for kind in ("any", "all", "none") for check in node[kind]]
    return f"{'; '.join(said)} | {node['html'][:200]}"
