"""What the application answers to an address: the page before anything is read, and every callback."""

import json
from typing import Any

from app import FAULT
from layouts import ids

# What the browser gives of the address to a part of a page.
ASKED = (ids.ASKED, ids.TABLE_ASKED, ids.PANEL_ASKED, ids.ORIGIN_ASKED, ids.LOADS_ASKED)

AWAY = "dash_bootstrap_components"  # its script is in no page (app.py)


def frame(app: Any, path: str, search: str) -> Any:
    """The page as it comes before any number is read."""
    client = app.server.test_client()
    found = client.get("/_dash-layout", headers={"Referer": f"http://localhost{path}{search}"})
    assert AWAY not in found.text
    return found.json


def answers(app: Any, path: str, search: str) -> list[Any]:
    """What all callbacks that read the address say to a page; none of them may fail."""
    client, said = app.server.test_client(), []
    for output, callback in app.callback_map.items():
        reads = [*callback["inputs"], *callback["state"]]
        if "callback" not in callback or not any(one["id"] == ids.URL for one in reads):
            continue
        given = {"search": search, "pathname": path}
        filled = {
            side: [
                one
                | {
                    "value": search
                    if one["id"] in ASKED
                    else given.get(one["property"])
                    if one["id"] == ids.URL
                    else None
                }
                for one in callback[side]
            ]
            for side in ("inputs", "state")
        }
        outputs: Any = [
            dict(zip(("id", "property"), one.rsplit(".", 1), strict=True))
            for one in output.strip(".").split("...")
        ]
        body = {
            "output": output,
            "outputs": outputs if output.startswith("..") else outputs[0],
            "changedPropIds": ["url.search"],
            **filled,
        }
        answer = client.post("/_dash-update-component", json=body)
        assert answer.status_code == 200, (output, answer.text)
        assert AWAY not in answer.text, output
        found = json.loads(answer.text)
        assert FAULT not in found.get("sideUpdate", {}), (path, search, output)
        said.append(found)
    return said
