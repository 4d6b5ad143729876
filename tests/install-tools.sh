#!/usr/bin/env bash
# Installs from Debian what the tests need beside git, the .NET SDK and Node; run as root.
# tests/run calls it for what is missing: tests/install-tools.sh [chromium] [postgresql]
set -euo pipefail

export DEBIAN_FRONTEND=noninteractive
apt=(apt-get -qq -o Acquire::Retries=3 -o Dpkg::Use-Pty=0)

log=$(mktemp)
trap 'rm -f "$log"' EXIT

install() {
  "${apt[@]}" install --yes --no-install-recommends "$@" </dev/null >"$log" 2>&1 || { cat "$log" >&2; return 1; }
}

"${apt[@]}" update </dev/null
for tool in "$@"; do
  echo "Installing $tool"
  case $tool in
    chromium)
      # Without a font every text is empty boxes and axe measures nothing.
      install chromium-headless-shell fonts-liberation fonts-dejavu-core || install chromium fonts-liberation fonts-dejavu-core
      ;;
    postgresql)
      # The tests start a server of their own: keep Debian from creating and starting its default cluster.
      install postgresql-common
      sed -i 's/^#\?\s*create_main_cluster\s*=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
      install postgresql
      ;;
    *)
      echo "install-tools.sh: $tool is neither chromium nor postgresql" >&2
      exit 2
      ;;
  esac
done
