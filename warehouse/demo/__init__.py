"""The demonstration warehouse: real areas, published figures, illustrative reports on all other measures."""
