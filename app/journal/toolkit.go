package journal

import (
	"io"
	"log/slog"
	"regexp"
	"strings"
)

// Toolkit is where the standard logger writes to, and with it the toolkit. Its
// messages may name files, so only two kinds of lines are taken: the place in its
// source where it complained, and the reason for which GLFW has no window.
func (j *Journal) Toolkit() io.Writer { return toolkit{j} }

type toolkit struct{ *Journal }

// told are the lines that are taken, with the key that they get. The first group is
// kept.
var told = []struct {
	key  string
	line *regexp.Regexp
}{
	{"at", regexp.MustCompile(`At: .*?([a-z0-9_]+/[a-z0-9_]+\.go:[0-9]+)$`)},
	{"cause", regexp.MustCompile(`((?:NotInitialized|NoCurrentContext|APIUnavailable|VersionUnavailable|PlatformError|FormatUnavailable): (?:X11|GLX|EGL|WGL|NSGL|Wayland): [A-Za-z0-9 .,_-]+)`)},
}

func (t toolkit) Write(p []byte) (int, error) {
	for line := range strings.Lines(string(p)) {
		for _, k := range told {
			if found := k.line.FindStringSubmatch(strings.TrimSpace(line)); found != nil {
				t.Note(Toolkit, fact(k.key, slog.StringValue(found[1])))
			}
		}
	}
	return len(p), nil
}
