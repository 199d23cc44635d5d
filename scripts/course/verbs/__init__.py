"""What one can do with the course: a verb a module, each run by the script of its name."""

import argparse


def parser(doc):
    """Return what reads the command line of a verb whose docstring is `./scripts/NAME [ARGUMENTS]: what it does`."""
    return argparse.ArgumentParser(
        prog=doc.split()[0].removesuffix(":"),
        description=doc.split(":", 1)[1].strip(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
