"""The data API, version 1: what other systems and an auditor read, from the same functions as the pages."""
