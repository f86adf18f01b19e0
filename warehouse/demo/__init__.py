"""The demonstration warehouse: real areas and published figures, and illustrative reports on every other measure."""
