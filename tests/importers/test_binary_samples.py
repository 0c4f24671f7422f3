"""The optional real DOC, WPS and RTF files: characters recalled, refusals in words, and the structure found, each held against its figure.

python -m pytest tests/importers/test_binary_samples.py -s
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from app.errors import UserError
from app.importers.doc.read import read_doc
from app.importers.raw import RawDocument, Reason
from app.importers.raw_text import flattened
from app.importers.read import read_bytes, read_raw
from app.importers.rtf.read import read_rtf
from app.importers.to_json import to_json
from tests.importers.test_shared_samples import SAMPLES, score

READERS = {"doc": read_doc, "wps": read_doc, "rtf": read_rtf}
LEAST_RECALL = 0.985
NEAR = 0.01


def characters(text: str) -> Counter[str]:
    """The pairs of characters that stand side by side, white space apart: order counts, too."""
    joined = "".join(text.split())
    return Counter(joined[at : at + 2] for at in range(len(joined)))


def recall(reference: str, found: str) -> float:
    wanted = characters(reference)
    return sum((wanted & characters(found)).values()) / sum(wanted.values()) if wanted else 1.0


def all_text(document: RawDocument) -> str:
    """The text, and what LibreOffice writes out as text although it is hidden."""
    hidden = [one.text for one in document.left_out if one.reason is Reason.HIDDEN]
    return "\n".join([flattened(document).text, *hidden])


def references(file: Path, folder: Path) -> dict[str, str]:
    """What LibreOffice, and antiword where it is installed, read in a file."""
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run([*command, "--outdir", str(folder), str(file)], check=True, capture_output=True)
    found = {"LibreOffice": (folder / f"{file.stem}.txt").read_text("utf-8-sig")}
    if shutil.which("antiword"):
        ran = subprocess.run(["antiword", "-m", "UTF-8.txt", "-w", "0", str(file)], check=True, capture_output=True)
        found["antiword"] = ran.stdout.decode().replace("[pic]", "").replace("|", "")
    return found


@pytest.mark.shared
@pytest.mark.oracle
def test_characters_are_recalled_and_the_rest_is_refused_in_words(shared_dir: Path, tmp_path: Path) -> None:
    recalls: dict[str, list[float]] = {}
    for file in sorted((shared_dir / "samples" / "office").glob("*.doc")):
        try:
            text = all_text(read_doc(file.read_bytes(), file.name))
        except UserError as error:
            print(error.sentence)
            assert error.sentence.startswith(f"“{file.name}”") and error.sentence.count("。") == 1 and "请" in error.sentence
            continue
        for reader, reference in references(file, tmp_path).items():
            recalls.setdefault(reader, []).append(recall(reference, text))
            print(f"{file.name} {reader}: {recalls[reader][-1]:.4f}")
    means = {reader: sum(found) / len(found) for reader, found in recalls.items()}
    print(means)
    assert len(recalls["LibreOffice"]) >= 6
    assert min(means.values()) >= LEAST_RECALL


@pytest.mark.shared
@pytest.mark.parametrize("kind", READERS)
def test_the_structure_is_found_as_in_the_plain_text(shared_dir: Path, tmp_path: Path, kind: str) -> None:
    plain, variant = tmp_path / "plain", tmp_path / kind
    for folder in (plain, variant):
        folder.mkdir()
    for name in SAMPLES:
        text = shared_dir / "samples" / f"{name}.txt"
        file = shared_dir / "samples" / "variants" / f"{name}.{kind}"
        for folder, intake in (
            (plain, read_bytes(text.read_bytes(), text.name)),
            (variant, read_raw(READERS[kind](file.read_bytes(), file.name), file.name)),
        ):
            (folder / f"{name}.json").write_text(json.dumps(to_json(intake.structure, intake.repairs), ensure_ascii=False), "utf-8")
    of_plain, of_variant = total(plain, shared_dir), total(variant, shared_dir)
    print(f"{kind}: {of_variant:.4f}, plain text: {of_plain:.4f}")
    assert of_variant >= of_plain - NEAR


def total(folder: Path, shared_dir: Path) -> float:
    """The scorer's mean."""
    lines = score(folder, shared_dir, 0).stdout.splitlines()
    mean = next(line for line in lines if line.startswith("MEAN"))
    return float(next(part for part in mean.split() if part.startswith("TOTAL=")).removeprefix("TOTAL="))
