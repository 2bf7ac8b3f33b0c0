"""A bad revision of IMAP: the jar of this build behind a session that throws at one of five
commands. Its classes are those of the Pax Exam suites; it is made when a check wants it."""

from .server import ROOT
from .wrapped import compiled, wrapped_jar

SOURCES = ROOT / "itest/src/test/java/org/restante/itest/dynamics"
CLASSES = [SOURCES / f"{name}.java" for name in ("FaultyActivator", "FaultyPlugin", "FaultySession")]
IMPORTS = ("org.osgi.framework", "org.osgi.util.tracker")


def faulty_jar(folder, version):
    """Writes it into a folder; returns its path."""
    dist = ROOT / "dist" / "target" / "restante"
    original = next((dist / "plugins").glob("restante-plugin-imap-*.jar"))
    class_path = [*dist.glob("bundles/*/restante-api-*.jar"), *dist.glob("bundles/*/jspecify-*.jar"),
                  *dist.glob("lib/org.apache.felix.framework-*.jar")]
    headers = {"Bundle-Version": version,
               "Bundle-Activator": "org.restante.itest.dynamics.FaultyActivator"}
    return wrapped_jar(original, folder / f"imap-{version}.jar",
                       compiled(CLASSES, class_path, folder / "classes"), headers, IMPORTS)
