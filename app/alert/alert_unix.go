//go:build unix

package alert

import "os/exec"

// boxes are the programs that show a message, each with its arguments, in the order
// in which they are tried: macOS, GNOME and its kin, KDE, the X Window System.
var boxes = []struct {
	program string
	args    func(title, text string) []string
}{
	{"osascript", func(title, text string) []string {
		return []string{"-e", "on run argv", "-e", "display alert (item 1 of argv) message (item 2 of argv)", "-e", "end run", title, text}
	}},
	{"zenity", func(title, text string) []string {
		return []string{"--error", "--no-markup", "--width=480", "--title=" + title, "--text=" + text}
	}},
	{"kdialog", func(title, text string) []string { return []string{"--title", title, "--error", text} }},
	{"xmessage", func(title, text string) []string { return []string{"-center", "-title", title, text} }},
}

// show leaves the box to itself: it outlives this process.
func show(title, text string) bool {
	for _, b := range boxes {
		path, err := exec.LookPath(b.program)
		if err != nil {
			continue
		}
		if exec.Command(path, b.args(title, text)...).Start() == nil {
			return true
		}
	}
	return false
}
