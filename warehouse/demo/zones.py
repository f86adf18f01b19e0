"""An illustrative zone (I, II, III) for communes, in the numbers published for the country and provinces."""

from collections import Counter
from random import Random

from warehouse.demo.reference import minorities_2019, read_table


def zones(communes: list[dict[str, str]], former: dict[str, str]) -> dict[str, str]:
    """The zone of each commune that has one, by code: first come those with many minorities, wards last.

    Which commune is in which zone isn't published in a form we could read; only the counts are real.
    """
    em = {province: part / whole for province, (part, whole) in minorities_2019().items()}
    draw = Random("zones")
    rank = {
        line["code"]: em[former[line["code"]]]
        + draw.uniform(-0.2, 0.2)
        - (0.6 if line["kind_vi"] == "Phường" else 0)
        for line in communes
    }
    province = {line["code"]: line["province"] for line in communes}
    published = {line["province"]: line for line in read_table("zones")}
    found: dict[str, str] = {}
    for zone in ("III", "II", "I"):
        wanted = {code: int(line[zone]) for code, line in published.items() if line[zone]}
        left = wanted.pop("VN")
        taken: Counter[str] = Counter()
        fixed = sum(wanted.values())
        free = left - fixed
        for code in sorted(rank, key=lambda code: -rank[code]):
            home = province[code]
            if code in found:
                continue
            if home in wanted:
                if taken[home] < wanted[home]:
                    found[code] = zone
                    taken[home] += 1
            elif free:
                found[code] = zone
                free -= 1
    return found
