# Sourced by src/demo/run and tests/run: installs the missing packages of tests/packages (root or
# sudo), then configures and builds. Sets $root and $build. Quick when there is nothing to do.
root=$(cd "$(dirname "$0")/.." && pwd)
[ -f "$root/meson.build" ] && [ -d "$root/tests" ] && [ -d "$root/po" ] || root=$(cd "$root/.." && pwd)
build=$root/build

install_packages () {
  missing=
  for package in $(sed 's/#.*//' "${packages:-$root/tests/packages}"); do
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
      'install ok installed') ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -n "$missing" ] || return 0
  sudo=
  if [ "$(id -u)" -ne 0 ]; then sudo=sudo; fi
  echo "Installing:$missing"
  $sudo apt-get update -qq
  # shellcheck disable=SC2086
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# build_in FOLDER [meson option…]
build_in () {
  folder=$1
  shift
  if [ ! -f "$folder/build.ninja" ]; then
    meson setup "$folder" "$root" "$@" >"$folder.log" 2>&1 || { cat "$folder.log"; return 1; }
    rm -f "$folder.log"
  fi
  ninja -C "$folder" --quiet
}
