"""Programs of Debian packages that can't be installed beside each other: unpacked, never installed."""

import subprocess
import tempfile
from pathlib import Path

from .server import ROOT
from .verdict import require

CACHE = ROOT / "itest" / "target" / "unpacked"


def unpack(name, packages):
    """The folder where these packages lie as on a disk of their own; made once."""
    folder = CACHE / name
    if folder.is_dir():
        return folder
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
        for package in packages:
            done = subprocess.run(["apt-get", "download", "-q", package], cwd=scratch, capture_output=True, text=True)
            require(done.returncode == 0, f"apt-get download {package}: {done.stderr[-500:]}")
        made = Path(scratch) / "disk"
        for file in Path(scratch).glob("*.deb"):
            subprocess.run(["dpkg-deb", "-x", file, made], check=True)
        made.rename(folder)
    return folder
