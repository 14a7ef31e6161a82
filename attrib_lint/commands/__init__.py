"""The commands of the command line, one per module; heavy imports sit inside them."""
