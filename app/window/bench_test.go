package window

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"h200filing/app/session"
	"h200filing/app/session/sessiontest"
	"h200filing/forms"
	"h200filing/i18n"
)

// practised opens the practice application on a section.
func practised(b *testing.B, section string) *Window {
	b.Helper()
	app := test.NewTempApp(b)
	setting := sessiontest.Setting(b, noon)
	w, err := newWindow(app, setting, sessions{setting}, &stillBorder{}, i18n.Hans)
	if err != nil {
		b.Fatal(err)
	}
	w.win.Resize(fyne.NewSize(1280, 860))
	w.enter(filepath.Join(b.TempDir(), "p.h200"), w.shelf.practice)
	for _, s := range setting.Form.Sections {
		if s.ID == section {
			w.desk.openSection(s)
		}
	}
	b.Cleanup(func() {
		if err := w.desk.application.Close(); err != nil {
			b.Error(err)
		}
	})
	return w
}

// BenchmarkAnswer is one answer of the practice application typed, written to disk
// and evaluated, with the whole window brought to the report.
func BenchmarkAnswer(b *testing.B) {
	w := practised(b, "applicant")
	texts := []string{"软件和信息技术服务业", "软件业"}
	for i := 0; b.Loop(); i++ {
		w.desk.Type("applicant.industry", texts[i%2])
		if err := w.desk.flush(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpenSection turns to the section with the most questions.
func BenchmarkOpenSection(b *testing.B) {
	w := practised(b, "product")
	section := w.desk.page.section()
	for b.Loop() {
		w.desk.openSection(section)
	}
}

// BenchmarkOpenReview turns to the review.
func BenchmarkOpenReview(b *testing.B) {
	w := practised(b, "product")
	for b.Loop() {
		w.desk.openReview()
	}
}

// BenchmarkAnswerLive is a figure of a candidate changed on the page of the
// suppliers: written, evaluated, and the verdicts on the page brought up to date.
func BenchmarkAnswerLive(b *testing.B) {
	w := practised(b, "suppliers")
	fact := w.desk.Report().Rows(w.desk.Report().Rows("suppliers")[2].Join("facts"))[0].Join("value")
	values := []string{"72", "80"}
	for i := 0; b.Loop(); i++ {
		w.desk.Type(fact, values[i%2])
		if err := w.desk.flush(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAnswerRegister is a device among two thousand named otherwise: written,
// evaluated, and its page brought up to date.
func BenchmarkAnswerRegister(b *testing.B) {
	w := practised(b, "applicant")
	var register strings.Builder
	register.WriteString("devices:\n")
	for i := range 2000 {
		fmt.Fprintf(&register, "  - {serial: S%d, model: h200_sxm}\n", i)
	}
	devices, err := forms.ReadAnswers(w.setting.Form, "devices.yaml", []byte(register.String()))
	if err != nil {
		b.Fatal(err)
	}
	if err := w.desk.application.(*session.Session).Change("", devices.All()...); err != nil {
		b.Fatal(err)
	}
	serial := w.desk.Report().Rows("devices")[0].Join("serial")
	w.desk.openSection(w.setting.Form.Field("devices").Section)
	for i := 0; b.Loop(); i++ {
		w.desk.Type(serial, []string{"A", "B"}[i%2])
		if err := w.desk.flush(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHistorySearch is one character typed into the search of a log of 10,000
// entries, most of which it leaves.
func BenchmarkHistorySearch(b *testing.B) {
	w := practised(b, "applicant")
	changes := make([]forms.Change, 10000)
	for i := range changes {
		changes[i] = forms.Change{Op: forms.Set, Path: "applicant.industry", Value: []string{"软件业", "信息技术服务业"}[i%2]}
	}
	if err := w.desk.application.(*session.Session).Change("", changes...); err != nil {
		b.Fatal(err)
	}
	w.desk.openHistory()
	c := w.desk.page.(*historyPage).parts[inLog].(*logList)
	for i := 0; b.Loop(); i++ {
		c.search.SetText([]string{"业", "服务"}[i%2])
	}
}
