#!/usr/bin/env python3
"""Everything one does with this repository: ``python3 tasks.py TASK``. Needs Python 3.11 or newer and git, nothing else.

    demo     install Dragoman into .venv and read the bundled demo pages, offline
    test     all checks: style, types, tests, and the wheel as a user gets it
    check    style and types only
    unit     tests only (more arguments go to pytest)
    wheel    build the wheel, install it alone into a fresh environment, read the demo outside the source tree
    bench    run the benchmarks and hold their figures against benchmarks/floors.json
    schema   write docs/record.schema.json anew from the types

Tests that need the development data find it by the environment variable DRAGOMAN_DATA; without it they are skipped and say so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 (this is where an older Python is told so, in one line)
    sys.exit(f"Dragoman needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import tomllib

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"


def demo(*more: str) -> None:
    dragoman = install(VENV, str(HERE), program="dragoman")
    run(dragoman, "read", "--demo", "--store", str(HERE / "dragoman.db"), *more)


def test() -> None:
    check()
    unit()
    wheel()


def check() -> None:
    python = develop()
    run(python, "-m", "ruff", "check", ".")
    run(python, "-m", "ruff", "format", "--check", ".")
    run(python, "-m", "mypy")


def unit(*more: str) -> None:
    run(develop(), "-m", "pytest", *more)


def wheel() -> None:
    """What users get: the wheel alone, no source tree, no development tools; proxies lead nowhere, so that a fetch would fail."""
    with tempfile.TemporaryDirectory() as folder:
        run(develop(), "-m", "build", "--wheel", "--outdir", folder, str(HERE), quiet=True)
        (built,) = Path(folder).glob("*.whl")
        program = install(Path(folder) / "venv", "--only-binary=:all:", str(built), program="dragoman")
        cut_off = {"HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9", "PYTHONPATH": ""}
        run(program, "--help", cwd=folder, quiet=True)
        run(program, "read", "--demo", cwd=folder, more=cut_off)
        run(program, "list", cwd=folder)
        again = run(program, "read", "--demo", cwd=folder, quiet=True)
        if "0 new" not in again:
            sys.exit(f"A second reading of the demo should add nothing and say so; it said:\n{again}")
    print(f"wheel: {built.name} installs alone and reads the demo")


def bench(*more: str) -> None:
    run(develop(), "-m", "benchmarks.floors", *more, cwd=HERE)


def schema() -> None:
    made = run(develop(), "-c", "import json, dragoman.contract as c; print(json.dumps(c.schema()))", quiet=True)
    text = json.dumps(json.loads(made), indent=1, ensure_ascii=False) + "\n"
    (HERE / "docs" / "record.schema.json").write_text(text, encoding="utf-8")


def develop() -> str:
    """The Python of .venv, with Dragoman installed from this tree as it stands and the development tools beside it."""
    tools = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]["dev"]
    return install(VENV, "--editable", str(HERE), *tools, program="python")


def install(where: Path, *what: str, program: str) -> str:
    """Make the environment where it is missing, install, return the path of one of its programs."""
    scripts = where / ("Scripts" if os.name == "nt" else "bin")
    stamp = where / ".installed"
    wanted = f"{sys.version_info[:2]} {(HERE / 'pyproject.toml').stat().st_mtime} {what}"
    same_python = stamp.exists() and stamp.read_text(encoding="utf-8").startswith(f"{sys.version_info[:2]} ")
    if not same_python or not shutil.which("python", path=str(scripts)):
        venv.create(where, with_pip=True, clear=True)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted or "--editable" not in what:
        run(str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what)
        stamp.write_text(wanted, encoding="utf-8")
    found = shutil.which(program, path=str(scripts))
    return found or sys.exit(f"{program} is missing in {scripts} after the installation.")


def run(*command: str, cwd: Path | str = HERE, quiet: bool = False, more: dict[str, str] | None = None) -> str:
    """Run a command, stop everything where it fails, return what it printed where it was told to be quiet."""
    print("+", *(Path(command[0]).name, *command[1:]), file=sys.stderr, flush=True)
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **(more or {})}, stdout=subprocess.PIPE if quiet else None, encoding="utf-8"
    )
    if done.returncode:
        sys.exit(f"{done.stdout or ''}\ntasks.py: `{' '.join(command)}` failed with exit code {done.returncode}.")
    return done.stdout or ""


if __name__ == "__main__":
    tasks = {"demo": demo, "test": test, "check": check, "unit": unit, "wheel": wheel, "bench": bench, "schema": schema}
    if len(sys.argv) < 2 or sys.argv[1] not in tasks:
        sys.exit(__doc__)
    tasks[sys.argv[1]](*sys.argv[2:])
