"""Several articles on one story: finding them, and who in them rests on whom."""
