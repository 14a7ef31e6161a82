"""When two mentions of a figure speak of the same fact, and whether they disagree."""
