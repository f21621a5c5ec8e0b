package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"path/filepath"
	"text/template"

	"go.yaml.in/yaml/v3"

	"h200filing/forms"
)

//go:embed documents.yaml
var documents []byte

// document is one paper.
type document struct {
	File   string    // its name; .pdf or .png
	Title  string    // large, above the text of the first page
	Number string    // of the letter, under the title; may be empty
	Pages  [][]block // at least one
}

// block is a paragraph, a table or the lines of a signature.
type block struct {
	Text string     `yaml:"text"`
	Rows [][]string `yaml:"rows"` // of equal length, the first is the head
	Sign []string   `yaml:"sign"`
}

// readDocuments reads the papers and fills in the answers they name. An answer
// that is not there is an error.
func readDocuments(answers *forms.Answers) ([]document, error) {
	tmpl, err := template.New("documents.yaml").Funcs(template.FuncMap{
		"answer": func(path string) (string, error) { return answerAt(answers, path) },
	}).Parse(string(documents))
	if err != nil {
		return nil, err
	}
	var filled bytes.Buffer
	if err := tmpl.Execute(&filled, nil); err != nil {
		return nil, err
	}
	decoder := yaml.NewDecoder(&filled)
	decoder.KnownFields(true)
	var out []document
	if err := decoder.Decode(&out); err != nil {
		return nil, fmt.Errorf("documents.yaml: %w", err)
	}
	return out, nil
}

// answerAt finds an answer by its public path, "suppliers[0].lead_time_days".
func answerAt(answers *forms.Answers, public string) (string, error) {
	path, err := answers.Resolve(public)
	if err != nil {
		return "", err
	}
	text := answers.Get(path)
	if text == "" {
		return "", fmt.Errorf("%s is not answered", public)
	}
	return text, nil
}

// draw lays the paper out, on the kind of canvas that its name asks for.
func (d document) draw() ([]byte, error) {
	var c canvas
	var err error
	switch kind := filepath.Ext(d.File); kind {
	case ".pdf":
		c, err = newPDF(d.Title, d.characters())
	case ".png":
		c, err = newPicture()
	default:
		err = fmt.Errorf("no canvas for %q", kind)
	}
	if err != nil {
		return nil, err
	}
	d.layOut(c)
	return c.finish()
}

// characters lists all that the paper shows, repeats included.
func (d document) characters() []rune {
	text := watermark + footer + d.Title + d.Number
	for _, page := range d.Pages {
		for _, b := range page {
			text += b.Text
			for _, row := range append(b.Rows, b.Sign) {
				for _, cell := range row {
					text += cell
				}
			}
		}
	}
	return []rune(text + "0123456789 /")
}
