package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"h200filing/app/chooser"
	"h200filing/app/graphics"
	"h200filing/app/journal"
	"h200filing/forms/file"
)

// choose lets the user pick a file and calls chosen with its path. The system's own
// dialog asks where there is one.
func (w *Window) choose(extensions []string, dir string, chosen func(path string)) {
	ask := chooser.Ask{Title: w.words.Text("window.choose.title"), Dir: dir, Kinds: w.kinds(extensions)}
	w.natively(chooser.Chooser.Open, ask, chosen, func() { w.chooseHere(extensions, dir, chosen) })
}

// saveAs asks where a file shall go and calls chosen with its path, which has the
// extension. The system's own dialog asks where there is one.
func (w *Window) saveAs(to whereTo, chosen func(path string)) {
	ask := chooser.Ask{Title: to.title, Dir: w.preferences.folder(), Name: to.name + to.extension, Kinds: w.kinds([]string{to.extension})}
	w.natively(chooser.Chooser.Save, ask, func(path string) { w.saveAt(to, path, chosen) }, func() { w.askWhere(to, chosen) })
}

// saveAt takes what the system's dialog gave. The user has agreed to replace a file
// of the name that the dialog had, not of that name with the extension added.
func (w *Window) saveAt(to whereTo, path string, chosen func(path string)) {
	agreed := true
	if !strings.EqualFold(filepath.Ext(path), to.extension) {
		path += to.extension
		agreed = false
	}
	goOn := func() {
		w.preferences.SetString(folderKey, filepath.Dir(path))
		chosen(path)
	}
	_, err := os.Stat(path)
	switch here := err == nil; { // a place that cannot be looked at is told when it is written to
	case here && !to.replace:
		w.complain(file.Exists)
	case here && !agreed:
		w.ask("window.choose.replace_ask", filepath.Base(path), "window.choose.replace", goOn)
	default:
		goOn()
	}
}

// kinds is the one kind of files with these extensions, however they are written.
func (w *Window) kinds(extensions []string) []chooser.Kind {
	k := chooser.Kind{}
	for _, e := range extensions {
		if lower := strings.ToLower(e); !slices.Contains(k.Extensions, lower) {
			k.Extensions = append(k.Extensions, lower)
		}
	}
	k.Name = w.words.Text("window.choose.kind", "extensions", "*"+strings.Join(k.Extensions, " *"))
	return []chooser.Kind{k}
}

// natively asks by the system's file dialog, in the background, and calls otherwise
// where there is none. One dialog is open at a time; an answer that comes after
// another application was opened is dropped.
func (w *Window) natively(way func(chooser.Chooser, context.Context, chooser.Ask) (string, error), ask chooser.Ask,
	chosen func(path string), otherwise func()) {
	w.stopAsking()
	native, desk := w.native, w.desk
	if native == nil {
		otherwise()
		return
	}
	ask.Parent = graphics.Handle(w.win)
	ctx, cancel := context.WithCancel(context.Background())
	w.stopAsking = cancel
	var path string
	var err error
	w.border.aside(func() { path, err = way(native, ctx, ask) }, func() {
		off := ctx.Err() != nil || desk != w.desk
		cancel()
		switch {
		case off:
		case errors.Is(err, chooser.ErrNone):
			w.recorder.Journal.Note(journal.Chosen, journal.Because(err))
			otherwise()
		case err != nil:
			w.complain(err)
		case path != "":
			chosen(path)
		}
	})
}
