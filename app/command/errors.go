package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"h200filing/app/batch"
	"h200filing/app/journal"
	"h200filing/app/session"
	"h200filing/export/evidence"
	"h200filing/export/verify"
	"h200filing/forms"
	"h200filing/forms/file"
	"h200filing/i18n"
)

// usageError is a command line that cannot be carried out.
type usageError struct {
	err  error
	text string // in words, where there are any
}

func (e *usageError) Error() string {
	if e.text != "" {
		return e.text
	}
	return e.err.Error()
}

// packError is a form pack that cannot be used.
type packError struct{ err error }

func (e *packError) Error() string { return e.err.Error() }
func (e *packError) Unwrap() error { return e.err }

// noFileError is a path that is no file to read, for the reason that key names.
type noFileError struct{ key, path string }

func (e *noFileError) Error() string { return e.path + ": " + e.key }

// verdict is an outcome that is no failure of the program: not ready, refused.
// Its text has been printed or is its message.
type verdict struct{ text string }

func (v *verdict) Error() string { return v.text }

// report writes an error in one line for each thing to mend and returns the exit
// code.
func report(w io.Writer, words *i18n.Words, err error) int {
	if err == nil {
		return Done
	}
	code, lines := explain(words, err)
	for _, line := range lines {
		if line != "" {
			fmt.Fprintln(w, line)
		}
	}
	return code
}

func explain(words *i18n.Words, err error) (code int, lines []string) {
	var v *verdict
	var usage *usageError
	var pack *packError
	var line *forms.LineError
	var slip *journal.Fault
	var workbook *session.WorkbookError
	var locked *lockedError
	var noFile *noFileError
	switch {
	case errors.As(err, &locked):
		return Unreadable, []string{words.Text("error.locked."+locked.kind(), "path", locked.path)}
	case errors.As(err, &workbook):
		return Unreadable, []string{words.Text("import.error."+workbook.Kind(), "path", workbook.Path)}
	case errors.As(err, &slip) && slip.Path != "":
		return NotReady, []string{words.Text("error.fault", "error", oneLine(slip.What), "path", slip.Path)}
	case errors.As(err, &v):
		return NotReady, []string{v.text}
	case errors.As(err, &usage):
		return Usage, []string{words.Text("error.usage", "error", oneLine(usage.Error()))}
	case errors.As(err, &pack):
		return NotReady, packErrors(words, joined(pack.err))
	case errors.As(err, &noFile):
		return Unreadable, []string{words.Text("error."+noFile.key, "error", noFile.path)}
	case errors.As(err, &line):
		return Usage, lineErrors(words, err)
	}
	var unverified *verify.Error
	if errors.As(err, &unverified) {
		return Unreadable, []string{words.Text("error.verify."+string(unverified.Kind), "part", unverified.Part)}
	}
	var broken *file.Error
	if errors.As(err, &broken) {
		return fileCodes[broken.Kind], []string{fileError(words, broken)}
	}
	var at *fs.PathError
	if errors.As(err, &at) && errors.Is(err, fs.ErrNotExist) && noFolder(at.Path) {
		return Usage, []string{words.Text("error.no_folder", "error", filepath.Dir(at.Path))}
	}
	for _, f := range otherErrors {
		if errors.Is(err, f.err) {
			return f.code, []string{words.Text("error."+f.key, "error", subject(err, f.err))}
		}
	}
	return NotReady, []string{words.Text("error.other", "error", oneLine(err.Error()))}
}

// noFolder reports whether the folder of a file is missing.
func noFolder(path string) bool {
	_, err := os.Stat(filepath.Dir(path))
	return errors.Is(err, fs.ErrNotExist)
}

// packErrors says every fault of a form pack in words, with its place.
func packErrors(words *i18n.Words, faults []error) []string {
	var lines []string
	for _, e := range faults {
		var at *fs.PathError
		var fault *forms.PackError
		var line *forms.LineError
		switch {
		case errors.As(e, &at) && errors.Is(e, fs.ErrNotExist):
			lines = append(lines, words.Text("error.not_found", "error", at.Path))
		case errors.As(e, &fault):
			lines = append(lines, fault.Place()+": "+packFault(words, fault))
		case errors.As(e, &line):
			lines = append(lines, lineError(words, line))
		default:
			lines = append(lines, oneLine(e.Error()))
		}
	}
	return lines
}

