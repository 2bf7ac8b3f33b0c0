"""Programs of bench/ on the bundles of the built distribution, without a framework around them."""

import os
import re
import subprocess
import time
from pathlib import Path

from .letters import java_program
from .server import ROOT, build
from .verdict import require

DIST = ROOT / "dist" / "target" / "restante"
BENCH = ROOT / "bench"
TESTKIT = ROOT / "kernel" / "testkit"
STAMP = BENCH / "target" / ".built"  # as old as the sources that it was built from


def command(main, *arguments, heap="512m", plugins=()):
    """The command line of a class of bench/; all that it needs is built where it is missing or stale."""
    build()
    sources = max(file.stat().st_mtime for part in (BENCH, TESTKIT) for file in (part / "src" / "main").rglob("*"))
    bundles = (DIST / "lib" / ".built").stat().st_mtime
    newest = max(sources, bundles)
    if not STAMP.exists() or STAMP.stat().st_mtime < newest:
        begun = time.time()
        built = subprocess.run(["mvn", "-q", "-Dquick", "package", "-pl", "bench", "-am"], cwd=ROOT,
                               capture_output=True, text=True)
        require(built.returncode == 0, "bench does not build: " + built.stdout[-2000:])
        STAMP.touch()
        os.utime(STAMP, (begun, begun))
    return [java_program(), f"-Xmx{heap}", "-Dslf4j.internal.verbosity=ERROR",
            "--enable-native-access=ALL-UNNAMED", "-cp", class_path(plugins), main, *map(str, arguments)]


def class_path(plugins):
    """The bench, the testkit and what its engine in memory needs, the bundles and some plugins; no logging."""
    jars = [*sorted(BENCH.glob("target/lib/*.jar")), *sorted(DIST.glob("bundles/*/*.jar")),
            *sorted(DIST.glob("lib/slf4j-api-*.jar"))]
    for plugin in plugins:
        jars += sorted((DIST / "plugins").glob(f"*-{plugin}-*.jar"))
    classes = [part / "target" / "classes" for part in (BENCH, TESTKIT)]
    return ":".join(map(str, [*classes, *jars]))


def heap_after_gc(pid):
    """Octets of all objects that a server can reach, counted while it stands still."""
    jcmd = Path(java_program()).parent / "jcmd"
    done = subprocess.run([jcmd, str(pid), "GC.class_histogram"], capture_output=True, text=True)
    require(done.returncode == 0, f"jcmd GC.class_histogram: {done.stderr[-500:]}")
    total = re.search(r"^Total +\d+ +(\d+)", done.stdout, re.MULTILINE)
    require(total, "GC.class_histogram shows no total:\n" + done.stdout[-500:])
    return int(total.group(1))
