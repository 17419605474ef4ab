#!/usr/bin/env bash
# Prints the first Python that the house runs on: $PYTHON, python3, or a 3.11 or 3.12 found on this machine.
# With an argument (3.11 or 3.12) only that version will do. Exit 1 and a sentence on stderr when there is none.
set -euo pipefail

wanted="${1:-}"
candidates=()
if [[ -z "$wanted" ]]; then
    candidates+=("${PYTHON:-python3}" python3.12 python3.11)
else
    candidates+=("python$wanted" python3)
fi
candidates+=("${PYENV_ROOT:-$HOME/.pyenv}"/versions/"${wanted:-3.1[12]}"*/bin/python3)

for candidate in "${candidates[@]}"; do
    # Started, not just found: a version manager's shim may stand for a Python that is not there.
    version="$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" || continue
    if [[ "$version" == "$wanted" || ( -z "$wanted" && "$version" =~ ^3\.1[12]$ ) ]]; then
        command -v "$candidate"
        exit 0
    fi
done

echo "No Python ${wanted:-3.11 or 3.12} on this machine. Install one, or name it: make … PYTHON=/path/to/python" >&2
exit 1
