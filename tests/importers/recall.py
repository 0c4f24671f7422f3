"""`python -m tests.importers.recall FOLDER`: how much of the text of Word files our reader finds, held against two other readers.

The others are a walk over the w:t elements of the main part and LibreOffice's own conversion to text. A file's recall is the part of
the characters on which both agree (blanks apart) that ours holds, too; pairs of neighbouring characters tell of wrong order. For files
that are no zip (DOC, WPS, RTF, whatever they are called) LibreOffice alone is the judge. The
command ends with status 1 where a reading fails without a sentence or the mean is below `--require`.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from app.errors import UserError
from app.importers.raw_text import flattened
from app.importers.readers import read_document

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".wps", ".rtf")
UNSEEN = ("del", "moveFrom", "Fallback")
LARGEST_REFUSAL_SECONDS = 20


@dataclass(frozen=True)
class Measured:
    name: str
    characters: float | None = None
    pairs: float | None = None
    agreed: int = 0
    seconds: float = 0.0
    said: str = ""


def walked(data: bytes) -> str | None:
    """Every w:t of the main part that is neither deleted nor a second form of the same thing; None for what is no package of Word's."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        main = next((name for name in archive.namelist() if name.startswith("word/document") and name.endswith(".xml")), None)
        if main is None:
            return None
        root = etree.fromstring(archive.read(main), etree.XMLParser(resolve_entities=False, no_network=True))
    local = {element: etree.QName(element).localname for element in root.iter(etree.Element)}
    unseen = {element for element, name in local.items() if name in UNSEEN}
    texts = (element for element, name in local.items() if name == "t" and not unseen.intersection(element.iterancestors()))
    return "".join(element.text or "" for element in texts)


def converted(files: list[Path], folder: Path) -> dict[str, str]:
    """What LibreOffice makes of the files, by name; those that it can't read are not there."""
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run([*command, "--outdir", str(folder), *map(str, files)], capture_output=True, check=False, timeout=600)
    found = {file.name: folder / f"{file.stem}.txt" for file in files}
    return {name: path.read_text(encoding="utf-8-sig") for name, path in found.items() if path.exists()}


def share(ours: str, one: str, other: str, size: int) -> tuple[float, int]:
    """The part of the pieces of `size` characters in which two readers agree that is ours, too, and how many they are."""
    pieces = [
        Counter(text[at : at + size] for at in range(len(text) - size + 1))
        for text in ("".join(words.split()) for words in (ours, one, other))
    ]
    agreed = pieces[1] & pieces[2]
    total = agreed.total()
    return ((pieces[0] & agreed).total() / total if total else 1.0), total


def measure(file: Path, reference: str | None) -> Measured:
    data = file.read_bytes()
    start = time.perf_counter()
    try:
        document = read_document(data, file.name)
    except UserError as error:
        return Measured(file.name, seconds=time.perf_counter() - start, said=error.sentence)
    seconds = time.perf_counter() - start
    if document is None or reference is None:
        return Measured(file.name, seconds=seconds, said="no reference")
    ours, plain = flattened(document).text, walked(data)
    plain = reference if plain is None else plain
    characters, agreed = share(ours, plain, reference, 1)
    return Measured(file.name, characters, share(ours, plain, reference, 2)[0], agreed, seconds)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--require", type=float, default=0.99)
    options = parser.parse_args()
    files = sorted(file for file in options.folder.iterdir() if file.suffix.lower() in SUFFIXES)
    with tempfile.TemporaryDirectory() as folder:
        references = converted(files, Path(folder))
    found = [measure(file, references.get(file.name)) for file in files]
    for one in found:
        figures = f"characters {one.characters:.4f}  pairs {one.pairs:.4f}  of {one.agreed}" if one.characters is not None else one.said
        print(f"{one.name:12} {one.seconds:6.2f} s  {figures}")
    recalls = [one.characters for one in found if one.characters is not None and one.agreed]
    mean = sum(recalls) / len(recalls) if recalls else 0.0
    print(f"mean character recall {mean:.4f} over {len(recalls)} files with text; {sum(bool(one.said) for one in found)} refused")
    return 0 if mean >= options.require and all(one.seconds < LARGEST_REFUSAL_SECONDS for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
