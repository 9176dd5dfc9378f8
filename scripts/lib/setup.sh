# What scripts/run and scripts/test share: packages and the build. Sourced, not run.

PACKAGES_build="g++ cmake ninja-build pkg-config ccache gettext libxml2-dev libzip-dev libgit2-dev libssl-dev libicu-dev
  libcli11-dev libfmt-dev nlohmann-json3-dev libxlsxwriter-dev catch2"
PACKAGES_test="git"

# ensure_packages SET...: installs the Debian packages of the sets that are not there yet.
ensure_packages() {
  local missing=() name set
  for set in "$@"; do
    local list="PACKAGES_$set"
    for name in ${!list}; do
      dpkg-query -W -f='${db:Status-Abbrev}' "$name" 2>/dev/null | grep -q '^ii' || missing+=("$name")
    done
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local sudo=""
  if [ "$(id -u)" -ne 0 ]; then
    sudo=sudo
    echo "Installing with sudo: ${missing[*]}" >&2
  fi
  $sudo apt-get update -q
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# configure_and_build PRESET [TARGET...]
configure_and_build() {
  local preset=$1
  shift
  cmake --preset "$preset" >/dev/null
  cmake --build --preset "$preset" ${1:+--target "$@"}
}
