"""Rebuilds attrib_lint/model/ from public treebanks, and scores it."""
