# shellcheck shell=bash
# What the scripts of this folder share: to be sourced, not run.

# The top of the checkout, wherever the script was called from.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

say() {
  printf '%s\n' "$*"
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# True if there is a Java compiler of version 17 or newer.
has_jdk() {
  local compiler=javac version
  if [[ -n ${JAVA_HOME:-} ]]; then
    compiler=$JAVA_HOME/bin/javac
  fi
  version=$("$compiler" -version 2>&1) || return 1
  version=${version#javac }
  [[ ${version%%[!0-9]*} -ge 17 ]]
}

# True if a file or a command is there, or if the check "jdk" holds.
is_there() {
  case $1 in
    jdk) has_jdk ;;
    /*) compgen -G "$1" > /dev/null ;;
    *) command -v "$1" > /dev/null ;;
  esac
}

# Installs the packages of PACKAGE=CHECK arguments whose check fails. Only root can; others are told the line to type.
provide() {
  local wish missing=()
  for wish in "$@"; do
    is_there "${wish#*=}" || missing+=("${wish%%=*}")
  done
  if [[ ${#missing[@]} -eq 0 ]]; then
    return
  fi
  if ! command -v apt-get > /dev/null; then
    fail "Missing here, and no apt-get to install it: ${missing[*]}"
  elif [[ $(id -u) -ne 0 ]]; then
    fail "Missing. This line installs it: sudo apt-get install --no-install-recommends ${missing[*]}"
  fi
  say "Installing ${missing[*]}"
  if ! apt-get -qq update ||
    ! DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends "${missing[@]}" > /dev/null; then
    fail "apt-get could not install ${missing[*]}"
  fi
}

# What every build needs.
provide_build_tools() {
  provide openjdk-17-jdk-headless=jdk maven=mvn
}

# Maven from the top of the checkout, without download bars and without the codes that reset a terminal's colours. Called
# through the words of the array "around", where a script has set it.
around=()
maven() {
  (cd "$root" && "${around[@]}" mvn --batch-mode --no-transfer-progress -Dstyle.color=never "$@" 2>&1) |
    sed -u 's/\x1b\[0m//g'
}
