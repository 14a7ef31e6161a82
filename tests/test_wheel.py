"""What is shipped: a wheel that works without the checkout, built from it and from its sdist."""

import json
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
ARTICLE = "Library to close\n\nThe library will close, one of the sources said.\n"
# Python 3.11.3 and older have no filters.
_SAFELY: Any = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}


def run(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]  # options pass through
        [str(word) for word in command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        **options,
    )


def build(folder: Path, source: Path, kind: str) -> Path:
    """A wheel or an sdist of the project at `source`, made without the network."""
    done = run(
        sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", folder, source
    )
    assert done.returncode == 0, done.stderr
    return next(iter(folder.glob("*.whl" if kind == "wheel" else "*.tar.gz")))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("dist"), ROOT, "wheel")


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment that holds the wheel, and this environment's libraries."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    packages = Path(site.stdout.strip())
    for there in (path for path in sys.path if path.endswith("site-packages")):
        with (packages / "libraries.pth").open("a") as links:
            links.write(there + "\n")
    target = ["--no-deps", "--no-index", "--quiet", "--prefix", str(folder), str(wheel)]
    done = run(sys.executable, "-m", "pip", "install", "--ignore-installed", *target)
    assert done.returncode == 0, done.stderr
    return python


def files(archive: Path) -> set[str]:
    """The rule files and data that a wheel holds, from the package's folder on."""
    with zipfile.ZipFile(archive) as content:
        return {name for name in content.namelist() if name.startswith("attrib_lint/")}


def test_the_wheel_holds_rules_schemas_lexicons_and_the_pipeline(wheel: Path) -> None:
    held = files(wheel)
    rules = [p for p in (ROOT / "rules").rglob("*") if p.suffix in (".py", ".toml")]
    assert rules
    for path in rules:
        assert f"attrib_lint/_rules/{path.relative_to(ROOT / 'rules').as_posix()}" in held
    for folder in ("schema", "lexicon", "model"):
        for path in (ROOT / "attrib_lint" / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert path.relative_to(ROOT).as_posix() in held


def test_a_wheel_made_from_the_sdist_holds_the_same(wheel: Path, tmp_path: Path) -> None:
    archive = build(tmp_path / "sdist", ROOT, "sdist")
    with tarfile.open(archive) as content:
        content.extractall(tmp_path / "unpacked", **_SAFELY)
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    assert files(build(tmp_path / "wheel", unpacked, "wheel")) == files(wheel)


def test_the_installed_program_finds_what_the_checkout_finds(
    installed: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    arguments = ["check", "a.txt", "--preset", "strict", "--output-format", "json"]
    assert installed.with_name("attrib-lint").exists()
    there = run(installed, "-m", "attrib_lint", *arguments, cwd=tmp_path)
    here = run(sys.executable, "-m", "attrib_lint", *arguments, cwd=tmp_path, env=_checkout())
    assert json.loads(there.stdout) == json.loads(here.stdout)
    assert json.loads(there.stdout)["diagnostics"]


def test_the_installed_package_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "-c", "import attrib_lint; print(attrib_lint.__file__)", cwd=tmp_path)
    assert not done.stdout.startswith(str(ROOT / "attrib_lint"))
    assert done.stdout.strip()


def _checkout() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(ROOT)}
