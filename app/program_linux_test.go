package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"h200filing/app/internal/stage"
	"h200filing/assets/practice"
)

// program is the program on a desktop of its own.
type program struct {
	*stage.Stage
	t   *testing.T
	bin string
}

// newProgram opens a desktop for the program.
func newProgram(t *testing.T) *program {
	t.Helper()
	return &program{Stage: stage.Open(t), t: t, bin: binary(t)}
}

// binary is the program that H200FILING_BIN names, or one that is built.
func binary(t *testing.T) string {
	t.Helper()
	if named := os.Getenv("H200FILING_BIN"); named != "" {
		return named
	}
	made := filepath.Join(t.TempDir(), "h200filing")
	build := exec.CommandContext(t.Context(), "go", "build", "-tags=migrated_fynedo,no_emoji,no_metadata", "-buildvcs=false", "-o", made, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("building the program: %v\n%s", err, out)
	}
	return made
}

// shown is the program while it shows its window.
type shown struct {
	*program
	id   string
	done <-chan error
}

// open starts the window and waits until a title that fits a pattern has the
// keyboard and something is drawn: no key comes too early.
func (p *program) open(title string, args ...string) *shown {
	p.t.Helper()
	return p.show(title, p.Command(p.t.Context(), p.bin, args...))
}

// show is open for a command that starts the program.
func (p *program) show(title string, c *exec.Cmd) *shown {
	p.t.Helper()
	c.Stdout, c.Stderr = os.Stderr, os.Stderr
	if err := c.Start(); err != nil {
		p.t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	w := &shown{program: p, id: p.Window(title), done: done}
	w.Watch(w.id).Drawn()
	return w
}

// quit ends the program by its shortcut and holds it to a clean end.
func (w *shown) quit() {
	w.t.Helper()
	w.Press("ctrl+q")
	w.Until("the program ends", func() bool {
		select {
		case err := <-w.done:
			if err != nil {
				w.t.Errorf("the program ended with %v", err)
			}
			return true
		default:
			return false
		}
	})
}

// at waits until the title says that a page is shown.
func (w *shown) at(page string) {
	w.t.Helper()
	w.Until("the page "+page, func() bool { return strings.Contains(w.Title(w.id), page) })
}

// enter types an answer in the place of the one in the field that has the focus.
func (w *shown) enter(file, path, text string) {
	w.t.Helper()
	w.Press("ctrl+a")
	w.Run("xdotool", "type", "--delay", "30", text)
	w.Until(path+" in the file", func() bool { return w.stored(file, path) == text })
}

// turn leaves a page by a shortcut and waits for the next.
func (w *shown) turn(key string) {
	w.t.Helper()
	before := w.Title(w.id)
	w.Press(key)
	w.Until("another page", func() bool { return w.Title(w.id) != before })
}

// stored is an answer as the file has it.
func (p *program) stored(file, path string) string {
	p.t.Helper()
	return p.Run(p.bin, "get", file, path)
}

// checked is what check says of a file.
type checked struct {
	Ready    bool
	Blockers []struct{ Rule, Field, Message string }
}

func (p *program) check(file string) checked {
	p.t.Helper()
	out, err := p.Try(p.bin, "check", file, "--json")
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) { // 1 is not ready
		p.t.Fatalf("check: %v: %s", err, out)
	}
	var c checked
	if err := json.Unmarshal([]byte(out), &c); err != nil {
		p.t.Fatalf("check: %v: %s", err, out)
	}
	return c
}

// practised makes the practice application as a file of the user's own, which lacks
// nothing.
func (p *program) practised(name string) string {
	p.t.Helper()
	dir := p.Folder("practice")
	if err := os.CopyFS(dir, practice.Files); err != nil {
		p.t.Fatal(err)
	}
	answers := filepath.Join(dir, practice.Name)
	if err := os.WriteFile(answers, practice.Answers, 0o600); err != nil {
		p.t.Fatal(err)
	}
	file := filepath.Join(p.Dir, name)
	p.Run(p.bin, "new", file, "--answers", answers)
	return file
}
