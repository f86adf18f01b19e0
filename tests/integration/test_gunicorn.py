"""What gunicorn.conf.py does to the process that the workers come from."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# How many stores of memory eight threads come to, as the C library itself tells.
PROGRAM = """
import ctypes, runpy, sys
from threading import Barrier, Thread

libc = ctypes.CDLL(None)
if sys.argv[1] == "served":
    runpy.run_path("gunicorn.conf.py")
barrier = Barrier(9)

def work():
    kept = [ctypes.create_string_buffer(2000) for _ in range(200)]
    barrier.wait()
    barrier.wait()

threads = [Thread(target=work) for _ in range(8)]
for one in threads:
    one.start()
barrier.wait()
libc.fdopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(libc.fdopen(1, b"w"))
libc.malloc_info(0, out)
libc.fflush(out)
barrier.wait()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc can be told")
@pytest.mark.parametrize(("how", "stores"), [("alone", range(3, 20)), ("served", [1])])
def test_threads_of_a_worker_share_one_store_of_memory(how, stores):
    command = [sys.executable, "-c", PROGRAM, how]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said.count("<heap nr=") in stores
