"""Angus Mail, the reference implementation of Jakarta Mail."""

import subprocess
from pathlib import Path

from ..letters import java_program
from ..server import ROOT
from ..verdict import require
from . import run as command

JARS = ["org.eclipse.angus:angus-mail:2.0.5", "jakarta.mail:jakarta.mail-api:2.1.5",
        "org.eclipse.angus:angus-activation:2.0.3", "jakarta.activation:jakarta.activation-api:2.1.4"]
EXPECTED = [
    ("appended", "[1, 2, 3]"),
    ("count", "3 2"),
    ("message", "1 grüße text/plain True True"),
    ("message", "2 parts multipart/mixed True False"),
    ("message", "3 grüße text/plain True False"),
    ("text", "schön"),
    ("parts", "3 p.bin 00010203"),
    ("inner", "inner inside"),
    ("subject", "[1, 3]"),
    ("either", "[1, 3]"),
    ("sorted", "[2, 1, 3]"),
    ("label", "[2]"),
    ("arrived", "True"),
    ("created", "True"),
    ("moved", "2 4"),
    ("expunged", "3"),
]


def run(world, check):
    source = Path(__file__).with_name("AngusReader.java")
    done = command(java_program(), "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", jars(), source,
                   world.server.port("imap"), world.account(), patience=120)
    said = [tuple(line.split("\t", 1)) for line in done.stdout.decode().splitlines()]
    said = [(name, value.replace("true", "True").replace("false", "False")) for name, value in said]
    for wanted, got in zip(EXPECTED, said):
        check.expect(got == wanted, f"angus: {got} instead of {wanted}")
    check.expect(len(said) == len(EXPECTED), f"angus: {len(said)} answers instead of {len(EXPECTED)}")
    return f"{len(said)} answers: append, parts, search, sort, idle, move"


def jars():
    """Its jars, fetched by Maven once."""
    folder = ROOT / "itest" / "target" / "angus"
    for jar in JARS:
        group, name, version = jar.split(":")
        if not (folder / f"{name}-{version}.jar").exists():
            done = subprocess.run(["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={jar}",
                                   f"-DoutputDirectory={folder}"], cwd=ROOT, capture_output=True, text=True)
            require(done.returncode == 0, f"Maven does not bring {jar}: {done.stdout[-500:]}")
    return ":".join(str(file) for file in sorted(folder.glob("*.jar")))
