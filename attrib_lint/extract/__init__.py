"""Reads facts out of parsed blocks, one kind of fact per file; pure functions."""
