"""The map as it is often written first, to be measured beside ours: `python -m benchmarks.naive_app`.

Every callback reads all facts with pandas and puts the outlines into its figure; Dash serves the whole
plotly.js, compressed by nobody. It computes ratios alone, and none of the rules that make them right.
"""

import json
import os

import pandas as pd
import plotly.graph_objects as go
import waitress
from dash import Dash, Input, Output, ctx, dcc, html
from sqlalchemy import create_engine

from geodata.load import SHAPES
from indicators.catalogue import read_catalogue
from indicators.model import Indicator

RATIOS = tuple(one for one in read_catalogue() if one.kind == "ratio" and one.level != "country")


def create_naive(url: str) -> Dash:
    """The application over one warehouse: a button for each ratio and one map."""
    engine = create_engine(url)
    outlines = json.loads(SHAPES["34"].read_text("utf-8"))
    app = Dash(__name__, assets_folder="../assets", assets_ignore=r"^(?!0_plotly\.js$)")
    buttons = [html.Button(one.code, id=f"choose-{one.code}") for one in RATIOS]
    app.layout = html.Div([html.Div(buttons), dcc.Graph(id="map", style={"height": "80vh"})])

    @app.callback(Output("map", "figure"), [Input(button.id, "n_clicks") for button in buttons])
    def show_map(*_clicks: int | None) -> go.Figure:
        chosen = str(ctx.triggered_id or buttons[0].id).removeprefix("choose-")
        indicator = next(one for one in RATIOS if one.code == chosen)
        facts = pd.read_sql_table("fact_measure", engine)
        areas = pd.read_sql_table("dim_area", engine)
        values = shares(facts, areas, indicator)
        figure = go.Figure(
            go.Choropleth(
                geojson=outlines, featureidkey="id", locations=values.index, z=values, colorscale="Blues"
            )
        )
        figure.update_geos(fitbounds="locations", visible=False)
        return figure

    return app


def shares(facts: pd.DataFrame, areas: pd.DataFrame, indicator: Indicator) -> pd.Series:
    """The newest ratio of each province in percent, by its code: the sum of the last rows of its areas."""
    wanted = facts[facts["measure_code"].isin(indicator.measures) & facts["ethnic_code"].isna()]
    newest = wanted.sort_values(["period_end", "load_id"]).drop_duplicates(
        ["measure_code", "area_key"], keep="last"
    )
    parents = areas.set_index("area_key")
    newest = newest.join(parents[["area_code", "level", "parent_key"]], on="area_key")
    above = newest["parent_key"].map(parents["area_code"])
    newest["province"] = newest["area_code"].where(newest["level"] == "province", above)
    sums = newest.pivot_table(index="province", columns="measure_code", values="value", aggfunc="sum")
    numerator = sums.reindex(columns=list(indicator.numerator)).sum(axis=1)
    return 100 * numerator / sums.reindex(columns=list(indicator.denominator)).sum(axis=1)


if __name__ == "__main__":
    waitress.serve(
        create_naive(os.environ["WAREHOUSE_URL"]).server,
        host=os.environ["HOST"],
        port=int(os.environ["PORT"]),
        threads=8,
    )
