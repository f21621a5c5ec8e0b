package command

import (
	"bytes"
	"errors"
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
			return naming(err, []string{path})
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
		return naming(err, c.Files)
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

// naming puts the names of the files into an error that names no part.
func naming(err error, files []string) error {
	var e *verify.Error
	if errors.As(err, &e) && e.Part == "" {
		return &verify.Error{Kind: e.Kind, Part: strings.Join(files, ", "), Err: e.Err}
	}
	return err
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
