# What scripts/run and scripts/test share: packages and the build. Sourced, not run.

PACKAGES_build="g++ cmake ninja-build pkg-config ccache gettext libxml2-dev libzip-dev zlib1g-dev libgit2-dev libsecret-1-dev libssl-dev libicu-dev
  libcli11-dev libfmt-dev nlohmann-json3-dev libxlsxwriter-dev libhunspell-dev hunspell-en-us libwxgtk3.2-dev libgtk-3-dev wx3.2-i18n fonts-noto-cjk"
PACKAGES_test="xvfb xauth openbox x11-utils catch2 git openssh-server openssl python3 libxml2-utils clang-19 clang-format-19 libclang-rt-19-dev"
PACKAGES_screens="imagemagick"
PACKAGES_bench="libbenchmark-dev git libxml2-utils python3-docx python3-openpyxl"

# ensure_packages SET...: installs the Debian packages of the sets that are not there yet.
ensure_packages() {
  local missing=() name set list
  for set in "$@"; do
    list="PACKAGES_$set"
    for name in ${!list}; do
      dpkg-query -W -f='${db:Status-Abbrev}' "$name" 2>/dev/null | grep -q '^ii' || missing+=("$name")
    done
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "These packages are missing; install them as root, then run this again:" >&2
      echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
      return 1
    fi
    echo "Installing with sudo: ${missing[*]}" >&2
    as_root=(sudo)
  fi
  step "Installing ${#missing[@]} packages"
  "${as_root[@]}" apt-get update -qq </dev/null
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null
}

# configure_and_build PRESET TARGET [CMAKE-OPTION...]
configure_and_build() {
  local preset=$1 target=$2
  shift 2
  step "Building $target ($preset)"
  cmake --preset "$preset" "$@" >/dev/null
  # On a terminal one line that counts; in a log only what goes wrong.
  local quiet=()
  [ -t 1 ] || quiet=(--quiet)
  cmake --build --preset "$preset" --target "$target" -- "${quiet[@]}"
}

# step TEXT: a line that says what goes on, and since when.
step() {
  printf '== %3d:%02d  %s\n' $((SECONDS / 60)) $((SECONDS % 60)) "$*"
}
