#!/usr/bin/env bash
# Makes or refreshes .venv: environment.sh demo|dev, a dependency group of pyproject.toml, and the package itself.
set -euo pipefail
cd "$(dirname "$0")/.."
group="$1"

if [[ ! -x .venv/bin/python ]]; then
    python="$(tools/find-python.sh)"
    echo "Making .venv with $("$python" --version)"
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        # Debian's own Python comes without the part that makes environments.
        rm -rf .venv
        tools/debian.sh python3-venv
        "$python" -m venv .venv
    fi
fi
if [[ ! -x .venv/bin/uv ]]; then
    .venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip >/dev/null
    .venv/bin/python -m pip install -qq --disable-pip-version-check uv
fi
echo "Installing the Python packages of the group \"$group\""
UV_LINK_MODE=copy .venv/bin/uv pip install --quiet --python .venv/bin/python \
    --constraints constraints.txt --group "$group" --editable .
