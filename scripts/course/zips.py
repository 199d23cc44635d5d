"""Zip archives whose bytes depend on what they hold and on nothing else."""

import zipfile
from pathlib import Path

FILE, ALL_READ = 0o100000, 0o644
UNIX = 3


def write(path, members, day=(1980, 1, 1)):
    """Write an archive to `path`. `members` maps names, with slashes, to bytes, text or the path of a file; `day`, as
    `(year, month, day)`, is the date of them all: a server tells browsers from it how old a page is."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in sorted(members.items()):
            info = zipfile.ZipInfo(name, (*day, 0, 0, 0))
            info.create_system, info.external_attr = UNIX, (FILE | ALL_READ) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            if isinstance(content, Path):
                content = content.read_bytes()
            archive.writestr(info, content, compresslevel=9)


def tree(folder):
    """Return the files of a folder and of those in it as members of an archive."""
    files = [path for path in sorted(Path(folder).rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path for path in files}
