"""A disk of the size that a check wants, for one server: see fulldisk.c."""

import mmap
import shutil
import struct
import subprocess
from pathlib import Path

from checkkit.verdict import require


class Disk:
    """Counts what lies below a directory; leave() says how much room there is now."""

    def __init__(self, folder, directory):
        compiler = shutil.which("cc") or shutil.which("gcc")
        require(compiler, "there is no C compiler for the full disk: apt-get install gcc libc6-dev")
        self.directory = directory
        self.library = Path(folder) / "fulldisk.so"
        source = Path(__file__).parent / "fulldisk.c"
        subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", self.library, source, "-ldl"], check=True)
        self.file = Path(folder) / "budget"
        self.file.write_bytes(bytes(32))
        with open(self.file, "r+b") as file:
            self.budget = mmap.mmap(file.fileno(), 32)

    def environment(self):
        return dict(LD_PRELOAD=str(self.library), FULLDISK_DIRECTORY=str(self.directory), FULLDISK_BUDGET=str(self.file))

    def leave(self, octets):
        """So much room is left from now on."""
        self.budget[0:8] = struct.pack("q", struct.unpack("q", self.budget[8:16])[0] + octets)

    def refused(self):
        """Writes that had no room."""
        return struct.unpack("q", self.budget[16:24])[0]
