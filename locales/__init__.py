"""The message catalogues. Vietnamese is the source, in the code; each other language has a folder here."""
