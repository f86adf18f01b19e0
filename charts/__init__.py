"""The charts: plain values in, plain figure dicts out. No Dash, no files, no warehouse."""
