"""What the verbs, the MkDocs hooks and the tests share about the course."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
