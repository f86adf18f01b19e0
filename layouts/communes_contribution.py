"""Which communes hold a province back, and where it would be if they reached the target."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from charts.contribution import count, height
from charts.template import CONFIG
from charts.wording import amount, rounded_limit
from indicators.contribution import Contribution
from indicators.model import Indicator, Value
from language import Language
from layouts import ids
from layouts.choice import TOPS, Choice
from layouts.components import segment
from layouts.export_menu import exportable
from layouts.wording import area_name


def contribution_card(
    found: Contribution, province: Value, figure: dict[str, Any], chosen: Choice
) -> Component:
    """The sentences, the chart of the largest contributions, and what they rest on."""
    lang, indicator = chosen.language, chosen.indicator
    shown = min(int(chosen.top), len(found.lacks))
    said = sentence(found, shown, indicator, lang)
    content: list[Any] = [
        html.Div(
            [
                html.H2(
                    lang(
                        "Xã nào khiến tỉnh chưa đạt chỉ tiêu"
                        if found.closing != 0
                        else "Xã nào còn dưới chỉ tiêu"
                    ),
                    id="contribution-title",
                ),
                *([_tops(found, chosen)] if len(found.lacks) > int(TOPS[0]) else []),
                exportable("contribution", lang, picture=bool(shown), what=lang("Đóng góp của các xã")),
            ],
            className="tile-head",
        ),
        *([html.P(said, className="contribution-said")] if said else []),
        html.P(" ".join(closing_words(found, indicator, lang)), className="reading"),
    ]
    if shown:
        graph = dcc.Graph(
            id=ids.COMMUNES_CONTRIBUTION_CHART,
            figure=figure,
            config=CONFIG,
            responsive=True,
            className="chart",
        )
        content.append(
            html.Div(
                graph,
                className="contribution-chart",
                style={"--height": f"{height(shown)}px"},
                role="img",
                **{"aria-label": f"{said} {lang('Các số như trong danh sách xã.')}"},
            )
        )
    notes = rests_on(found, province, indicator, lang)
    content.append(html.Ul([html.Li(note) for note in notes], className="quiet contribution-notes"))
    return html.Section(
        content, className="tile communes-contribution", **{"aria-labelledby": "contribution-title"}
    )


def sentence(found: Contribution, shown: int, indicator: Indicator, lang: Language) -> str:
    """What becomes of the whole if the communes shown reach the target; empty where none lacks anything."""
    if not shown:
        return ""
    said = {
        "target": rounded_limit(found.target, indicator, lang),
        "raised": amount(found.lacks[shown - 1].raised, indicator, lang),
        "value": amount(found.value, indicator, lang),
    }
    if not found.of_province:
        return lang.plural(
            "Nếu {n} xã này đạt chỉ tiêu {target}, các xã có số liệu gộp lại sẽ ở mức {raised} "
            "thay vì {value}.",
            shown,
            **said,
        )
    return lang.plural(
        "Nếu {n} xã này đạt chỉ tiêu {target}, tỉnh sẽ ở mức {raised} thay vì {value}.", shown, **said
    )


def closing_words(found: Contribution, indicator: Indicator, lang: Language) -> list[str]:
    """How many communes it takes to close the gap, in sentences."""
    lacking = len(found.lacks)
    goal = rounded_limit(found.target, indicator, lang)
    if found.closing == 0:
        reached = (
            lang("Tỉnh đã đạt chỉ tiêu {target}.", target=goal)
            if found.of_province
            else lang("Các xã có số liệu gộp lại đã đạt chỉ tiêu {target}.", target=goal)
        )
        left = (
            lang.plural("Vẫn còn {n} xã chưa đạt.", lacking)
            if lacking
            else lang("Mọi xã có số liệu đều đạt.")
        )
        return [reached, left]
    gap = (
        lang("Tỉnh còn thiếu {gap} ở tử số để đạt {target}.", gap=count(found.gap, lang), target=goal)
        if found.of_province
        else lang(
            "Các xã đó gộp lại còn thiếu {gap} ở tử số để đạt {target}.",
            gap=count(found.gap, lang),
            target=goal,
        )
    )
    if found.closing is None:
        return [gap, lang("Chỉ tính các xã được nêu số liệu thì chưa đủ để đạt.")]
    if found.closing == lacking:
        return [gap, lang.plural("Phải cả {n} xã chưa đạt đều đạt chỉ tiêu thì mới đủ.", lacking)]
    return [
        gap,
        lang.plural(
            "Ít nhất phải có {n} xã, từ xã thiếu nhiều nhất trở xuống, đạt chỉ tiêu thì mới đủ.",
            found.closing,
        ),
    ]


def rests_on(found: Contribution, province: Value, indicator: Indicator, lang: Language) -> list[str]:
    """What the figures rest on, and what they can't tell."""
    notes = [
        lang(
            "Còn thiếu = chỉ tiêu × mẫu số − tử số của xã; xã đã đạt không bù cho xã khác."
            if indicator.direction == "up"
            else "Còn vượt = tử số − chỉ tiêu × mẫu số của xã; xã đã đạt không bù cho xã khác."
        )
    ]
    if province.own_target:
        notes.append(
            lang(
                "Chỉ tiêu ở đây là chỉ tiêu riêng của {where}; "
                "trạng thái của từng xã tính theo chỉ tiêu chung.",
                where=area_name(province, lang),
            )
        )
    if not found.of_province:
        notes.append(_apart(found, province, indicator, lang))
    if province.provisional and province.value is not None:
        share = lang.percent(100 * (province.coverage or 0), 0)
        notes.append(lang("Giá trị của tỉnh là số tạm tính: mới có {share} địa bàn báo cáo.", share=share))
    if found.silent:
        notes.append(
            lang.plural("{n} xã chưa có số liệu: không tính vào đây, không coi là bằng 0.", found.silent)
        )
    if found.hidden:
        notes.append(_hidden(found, lang))
    return notes


def _apart(found: Contribution, province: Value, indicator: Indicator, lang: Language) -> str:
    told = lang.number(found.told, 0)
    if province.value is None:
        return lang("Tỉnh chưa có giá trị chung; phần này chỉ gộp {n} xã có số liệu.", n=told)
    return lang(
        "Giá trị của tỉnh ({value}) không cộng từ các xã này mà lấy từ báo cáo riêng của tỉnh; "
        "phần này chỉ gộp {n} xã có số liệu.",
        value=amount(province.value, indicator, lang),
        n=told,
    )


def _hidden(found: Contribution, lang: Language) -> str:
    if found.hidden_missing is None:
        return lang.plural("{n} xã được ẩn số để bảo vệ thông tin cá nhân, không nêu ở đây.", found.hidden)
    return lang.plural(
        "{n} xã được ẩn số để bảo vệ thông tin cá nhân; gộp lại các xã đó còn thiếu {missing}.",
        found.hidden,
        missing=count(found.hidden_missing, lang),
    )


def _tops(found: Contribution, chosen: Choice) -> Component:
    """How many of the largest are shown; a number beyond all of them is not offered twice."""
    lang = chosen.language
    offered = [top for place, top in enumerate(TOPS) if place == 0 or int(TOPS[place - 1]) < len(found.lacks)]
    buttons = [segment(lang.number(int(top), 0), chosen.top == top, top=top) for top in offered]
    return html.Div(buttons, className="segments", role="group", **{"aria-label": lang("Số xã nêu tên")})
