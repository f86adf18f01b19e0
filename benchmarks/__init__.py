"""How fast the dashboard starts, answers and paints, and what it weighs: `python -m benchmarks`."""
