"""`python -m audit.install`: installs axe-core for the tests; `--all` Lighthouse, too, for `make audit`."""

import sys

from audit.axe import FOLDER
from front_end import install

if __name__ == "__main__":
    install(FOLDER, *([] if "--all" in sys.argv[1:] else ["--omit=dev"]))
