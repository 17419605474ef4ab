#!/usr/bin/env bash
# Installs Debian packages that are not there yet, and says nothing when all are: debian.sh chromium mariadb-server
set -euo pipefail

missing=()
for package in "$@"; do
    case "$package" in
        # A browser or a database that came another way serves as well.
        chromium) command -v chromium >/dev/null && continue ;;
        mariadb-server) PATH="$PATH:/usr/sbin" command -v mariadbd >/dev/null && continue ;;
    esac
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

install=(apt-get install -y --no-install-recommends "${missing[@]}")
if ! command -v apt-get >/dev/null; then
    echo "Needed, and this is no Debian: ${missing[*]}. Install them by the means of your system." >&2
    exit 1
elif [[ $EUID -eq 0 ]]; then
    as_root=(env)
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n env)
else
    echo "Debian packages are missing and only root may install them. Run: sudo ${install[*]}" >&2
    exit 1
fi

echo "Installing from Debian: ${missing[*]}"
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" DEBIAN_FRONTEND=noninteractive "${install[@]}"; } >"$log" 2>&1
then
    tail -n 20 "$log" >&2
    echo "Could not install ${missing[*]}: the last lines are above." >&2
    exit 1
fi
