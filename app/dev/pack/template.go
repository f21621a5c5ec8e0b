package pack

import (
	"bytes"
	"encoding/xml"
	"io/fs"
	"maps"
	"strings"
	"text/template"
)

// Fill fills in a template of the folder "templates" of fsys. Beside the functions
// given, "xml" writes a text as it stands in XML.
func Fill(fsys fs.FS, functions template.FuncMap, name string, about any) ([]byte, error) {
	all := template.FuncMap{"xml": escapeXML}
	maps.Copy(all, functions)
	templates, err := template.New("").Funcs(all).ParseFS(fsys, "templates/*")
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := templates.ExecuteTemplate(&out, name, about); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func escapeXML(text string) (string, error) {
	var b strings.Builder
	err := xml.EscapeText(&b, []byte(text))
	return b.String(), err
}
