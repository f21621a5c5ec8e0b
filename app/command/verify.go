package command

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"h200filing/app/session"
	"h200filing/export/verify"
)

// verifyCommand reads the files of a filing back and names every difference.
type verifyCommand struct {
	Files []string `arg:"" help:"${help_verify_files}"`
	JSON  bool     `help:"${help_json}"`
}

func (c *verifyCommand) Run(r *run) error {
	if len(c.Files) > 2 {
		return &usageError{text: r.words.Text("verify.arguments")}
	}
	setting, err := r.setting("")
	if err != nil {
		return err
	}
	var files [][]byte
	for _, path := range c.Files {
		content, err := session.ReadExported(path)
		if err != nil {
			return unread(path, naming(err, path))
		}
		if content, err = r.unlocked(path, content); err != nil {
			return err
		}
		files = append(files, content)
	}
	if len(files) == 2 && !slices.ContainsFunc(files, isPDF) {
		return &verify.Error{Kind: verify.NotPDF, Part: strings.Join(c.Files, ", ")}
	}
	result, err := setting.Verify(files, r.Lang)
	if err != nil {
		return naming(err, c.faulty(files, err))
	}
	if c.JSON {
		err = writeJSON(r.Out, result)
	} else {
		r.printVerified(result)
	}
	if err == nil && !result.Same {
		return &verdict{}
	}
	return err
}

func isPDF(content []byte) bool { return bytes.HasPrefix(content, []byte("%PDF-")) }

// naming puts the name of a file into an error that names no part.
func naming(err error, name string) error {
	var e *verify.Error
	if errors.As(err, &e) && e.Part == "" {
		return &verify.Error{Kind: e.Kind, Part: name, Err: e.Err}
	}
	return err
}

// faulty names the file that an error is about, both where it is about how they go
// together.
func (c *verifyCommand) faulty(files [][]byte, err error) string {
	if len(files) == 2 {
		pdf := 0
		if isPDF(files[1]) {
			pdf = 1
		}
		switch {
		case errors.Is(err, verify.NotPDF):
			return c.Files[pdf]
		case errors.Is(err, verify.NotWorkbook):
			return c.Files[1-pdf]
		}
	}
	return strings.Join(c.Files, ", ")
}

// unread tells of a file to be read that is not there, a folder, or closed to the
// user; other errors stay.
func unread(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &noFileError{key: "not_found", path: path}
	case errors.Is(err, fs.ErrPermission):
		return &noFileError{key: "permission", path: path}
	}
	return orFolder(path, err)
}

func (r *run) printVerified(result *verify.Result) {
	if result.Same {
		r.say("%s\n", r.words.Text("verify.same"))
		return
	}
	r.say("%s\n", r.words.Text("verify.differs", "n", itoa(len(result.Differences))))
	for _, d := range result.Differences {
		r.say("  %s\n", r.words.Text(d.Words(), "place", d.Place, "label", d.Label, "field", inBrackets(d.Field),
			"expected", oneLine(d.Expected), "found", oneLine(d.Found)))
	}
}

// inBrackets sets the path of a question behind its label.
func inBrackets(field string) string {
	if field == "" {
		return ""
	}
	return " (" + field + ")"
}
