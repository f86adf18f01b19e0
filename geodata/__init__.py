"""Where the provinces are: their versions, outlines and neighbours, and the islands; see README.md."""
