"""Anonymous result files for the tests of a group's page: sound ones, and ones broken each in its own way."""

import json
import random


def sound(outline, number, share=0.7):
    """Return the file of a person as a dict: the questions of the first steps answered, each right at first by chance."""
    chance = random.Random(number)
    steps = [step for module in outline["modules"] for step in module["steps"]]
    done = steps[: chance.randint(3, len(steps) - 2)]
    asks = [ask for step in done for ask in step["asks"]]
    score = chance.randint(4, 12)
    best = {"score": score, "of": 12, "passed": score >= 10} if chance.random() < 0.6 else None
    return {
        "format": "course-result",
        "version": 1,
        "course": outline["id"],
        "courseVersion": outline["version"],
        "number": f"{number:032x}",
        "steps": [step["id"] for step in done],
        "answers": [
            {"question": id, "wording": hash, "first": chance.random() < share, "last": chance.random() < 0.9}
            for id, hash in asks
        ],
        "assessment": {"attempts": 1 if best else 0, "best": best},
    }


def text(file):
    """Return a file as the bytes that a browser would have saved."""
    return json.dumps(file, indent=1).encode()


def written(folder, outline, count):
    """Write `count` sound files into `folder` and return `[(path, dict)…]`."""
    files = [(folder / f"resultat-{number:03}.json", sound(outline, number)) for number in range(count)]
    for path, file in files:
        path.write_bytes(text(file))
    return files


def broken(folder, outline, good):
    """Write files that must be left out into `folder`; return `{path: (key of the reason, name of the other file)}`.

    `good` is `(path, dict)` of a sound file that is opened too.
    """
    path, file = good
    whole = text(file)
    record = json.dumps({"format": "course-record", "course": outline["id"], "record": {"secret": "Vincent"}}, indent=1)
    answer = file["answers"][0]

    def but(**more):
        return text({**file, "number": "f" * 32, **more})

    cases = {
        "vide.json": ("empty", b""),
        "coupé.json": ("damaged", whole[: len(whole) // 2]),
        "photo.png": ("binary", b"\x89PNG\r\n\x1a\n\x00\x00\xff"),
        "page.html": ("page", b"<!doctype html><title>x</title><script>alert(1)</script>"),
        "notes.txt": ("foreign", b"Rappeler Vincent mardi."),
        "h5p.json": ("foreign", b'{"mainLibrary": "H5P.Column"}'),
        "progression.json": ("record", record.encode()),
        "longue progression.json": ("record", record.encode() + b" " * 300_000),
        "autre formation.json": ("course", but(course="another-course")),
        "demain.json": ("newer", but(version=2)),
        "lourd.json": ("large", whole + b" " * 300_000),
        "nommé.json": ("extra", but(name="Vincent Tremblay")),
        "proto.json": ("extra", but().replace(b"{", b'{"__proto__": {"people": 99}, "constructor": 1,', 1)),
        "sans numéro.json": ("number", but(number="Vincent")),
        "version.json": ("courseVersion", but(courseVersion=4)),
        "étapes.json": ("steps", but(steps={"length": 3})),
        "réponses.json": ("answers", but(answers=[{**answer, "first": "oui"}])),
        "profond.json": ("answers", but(answers=0).replace(b'"answers": 0', b'"answers": ' + b"[" * 900 + b"]" * 900)),
        "note.json": ("assessment", but(assessment={"attempts": 1, "best": {"score": 13, "of": 12, "passed": True}})),
        "copie <b>bold<b> \u202egpj.json": ("duplicate", whole, path.name),
        "avant.json": ("older", text({**file, "steps": file["steps"][:1], "answers": []}), path.name),
    }
    found = {}
    for name, (why, content, *other) in cases.items():
        (folder / name).write_bytes(content)
        found[folder / name] = (why, *other)
    (folder / "un dossier").mkdir()
    found[folder / "un dossier"] = ("folder",)
    return found
