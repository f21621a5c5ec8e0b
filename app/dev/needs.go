package main

// need is one thing the work needs from outside Go.
type need struct {
	name     string
	use      use
	there    probe
	packages map[string][]string // by source.name; none for a system that brings it or does without
}

// use says which command cannot do without a need.
type use string

const (
	forBuild use = "build" // every command
	forTest  use = "test"  // dev test and dev bench

	forPackage use = "package"        // dev package, dev test
	forCheck   use = "check packages" // dev package --check
)

// needs is everything dev may install. The X11 packages are named one by one
// because xorg-dev brings 45 more that nothing here uses.
var needs = []need{
	{"MSYS2, from which the next comes", forBuild, file(msys2Pacman), map[string][]string{
		"winget": {"MSYS2.MSYS2"}}},
	{"Apple's command line tools", forBuild, appleTools, map[string][]string{
		"xcode": {"--install"}}},
	{"C compiler for Windows", forBuild, command("gcc"), map[string][]string{
		"msys2": {"mingw-w64-ucrt-x86_64-gcc"}}},
	{"C compiler", forBuild, allOf(command("gcc"), file("/usr/include/stdio.h")), map[string][]string{
		"apt": {"gcc", "libc6-dev"}, "dnf": {"gcc"}, "pacman": {"gcc"}}},
	{"pkg-config", forBuild, command("pkg-config"), map[string][]string{
		"apt": {"pkg-config"}, "dnf": {"pkgconf-pkg-config"}, "pacman": {"pkgconf"}}},
	{"OpenGL headers", forBuild, modules("gl"), map[string][]string{
		"apt": {"libgl1-mesa-dev"}, "dnf": {"mesa-libGL-devel"}, "pacman": {"libglvnd"}}},
	{"X11 headers", forBuild, modules("x11", "xcursor", "xrandr", "xinerama", "xi", "xxf86vm"), map[string][]string{
		"apt":    {"libx11-dev", "libxcursor-dev", "libxrandr-dev", "libxinerama-dev", "libxi-dev", "libxxf86vm-dev"},
		"dnf":    {"libX11-devel", "libXcursor-devel", "libXrandr-devel", "libXinerama-devel", "libXi-devel", "libXxf86vm-devel"},
		"pacman": {"libx11", "libxcursor", "libxrandr", "libxinerama", "libxi", "libxxf86vm"}}},
	{"OpenGL without a graphics card", forBuild, softwareGL, map[string][]string{
		"apt": {"libgl1-mesa-dri"}, "dnf": {"mesa-dri-drivers"}, "pacman": {"mesa"}}},

	{"Xvfb, a display without a screen", forTest, command("Xvfb"), map[string][]string{
		"apt": {"xvfb"}, "dnf": {"xorg-x11-server-Xvfb"}, "pacman": {"xorg-server-xvfb"}}},
	{"openbox, its window manager", forTest, command("openbox"), map[string][]string{
		"apt": {"openbox"}, "dnf": {"openbox"}, "pacman": {"openbox"}}},
	{"xdotool, which types and clicks", forTest, command("xdotool"), map[string][]string{
		"apt": {"xdotool"}, "dnf": {"xdotool"}, "pacman": {"xdotool"}}},
	{"xwininfo and xprop, which ask windows", forTest, allOf(command("xwininfo"), command("xprop")), map[string][]string{
		"apt": {"x11-utils"}, "dnf": {"xwininfo", "xprop"}, "pacman": {"xorg-xwininfo", "xorg-xprop"}}},
	{"ImageMagick, for screenshots", forTest, anyOf(command("import"), command("magick")), map[string][]string{
		"apt": {"imagemagick"}, "dnf": {"ImageMagick"}, "pacman": {"imagemagick"}, "brew": {"imagemagick"}, "msys2": {"mingw-w64-ucrt-x86_64-imagemagick"}}},
	{"Poppler, which reads the PDFs back", forTest, allOf(command("pdftotext"), command("pdffonts"), command("pdftoppm"), command("pdfinfo"), command("pdfdetach")), map[string][]string{
		"apt": {"poppler-utils"}, "dnf": {"poppler-utils"}, "pacman": {"poppler"}, "brew": {"poppler"}, "msys2": {"mingw-w64-ucrt-x86_64-poppler"}}},
	{"qpdf, which checks their structure", forTest, command("qpdf"), map[string][]string{
		"apt": {"qpdf"}, "dnf": {"qpdf"}, "pacman": {"qpdf"}, "brew": {"qpdf"}, "msys2": {"mingw-w64-ucrt-x86_64-qpdf"}}},
	{"MuPDF's tools, a second reader of the PDFs", forTest, command("mutool"), map[string][]string{
		"apt": {"mupdf-tools"}, "dnf": {"mupdf"}, "pacman": {"mupdf-tools"}, "brew": {"mupdf-tools"}, "msys2": {"mingw-w64-ucrt-x86_64-mupdf-tools"}}},
	{"fcitx5 with pinyin, the input method that Chinese is typed with", forTest, allOf(command("fcitx5"), pinyin), map[string][]string{
		"apt": {"fcitx5", "fcitx5-chinese-addons"}, "dnf": {"fcitx5", "fcitx5-chinese-addons"}, "pacman": {"fcitx5", "fcitx5-chinese-addons"}}},
	{"a message bus for it", forTest, command("dbus-daemon"), map[string][]string{
		"apt": {"dbus-daemon"}, "dnf": {"dbus-daemon"}, "pacman": {"dbus"}}},
	{"the sources of a Chinese locale", forTest, allOf(command("localedef"), chineseLocale), map[string][]string{
		"apt": {"locales"}, "dnf": {"glibc-locale-source"}, "pacman": {"glibc"}}},
	{"strace, which sees that no network is used", forTest, command("strace"), map[string][]string{
		"apt": {"strace"}, "dnf": {"strace"}, "pacman": {"strace"}}},
	{"the sqlite3 shell, which edits files behind the program's back", forTest, command("sqlite3"), map[string][]string{
		"apt": {"sqlite3"}, "dnf": {"sqlite"}, "pacman": {"sqlite"}, "brew": {"sqlite"}, "msys2": {"mingw-w64-ucrt-x86_64-sqlite3"}}},
	{"LibreOffice Calc, which recalculates the workbooks", forTest, calc, map[string][]string{
		"apt": {"libreoffice-calc"}, "dnf": {"libreoffice-calc"}, "pacman": {"libreoffice-fresh"}, "cask": {"libreoffice"}, "winget": {"TheDocumentFoundation.LibreOffice"}}},
	{"validators of menu entries and metainfo", forTest, allOf(command("desktop-file-validate"), command("appstreamcli")), map[string][]string{
		"apt": {"desktop-file-utils", "appstream"}, "dnf": {"desktop-file-utils", "appstream"}, "pacman": {"desktop-file-utils", "appstream"}}},
	{"Wine, which runs the program for Windows", forTest, allOf(command("wine"), command("wineserver")), map[string][]string{
		"apt": {"wine", "wine64"}, "dnf": {"wine"}, "pacman": {"wine"}}},

	{"dpkg-deb, which builds Debian packages", forPackage, command("dpkg-deb"), map[string][]string{
		"apt": {"dpkg"}, "dnf": {"dpkg"}, "pacman": {"dpkg"}}},
	{"xz", forPackage, command("xz"), map[string][]string{
		"apt": {"xz-utils"}, "dnf": {"xz"}, "pacman": {"xz"}}},
	{"compiler of C for Windows, on other systems", forPackage, command(mingw), map[string][]string{
		"apt": {"gcc-mingw-w64-x86-64"}, "dnf": {"mingw64-gcc"}, "pacman": {"mingw-w64-gcc"}}},
	{"NSIS, which builds installers for Windows", forPackage, command("makensis"), map[string][]string{
		"apt": {"nsis"}, "dnf": {"mingw32-nsis"}, "pacman": {"nsis"}, "msys2": {"mingw-w64-ucrt-x86_64-nsis"}}},
	{"debootstrap, which makes a clean Debian", forCheck, command("debootstrap"), map[string][]string{
		"apt": {"debootstrap"}, "dnf": {"debootstrap"}, "pacman": {"debootstrap"}}},
}

