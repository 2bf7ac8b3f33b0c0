"""Foreign clients, each in a file: run(world, check) gives what it did, in words."""

import shutil
import subprocess

from ..verdict import require


def tool(name, package):
    require(shutil.which(name), f"{name} is missing: apt-get install {package}")
    return name


def run(*command, patience=600, expected=0, **settings):
    done = subprocess.run([str(word) for word in command], capture_output=True, timeout=patience,
                          stdin=settings.pop("stdin", subprocess.DEVNULL), **settings)
    text = (done.stdout + done.stderr).decode(errors="replace")
    require(expected is None or done.returncode == expected,
            f"{command[0]} ends with {done.returncode}: {text[-1500:]}")
    return done
