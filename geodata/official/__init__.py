"""Takes outlines that an office holds: reads, checks, simplifies and puts them where the maps find them.

Run by hand (`python -m geodata import`), never by the served app.
"""