// packFault is the sentence of a fault: {a}, {b} and {c} are what it is about,
// {error} is what the reader of YAML or of expressions says.
func packFault(words *i18n.Words, fault *forms.PackError) string {
	var values []string
	for i, arg := range fault.Args {
		values = append(values, string(rune('a'+i)), arg)
	}
	if fault.Err != nil {
		values = append(values, "error", oneLine(fault.Err.Error()))
	}
	return words.Text("lint."+string(fault.Kind), values...)
}

// fileError says what is wrong with an application file; who holds it, where it
// is held.
func fileError(words *i18n.Words, broken *file.Error) string {
	var by file.Holder
	if broken.Kind == file.Held && errors.As(broken, &by) && by != (file.Holder{}) {
		return words.Text("error.file.held_by", "path", broken.Path, "user", by.User, "host", by.Host,
			"since", by.Since.Local().Format(time.DateTime))
	}
	return words.Text("error.file."+string(broken.Kind), "path", broken.Path)
}

// fileCodes maps what can be wrong with an application file to the exit code.
var fileCodes = map[file.Kind]int{
	file.NotFound: Unreadable, file.Unreadable: Unreadable, file.NotSQLite: Unreadable, file.Foreign: Unreadable,
	file.Newer: Unreadable, file.Damaged: Unreadable, file.NeedsPassword: Unreadable, file.WrongPassword: Unreadable,
	file.Exists: Usage, file.TooLarge: Usage, file.NoName: Usage, file.Taken: Usage, file.HasPassword: Usage,
	file.ReadOnly: NotReady, file.Busy: NotReady, file.Full: NotReady, file.Moved: NotReady, file.Missing: NotReady, file.Closed: NotReady,
	file.Held: NotReady, file.NoStep: NotReady,
}

// otherErrors maps further errors to their words and exit code.
var otherErrors = []struct {
	err  error
	key  string
	code int
}{
	{session.ErrOutside, "attachment.outside", Usage},
	{evidence.ErrTooLarge, "attachment.too_large", Usage},
	{evidence.ErrEmpty, "attachment.empty", Usage},
	{evidence.ErrKind, "attachment.kind", Usage},
	{session.ErrNotRegular, "not_regular", Usage},
	{session.ErrInUse, "in_use", NotReady},
	{session.ErrOtherForm, "other_form", Unreadable},
	{ErrNoDisplay, "no_display", NotReady},
	{ErrNoGraphics, noGraphics(), NotReady},
	{syscall.ENOSPC, "full", NotReady},
	{syscall.EISDIR, "is_folder", Usage},
	{syscall.ENOTDIR, "no_folder", Usage},
	{batch.ErrNone, "batch.none", Usage},
	{fs.ErrNotExist, "not_found", Usage},
	{fs.ErrPermission, "permission", NotReady},
}

// lineErrors writes every fault of an answers file with its line.
func lineErrors(words *i18n.Words, err error) []string {
	var lines []string
	for _, e := range flatten(err) {
		var line *forms.LineError
		if errors.As(e, &line) {
			lines = append(lines, lineError(words, line))
			continue
		}
		lines = append(lines, words.Text("error.usage", "error", oneLine(e.Error())))
	}
	return lines
}

// joined lists the errors that errors.Join has joined.
func joined(err error) []error {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		return many.Unwrap()
	}
	return []error{err}
}

func lineError(words *i18n.Words, line *forms.LineError) string {
	return words.Text("answers."+string(line.Kind), "file", line.File, "line", strconv.Itoa(line.Line), "key", line.Key)
}

// flatten lists the errors that errors.Join has joined, also under a wrapper.
func flatten(err error) []error {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var out []error
		for _, e := range many.Unwrap() {
			out = append(out, flatten(e)...)
		}
		return out
	}
	var line *forms.LineError
	if inner := errors.Unwrap(err); inner != nil && !errors.As(err, &line) {
		return flatten(inner)
	}
	return []error{err}
}

// subject is what an error of a known kind is about: the file, where it names one.
func subject(err, kind error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Path
	}
	return strings.TrimSuffix(oneLine(err.Error()), ": "+oneLine(kind.Error()))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
