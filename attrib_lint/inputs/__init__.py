"""Reads files into Documents; this table says which suffix is read by which reader."""
