"""Files for offices: a report and what the screen shows, as slides, pages, sheets and pictures."""
