package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"h200filing/assets/fonts"
	"h200filing/export/pdf"
)

// racer is a program that makes a PDF of the text.
type racer struct {
	name string
	args []string // the command
	out  string   // the file that it makes
}

// line prepares the input of all racers that are on the machine and names those
// that are not.
func line(program, folder string) (racers []racer, absent []string, err error) {
	at := func(name string) string { return filepath.Join(folder, name) }
	blocks := corpus()
	finished, err := pdf.Render(asDocument(blocks))
	if err != nil {
		return nil, nil, err
	}
	faceFolder := at("fonts")
	if err := os.Mkdir(faceFolder, 0o700); err != nil {
		return nil, nil, err
	}
	errs := []error{spill(finished, folder), writeFaces(faceFolder)}
	for name, content := range map[string]string{
		"text.typ": asTypst(blocks), "text.fodt": asOpenDocument(blocks), "text.py": asReportlab(blocks, faceFolder, at("reportlab.pdf")),
	} {
		errs = append(errs, os.WriteFile(at(name), []byte(content), 0o600))
	}
	racers = []racer{
		{"ours", []string{program, "-child", "ours", at("ours.pdf")}, at("ours.pdf")},
		{"ideal", []string{program, "-child", "ideal", folder, at("ideal.pdf")}, at("ideal.pdf")},
	}
	for _, r := range []struct {
		racer
		path string
	}{
		{racer{"Typst", []string{"compile", "--font-path", faceFolder, at("text.typ"), at("typst.pdf")}, at("typst.pdf")}, find(os.Getenv("TYPST"), "typst")},
		{racer{"reportlab", []string{at("text.py")}, at("reportlab.pdf")}, python()},
		{racer{"LibreOffice", []string{"-env:UserInstallation=file://" + filepath.ToSlash(at("profile")), "--headless", "--convert-to", "pdf", "--outdir", folder, at("text.fodt")}, at("text.pdf")}, find("", "soffice", "libreoffice")},
	} {
		if r.path == "" {
			absent = append(absent, r.name)
			continue
		}
		r.args = append([]string{r.path}, r.args...)
		racers = append(racers, r.racer)
	}
	return racers, absent, errors.Join(errs...)
}

// find is the first of programs that is there, or "".
func find(named string, others ...string) string {
	for _, name := range append([]string{named}, others...) {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	return ""
}

// python is a Python that knows reportlab, or "".
func python() string {
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(name, "-c", "import reportlab").Run() == nil {
			return name
		}
	}
	return ""
}

// writeFaces puts the print faces where the rivals read them.
func writeFaces(folder string) error {
	for _, f := range fonts.Faces() {
		if strings.HasSuffix(f.File, ".ttf") {
			if err := os.WriteFile(filepath.Join(folder, f.File), f.Bytes, 0o600); err != nil {
				return err
			}
		}
	}
	return nil
}
