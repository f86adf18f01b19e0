"""Building the demonstration warehouse: into a new file that takes its place when whole, or into a server at one stroke."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import batched
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Connection, Index, create_engine, func, insert, inspect, make_url, select, text
from tqdm import tqdm

from warehouse.connect import place
from warehouse.demo.areas import Areas, build_areas
from warehouse.demo.deeds import milestones, obligations, overrides, tasks
from warehouse.demo.heritage import heritage_facts
from warehouse.demo.illustrative import ratio_facts
from warehouse.demo.loads import Load, log, numbered, plan, rejections
from warehouse.demo.published import Fact, published_facts
from warehouse.demo.reference import read_ratios, read_table
from warehouse.demo.wrong import UNKNOWN_LOAD, facts_of_unknown_load, not_numbers, wrong_facts
from warehouse.errors import WarehouseError
from warehouse.tables import contract, fact_measure, load_log

Scale = Literal["small", "full"]
# In the small one only these provinces report by commune; the others report as provinces.
SMALL = frozenset({"04", "08", "11", "12", "14", "15", "20", "38", "42"})
BATCH = 10_000
SOURCES = {"published", "illustrative"}
