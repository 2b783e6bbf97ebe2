#!/usr/bin/env bash
# Installs the rig beside this file exactly as package-lock.json names it. Runs no package's scripts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
exec npm ci --ignore-scripts --no-audit --no-fund
