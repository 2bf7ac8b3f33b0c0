"""Programs of bench/ on the bundles of the built distribution, without a framework around them."""

import subprocess

from .letters import java_program
from .server import ROOT
from .verdict import require

DIST = ROOT / "dist" / "target" / "restante"
CLASSES = ROOT / "bench" / "target" / "classes"


def command(main, *arguments, heap="512m"):
    """The command line of a class of bench/, which is built where it is missing."""
    if not (CLASSES / (main.replace(".", "/") + ".class")).exists():
        built = subprocess.run(["mvn", "-q", "-Dquick", "package", "-pl", "dist,bench", "-am"], cwd=ROOT,
                               capture_output=True, text=True)
        require(built.returncode == 0, "bench does not build: " + built.stdout[-2000:])
    jars = sorted(DIST.glob("bundles/*/*.jar")) + sorted(DIST.glob("lib/slf4j-api-*.jar"))
    path = ":".join(str(part) for part in [CLASSES, *jars])
    return [java_program(), f"-Xmx{heap}", "-Dslf4j.internal.verbosity=ERROR",
            "--enable-native-access=ALL-UNNAMED", "-cp", path, main, *map(str, arguments)]
