"""The dependencies named in pyproject.toml become the hash-locked lists beside this file. For developers, when a dependency changes.

    python3 packaging/lock.py

Writes `requirements-build.lock` (pip and setuptools, which install the rest), `requirements.lock` (the program) and
`requirements-dev.lock` (the program and its tests). pip's resolver chooses the versions; every file of each version is listed
with its SHA-256, so the same list serves all systems and Pythons. What only Windows or macOS needs is found by walking the
packages' own markers. No registry is named: pip asks the one that this machine is set up for.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
BUILD_TOOLS = ["pip>=25.3", "setuptools>=80"]
OTHER_SYSTEMS = {
    "win32": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "darwin": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}

# Runs inside a throw-away environment: pip has no public command that lists the hashes of all files of a version, so this asks its
# finder, which reads the index pages. requirements-build.lock pins the pip that it was written against.
_HASHES = """
import json, sys
from pip._internal.commands import create_command
from pip._internal.index.collector import parse_links
from pip._internal.models.link import Link
from pip._vendor.packaging.utils import parse_sdist_filename, parse_wheel_filename

command = create_command("download")
options, _ = command.parse_args(["--only-binary=:none:", "unused"])

def version(filename):
    try:
        parse = parse_wheel_filename if filename.endswith(".whl") else parse_sdist_filename
        return str(parse(filename)[1])
    except ValueError:
        return None

answer = {}
with command.main_context():
    collector = command._build_package_finder(options, command.get_default_session(options))._link_collector
    for name, wanted in json.load(sys.stdin).items():
        sums = set()
        for url in collector.search_scope.get_index_urls_locations(name):
            page = collector.fetch_response(Link(url))
            for link in parse_links(page) if page else ():
                if version(link.filename) == wanted and link.hash_name == "sha256":
                    sums.add(link.hash)
        answer[name] = sorted(sums)
json.dump(answer, sys.stdout)
"""

# Walks the markers of the resolved packages as another system would read them: which names does it need beyond ours?
_CLOSURE = """
import json, sys
from pip._vendor.packaging.markers import default_environment
from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name

question = json.load(sys.stdin)
environment = {**default_environment(), **question["environment"]}
packages, found = question["packages"], {}
queue = [Requirement(text) for text in question["roots"]]
while queue:
    wish = queue.pop()
    name = canonicalize_name(wish.name)
    new = set(wish.extras) | {""}
    if new <= found.get(name, set()):
        continue
    found.setdefault(name, set()).update(new)
    for text in packages.get(name, {}).get("requires", []):
        need = Requirement(text)
        if need.marker is None or any(need.marker.evaluate({**environment, "extra": extra}) for extra in new):
            queue.append(need)
json.dump(sorted(found), sys.stdout)
"""


def main() -> None:
    """Resolve and write the three lists."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run, dev = project["dependencies"], project["optional-dependencies"]["dev"]
    with tempfile.TemporaryDirectory() as folder:
        python = _fresh_python(Path(folder))
        build = _resolve(python, BUILD_TOOLS)
        _write("requirements-build.lock", "what installs the rest", build, {}, _hashes(python, build))
        packages = _resolve(python, run + dev)
        extra = _only_elsewhere(python, run + dev, packages)
        if extra:
            packages |= {name: entry for name, entry in _resolve(python, [*run, *dev, *extra]).items() if name in packages or name in extra}
        sums = _hashes(python, packages)
        _write("requirements-dev.lock", "the program and its tests", packages, extra, sums)
        names = {name for system in ({}, *OTHER_SYSTEMS.values()) for name in _closure(python, run, packages, system)}
        _write("requirements.lock", "the program", {name: packages[name] for name in packages if name in names}, extra, sums)


def _fresh_python(folder: Path) -> str:
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--upgrade", *BUILD_TOOLS], check=True)
    return python


def _resolve(python: str, requirements: list[str]) -> dict[str, dict[str, Any]]:
    """Canonical name -> version and requirements of every package that pip would install, by its report."""
    command = [python, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--report", "-", *requirements]
    report = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    packages = {}
    for entry in report["install"]:
        metadata = entry["metadata"]
        name = metadata["name"].lower().replace("_", "-").replace(".", "-")
        packages[name] = {"version": metadata["version"], "requires": metadata.get("requires_dist", [])}
    return dict(sorted(packages.items()))


def _only_elsewhere(python: str, roots: list[str], packages: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Packages that only another system needs -> the marker that keeps them there (pytest's colorama on Windows)."""
    extra: dict[str, list[str]] = {}
    for system, environment in OTHER_SYSTEMS.items():
        for name in _closure(python, roots, packages, environment):
            if name not in packages:
                extra.setdefault(name, []).append(f'sys_platform == "{system}"')
    return {name: " or ".join(markers) for name, markers in extra.items()}


def _closure(python: str, roots: list[str], packages: dict[str, dict[str, Any]], environment: dict[str, str]) -> list[str]:
    return _ask(python, _CLOSURE, {"roots": roots, "packages": packages, "environment": environment})  # type: ignore[no-any-return]


def _hashes(python: str, packages: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    sums = _ask(python, _HASHES, {name: entry["version"] for name, entry in packages.items()})
    empty = [name for name, found in sums.items() if not found]
    if empty:
        raise SystemExit(f"no hashes found for: {', '.join(empty)}")
    return sums  # type: ignore[no-any-return]


def _ask(python: str, program: str, question: object) -> Any:  # noqa: ANN401 - JSON
    result = subprocess.run([python, "-c", program], input=json.dumps(question), text=True, check=True, stdout=subprocess.PIPE)
    return json.loads(result.stdout)


def _write(name: str, what: str, packages: dict[str, dict[str, Any]], markers: dict[str, str], sums: dict[str, list[str]]) -> None:
    lines = [f"# {what}: exact versions with the SHA-256 of each of their files; made by packaging/lock.py"]
    for package, entry in sorted(packages.items()):
        marker = f" ; {markers[package]}" if package in markers else ""
        lines.append(f"{package}=={entry['version']}{marker}" + _hash_lines(sums[package]))
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(packages)} packages")


def _hash_lines(sums: Iterable[str]) -> str:
    return "".join(f" \\\n    --hash=sha256:{digest}" for digest in sums)


if __name__ == "__main__":
    main()