// appleTools are the compiler's true places: /usr/bin/clang is always there and
// may only ask to install it.
var appleTools = anyOf(
	file("/Library/Developer/CommandLineTools/usr/bin/clang"),
	file("/Applications/Xcode.app/Contents/Developer"))

// softwareGL is Mesa's software renderer, in the places of the families and
// under the names of Mesa before and since 24.2.
var softwareGL = anyOf(
	file("/usr/lib*/dri/swrast_dri.so"),
	file("/usr/lib/*/dri/swrast_dri.so"),
	file("/usr/lib*/libgallium-*.so"),
	file("/usr/lib/*/libgallium-*.so"))

// pinyin is fcitx5's input of Chinese by sound.
var pinyin = anyOf(
	file("/usr/lib*/fcitx5/libpinyin.so"),
	file("/usr/lib/*/fcitx5/libpinyin.so"))

// chineseLocale is what localedef makes zh_CN.UTF-8 from.
var chineseLocale = anyOf(
	file("/usr/share/i18n/locales/zh_CN"),
	file("/usr/share/i18n/locales/zh_CN.gz"))

// calc is LibreOffice with its spreadsheet, which is a package of its own on
// some systems.
var calc = allOf(command("soffice"), anyOf(
	file("/usr/lib*/libreoffice/program/libsclo.so"),
	file("/opt/libreoffice*/program/libsclo.so"),
	file("/Applications/LibreOffice.app"),
	file(`C:\Program Files\LibreOffice\program\scalc.exe`)))
