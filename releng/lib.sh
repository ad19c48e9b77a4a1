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

# What windows need: the toolkit, a font, the browser of help and welcome pages.
provide_windows() {
  provide libgtk-3-0='/usr/lib/*/libgtk-3.so.0' libwebkit2gtk-4.1-0='/usr/lib/*/libwebkit2gtk-4.1.so.0' \
    fonts-dejavu-core=/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
}

# What releng/desktop needs, and what runs on it.
provide_desktop() {
  provide_windows
  provide xvfb=Xvfb openbox=openbox dbus-daemon=dbus-run-session xdotool=xdotool
}

# True if a file is there and nothing in bundles or target platform is newer, nor in the other files or folders given.
is_up_to_date() {
  local built=$1
  shift
  [[ -e $built && -z $(find "$root/bundles" "$root/pom.xml" "$root/releng/org.trustflex.target" "$@" \
    -name target -prune -o -type f -newer "$built" -print -quit) ]]
}

# The Java that everything is started with.
java_command() {
  if [[ -n ${JAVA_HOME:-} && -x $JAVA_HOME/bin/java ]]; then
    say "$JAVA_HOME/bin/java"
  else
    command -v java
  fi
}

# The first file that a pattern fits, or nothing.
first() {
  compgen -G "$1" | head -n 1
}

# Maven from the top of the checkout, without download bars and without the codes that reset a terminal's colours. Called
# through the words of the array "around", where a script has set it.
around=()
maven() {
  (cd "$root" && "${around[@]}" mvn --batch-mode --no-transfer-progress -Dstyle.color=never "$@" 2>&1) |
    sed -u 's/\x1b\[0m//g'
}
