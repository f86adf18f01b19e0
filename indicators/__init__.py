"""The domain: what an indicator is, how its value and its status are found. Pure: no SQL, no Dash."""
