"""What a page is made of: pure functions from plain values to Dash components."""
