// Package command is the command line of the program. It parses arguments, does
// the work through a session and the exports, and says in one plain line what
// went wrong.
//
// Floor 3 of the house; it imports no Fyne, so it runs and is tested without a
// display. The window is opened through Env.Window.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"time"

	"github.com/alecthomas/kong"

	"h200filing/app/journal"
	"h200filing/app/session"
	"h200filing/forms/file"
	"h200filing/i18n"
)

// The exit codes.
const (
	Done       = 0
	NotReady   = 1 // check: not ready; export: refused; a form pack with faults; a failed write
	Usage      = 2
	Unreadable = 3 // the application file, or a workbook to import, cannot be read
)

// Env is the world that a command runs in.
type Env struct {
	Out, Err io.Writer
	Now      func() time.Time
	User     string
	Password string // of encrypted files
	// ExportPassword is that of outputs which are, or are to be, protected.
	ExportPassword string
	Lang           i18n.Lang
	Version        string
	// Window opens the window on a file ("" is the start page) or, with
	// practice, on a new practice application, in a language ("" is the one used
	// last); it returns when it is closed.
	Window func(file string, practice bool, lang i18n.Lang) error
}

// grammar is the command line. Help texts are words, filled in by kong.
type grammar struct {
	Lang    i18n.Lang        `help:"${help_lang}" enum:"zh-Hans,zh-Hant,en" default:"${lang}"`
	Version kong.VersionFlag `help:"${help_version}"`

	Open   openCommand   `cmd:"" default:"withargs" help:"${help_open}"`
	New    newCommand    `cmd:"" help:"${help_new}"`
	Set    setCommand    `cmd:"" help:"${help_set}"`
	Get    getCommand    `cmd:"" help:"${help_get}"`
	Check  checkCommand  `cmd:"" help:"${help_check}"`
	Export exportCommand `cmd:"" help:"${help_export}"`
	Import importCommand `cmd:"" help:"${help_import}"`
	Verify verifyCommand `cmd:"" help:"${help_verify}"`
	Diff   diffCommand   `cmd:"" help:"${help_diff}"`
	Log    logCommand    `cmd:"" help:"${help_log}"`
	Batch  batchCommand  `cmd:"" help:"${help_batch}"`
	Form   struct {
		Lint  lintCommand  `cmd:"" help:"${help_lint}"`
		Print printCommand `cmd:"" help:"${help_print}"`
	} `cmd:"" help:"${help_form}"`
}

// helpKeys are the words that the grammar names.
var helpKeys = []string{"lang", "version", "open", "new", "set", "get", "check", "export", "import", "form", "lint", "print",
	"file", "answers", "practice", "assignments", "path", "json", "pdf", "xlsx", "pack", "draft", "protect", "form_dir", "out",
	"workbook", "apply", "overwrite", "only",
	"verify", "verify_files", "diff", "old", "new_file", "log", "batch", "batch_dir", "batch_out", "jobs"}

// exit stops kong after it has printed help or the version.
type exit int

// Run carries out a command line (without the program's name) and returns the
// exit code.
func Run(args []string, env Env) (code int) {
	words := i18n.For(env.Lang)
	defer func() {
		switch p := recover().(type) {
		case nil:
		case exit:
			code = int(p)
		default: // a fault of the program is told, never taken for success
			code = report(env.Err, words, (journal.Recorder{Version: env.Version, Now: env.Now}).Record(p, debug.Stack()))
		}
	}()
	out := &watched{Writer: env.Out}
	env.Out = out
	var g grammar
	parser, err := kong.New(&g, kong.Name("h200filing"), kong.Description(words.Text("help.program")),
		kong.Vars(helpVars(words, env)), kong.Writers(env.Out, env.Err), kong.Exit(func(code int) { panic(exit(code)) }))
	if err != nil {
		return report(env.Err, words, err)
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		words = i18n.For(langAsked(args, env.Lang))
		return report(env.Err, words, misused(words, args, err))
	}
	run := &run{Env: env, words: i18n.For(g.Lang)}
	run.Lang = g.Lang
	if slices.ContainsFunc(parsed.Path, func(p *kong.Path) bool { return p.Flag != nil && p.Flag.Name == "lang" }) {
		run.asked = g.Lang
	}
	err = parsed.Run(run)
	if err == nil {
		err = out.err
	}
	return report(env.Err, run.words, err)
}

func helpVars(words *i18n.Words, env Env) map[string]string {
	vars := map[string]string{"version": env.Version, "lang": string(words.Lang)}
	for _, key := range helpKeys {
		vars["help_"+key] = words.Text("help." + key)
	}
	return vars
}

// run is what a command works with.
type run struct {
	Env
	words *i18n.Words
	asked i18n.Lang // that the command line asks for; "" where it asks for none
}

// setting loads form pack and catalogue.
func (r *run) setting(formDir string) (*session.Setting, error) {
	s, err := session.NewSetting(formDir, r.Now, r.User)
	if err != nil {
		return nil, &packError{err: err}
	}
	s.Password = r.Password
	return s, nil
}

// open opens an application with the built-in form pack, to change it.
func (r *run) open(path string) (*session.Session, error) {
	setting, err := r.setting("")
	if err != nil {
		return nil, err
	}
	s, err := setting.Open(path)
	if err != nil {
		return nil, orFolder(path, err)
	}
	if _, held := s.Holder(); held {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if err := s.Await(ctx); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	return s, nil
}

// patience is how long a command waits for a file that another one has.
const patience = 2 * time.Second

// look opens an application with the built-in form pack, to read it only.
func (r *run) look(path string) (*session.Session, error) {
	setting, err := r.setting("")
	if err != nil {
		return nil, err
	}
	s, err := setting.OpenReadOnly(path)
	return s, orFolder(path, err)
}

// orFolder tells of a folder that was named in place of an application file.
func orFolder(path string, err error) error {
	if info, statErr := os.Stat(path); err != nil && statErr == nil && info.IsDir() {
		return &noFileError{key: "is_folder", path: path}
	}
	return err
}

// openCommand opens the window.
type openCommand struct {
	File     string `arg:"" optional:"" help:"${help_file}"`
	Practice bool   `help:"${help_practice}"`
}

// ErrNoDisplay tells that there is nothing to show a window on.
var ErrNoDisplay = errors.New("no display")

// ErrNoGraphics tells that there is a display, but that the system cannot draw on it.
var ErrNoGraphics = errors.New("no graphics")

// noGraphics is the key of what helps then, on this system.
func noGraphics() string {
	switch runtime.GOOS {
	case "windows", "darwin":
		return "no_graphics." + runtime.GOOS
	}
	return "no_graphics.unix"
}

// NoGraphics says that the window cannot be shown, and what helps.
func NoGraphics(words *i18n.Words) string { return words.Text("error." + noGraphics()) }

// Run looks at the file first. One that cannot be opened is told in the window
// too, for those who opened it by a double click; without a display it is told
// here. The window asks for a password itself.
func (c *openCommand) Run(r *run) error {
	if c.File == "" {
		return r.Window("", c.Practice, r.asked)
	}
	path := location(c.File)
	err := orFolder(path, session.Readable(path, r.Password))
	if errors.Is(err, file.NeedsPassword) || errors.Is(err, file.WrongPassword) {
		err = nil
	}
	shown := r.Window(path, c.Practice, r.asked)
	if err != nil {
		return err
	}
	return shown
}

// closing closes a session and joins its error to the command's.
func closing(s *session.Session, err *error) { *err = errors.Join(*err, s.Close()) }

func (r *run) say(format string, args ...any) { fmt.Fprintf(r.Out, format, args...) }
