"""Letters to check with: real ones that Debian packages ship, and our own corpus."""

import hashlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from .server import ROOT
from .verdict import require

# package (with alternatives for other releases) and where its letters are
DEBIAN = [
    (["libpython3.11-testsuite", "libpython3.13-testsuite", "libpython3.12-testsuite"],
     "usr/lib/python3*/test/**/test_email/data/msg_*.txt"),
    (["golang-github-jhillyerd-enmime-dev"], "usr/share/gocode/**/testdata/**/*.raw"),
    (["mailman3"], "usr/lib/python3/**/tests/data/*.eml"),
    (["python3-django-mailman3"], "usr/lib/python3/**/tests/testdata/*.txt"),
    (["python3-django-hyperkitty"], "usr/lib/python3/**/tests/testdata/*.txt"),
    (["spamassassin"], "usr/share/doc/spamassassin/examples/sample-*.txt"),
]


def digest(octets):
    return hashlib.sha256(octets).hexdigest()


def crlf(octets):
    """As mail programs send it: every line ends in CRLF, the last one too."""
    lines = re.sub(rb"\r?\n", b"\r\n", octets)
    return lines if lines.endswith(b"\r\n") else lines + b"\r\n"


def debian(check):
    """{package/file: octets} of letters in Debian packages; what can't be had is named."""
    letters = {}
    cache = ROOT / "itest" / "target" / "letters"
    cache.mkdir(parents=True, exist_ok=True)
    for alternatives, pattern in DEBIAN:
        folder = next((cache / name for name in alternatives if (cache / name).is_dir()), None)
        folder = folder or download(alternatives, cache)
        if not folder:
            check.problem(f"no letters of {alternatives[0]}: apt-get download does not bring it")
            continue
        files = [file for file in sorted(folder.glob(pattern)) if file.is_file()]
        check.figure(f"letters of Debian's {folder.name}", len(files))
        check.expect(files, f"{folder.name} has no {pattern}")
        for file in files:
            octets = file.read_bytes()
            if octets:
                letters[f"{folder.name}/{file.name}"] = octets
    return letters


def download(names, cache):
    for name in names:
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            done = subprocess.run(["apt-get", "download", "-q", name], cwd=folder,
                                  capture_output=True)
            packages = list(Path(folder).glob("*.deb"))
            if done.returncode == 0 and packages:
                unpacked = Path(folder) / name
                subprocess.run(["dpkg-deb", "-x", packages[0], unpacked], check=True)
                return Path(shutil.move(unpacked, cache / name))
    return None


def corpus(count, folder, seed=1, largest=65536):
    """{file: octets}: letters of every kind, made by the testkit's generator."""
    java = subprocess.run([ROOT / "dist/target/restante/bin/restante", "--find-java"],
                          capture_output=True, text=True, check=True).stdout.strip()
    classes = ROOT / "kernel" / "testkit" / "target" / "classes"
    if not (classes / "org/restante/testkit/corpus/CorpusWriter.class").exists():
        built = subprocess.run(["mvn", "-q", "-o", "-Dquick", "compile", "-pl", "kernel/testkit", "-am"],
                               cwd=ROOT, capture_output=True, text=True)
        require(built.returncode == 0, "the testkit does not build: " + built.stdout[-2000:])
    subprocess.run([java, "-cp", classes, "org.restante.testkit.corpus.CorpusWriter", "files",
                    folder, str(count), str(seed), str(largest)], check=True)
    return {file.name: file.read_bytes() for file in sorted(Path(folder).iterdir())}
