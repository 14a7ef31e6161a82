"""`python -m attrib_lint`: the command line, where the script is not on the path."""

from attrib_lint.cli import main

if __name__ == "__main__":
    main(prog_name="attrib-lint")
