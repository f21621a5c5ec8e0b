// Command demo shows an editor and a single-line entry in a real window and writes
// to standard output what becomes of them: "focus NAME" and "text NAME QUOTED", one
// a line. The tests of package prose type into it; it is no part of the product.
package main

import (
	"flag"
	"fmt"
	"log"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"

	"h200filing/app/ime"
	"h200filing/app/prose"
	"h200filing/app/window/look"
)

// entry is a single-line entry that tells when it gets the focus.
type entry struct{ ime.Entry }

func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	fmt.Println("focus entry")
}

func main() {
	percent := flag.Int("percent", 100, "text size")
	ground := flag.String("ground", "light", "light or dark")
	text := flag.String("text", "", "text of the editor, with a margin")
	flag.Parse()
	a := app.NewWithID("prose.demo")
	th, err := look.New(look.Ground(*ground), *percent)
	if err != nil {
		log.Fatal(err)
	}
	a.Settings().SetTheme(th)
	w := a.NewWindow("prose demo")
	w.SetContent(content(*text))
	w.Resize(fyne.NewSize(720, 520))
	w.ShowAndRun()
}

// content is the two fields. The editor is above the entry, and focused by Tab or
// by a click.
func content(text string) fyne.CanvasObject {
	e := prose.New(prose.Words{})
	e.SetRows(8, 14)
	e.SetPlaceHolder("placeholder")
	e.OnChanged = func(s string) { fmt.Printf("text editor %q\n", s) }
	e.OnFocus = func(on bool) {
		if on {
			fmt.Println("focus editor")
		}
	}
	bar := prose.NewFindBar(e, prose.FindWords{
		Find: "find", With: "with", Previous: "previous", Next: "next", Replace: "replace",
		ReplaceAll: "replace all", Exact: "exact", Found: func(n int) string { return fmt.Sprint(n) },
	})
	line := &entry{}
	line.Init(line)
	line.OnChanged = func(s string) { fmt.Printf("text entry %q\n", s) }
	if text != "" {
		show(e, text)
	}
	return container.NewVBox(e, line, bar)
}

// show fills the editor with everything that it can draw.
func show(e *prose.Editor, text string) {
	e.SetMargin(true)
	e.SetText(text)
	e.SetStates([]prose.State{prose.Follows, prose.Edited, prose.OutOfDate})
	var marks []prose.Mark
	for i := range 6 {
		marks = append(marks, prose.Mark{From: 8 + 34*i, To: 14 + 40*i, Kind: prose.MarkKind(i % 3)})
	}
	e.SetMarks(marks)
	e.Select(20, 45)
}
