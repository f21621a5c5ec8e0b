// Command practice makes the evidence of the built-in practice application:
// small PDFs and a picture that look like the papers an applicant attaches, and
// say on every page that they are for practice.
//
//	go run ./app/dev/practice [FOLDER]
//
// What the papers say stands in documents.yaml. Their figures are those of the
// application's own answers, so paper and form cannot disagree. Same answers and
// same documents give the same bytes.
//
// It stands beside the program, not in it, and may import the floors below app.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	assets "h200filing/assets/forms"
	"h200filing/assets/practice"
	"h200filing/forms"
)

// folder holds the evidence, from the root of the repository.
const folder = "assets/practice/evidence"

func main() {
	out := filepath.FromSlash(folder)
	if len(os.Args) > 1 {
		out = os.Args[1]
	}
	if err := run(out); err != nil {
		fmt.Fprintln(os.Stderr, "practice:", err)
		os.Exit(1)
	}
}

// run writes every paper into a folder.
func run(out string) error {
	papers, err := makePapers()
	if err != nil {
		return err
	}
	for name, content := range papers {
		if err := os.WriteFile(filepath.Join(out, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// makePapers draws every paper, by file name.
func makePapers() (map[string][]byte, error) {
	answers, err := practiceAnswers()
	if err != nil {
		return nil, err
	}
	documents, err := readDocuments(answers)
	if err != nil {
		return nil, err
	}
	papers := map[string][]byte{}
	for _, d := range documents {
		if papers[d.File], err = d.draw(); err != nil {
			return nil, fmt.Errorf("%s: %w", d.File, err)
		}
	}
	return papers, nil
}

// practiceAnswers reads the practice application.
func practiceAnswers() (*forms.Answers, error) {
	pack, err := assets.Pack(assets.Current)
	if err != nil {
		return nil, err
	}
	form, err := forms.LoadForm(pack)
	if err != nil {
		return nil, err
	}
	return forms.ReadAnswers(form, practice.Name, practice.Answers)
}
