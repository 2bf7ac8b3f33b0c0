"""A second build of each plugin from the same sources: every class has another name, and sessions are
suspended into a state of a version more, which the first build can't read."""

import re
import shutil
import subprocess
from pathlib import Path

from . import plugins
from .server import ROOT
from .verdict import require

STATE = dict(imap="session/SessionImage.java", pop3="SuspendedState.java", smtp="SuspendedState.java")
VERSIONS = re.compile(r"VERSIONS\s*=\s*(?:StateVersions\.only\((\d+)\)|new StateVersions\((\d+), (\d+)\))")
WRITES = re.compile(r"new SuspendedSession\(([^,]+), version, out\.state\(\)\)")
READS = re.compile(r"StateReader\.read\((\w+)\.octets\(\), ")


def build():
    """{protocol: jar}"""
    copy = ROOT / "itest/target/revised"
    shutil.rmtree(copy, ignore_errors=True)
    clone(copy)
    for protocol in plugins.PROTOCOLS:
        revise(copy / f"plugin-{protocol}/src/main/java/org/restante", protocol)
    modules = ",".join(f"plugin-{protocol}" for protocol in plugins.PROTOCOLS)
    done = subprocess.run(["mvn", "-q", "-o", "-Dquick", "package", "-pl", modules, "-am"], cwd=copy,
                          capture_output=True, text=True)
    require(done.returncode == 0, "the revised plugins do not build: " + done.stdout[-3000:])
    return {protocol: jar(copy, protocol) for protocol in plugins.PROTOCOLS}


def clone(copy):
    """The sources as they are now, and what is built of the kernel, which does not change."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True,
                            text=True, check=True).stdout.splitlines()
    for name in filter(lambda name: (ROOT / name).is_file(), listed):
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target)
    for target in ROOT.glob("kernel/*/target"):
        shutil.copytree(target, copy / target.relative_to(ROOT), dirs_exist_ok=True)


def revise(sources, protocol):
    old, new = sources / protocol, sources / "revised" / protocol
    new.parent.mkdir()
    shutil.move(old, new)
    for file in new.rglob("*.java"):
        text = file.read_text()
        file.write_text(re.sub(rf"\borg\.restante\.{protocol}(?=[.;])", f"org.restante.revised.{protocol}", text))
    state = new / STATE[protocol]
    text = state.read_text()
    one, oldest, newest = VERSIONS.search(text).groups()
    newest = int(one or newest) + 1
    text = once(VERSIONS, f"VERSIONS = new StateVersions({one or oldest}, {newest})", text)
    text = once(WRITES, r"new SuspendedSession(\1, version, RevisedState.written(version, out.state()))", text)
    text = once(READS, r"StateReader.read(RevisedState.read(\1.version(), \1.octets()), ", text)
    state.write_text(text)
    package = ".".join(["org.restante.revised", *state.relative_to(sources / "revised").parent.parts])
    template = (Path(__file__).parents[1] / "revised" / "RevisedState.java").read_text()
    (state.parent / "RevisedState.java").write_text(
        template.replace("org.restante.revised.PROTOCOL", package).replace("NEWEST", str(newest)))


def once(pattern, replacement, text):
    text, count = pattern.subn(replacement, text)
    require(count == 1, f"{pattern.pattern} is found {count} times: the revised build must learn the new shape")
    return text


def jar(copy, protocol):
    found = sorted((copy / f"plugin-{protocol}/target").glob(f"restante-plugin-{protocol}-*.jar"))
    require(len(found) == 1, f"{len(found)} revised jars for {protocol}")
    return found[0]


def classes(jar_file):
    """Names of the classes in a jar."""
    import zipfile
    with zipfile.ZipFile(jar_file) as content:
        return {name for name in content.namelist() if name.endswith(".class")}
