package prose

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/look"
)

// benchText has n characters in paragraphs of so many; 0 is one paragraph.
func benchText(n, paragraph int) string {
	text := []rune(strings.Repeat(sample, n/len([]rune(sample))+1))[:n]
	if paragraph == 0 {
		return string(text)
	}
	var b strings.Builder
	for len(text) > paragraph {
		b.WriteString(string(text[:paragraph]))
		b.WriteByte('\n')
		text = text[paragraph:]
	}
	b.WriteString(string(text))
	return b.String()
}

// benchKey types in the middle of a text in a field as large as a window. It
// measures the key with layout and the objects in view brought up to date, and
// with every pixel drawn by the test driver's painter besides.
func benchKey(b *testing.B, n int) {
	for _, shape := range []struct {
		name      string
		paragraph int
	}{{"one", 0}, {"paragraphs", 200}} {
		for _, drawn := range []bool{false, true} {
			name := shape.name
			if drawn {
				name += "/pixels"
			}
			b.Run(name, func(b *testing.B) {
				f := open(b, fyne.NewSize(900, 700))
				text := benchText(n, shape.paragraph)
				f.SetText(text)
				f.Select(n/2, n/2)
				f.OnChanged = func(string) {}
				f.window.Canvas().Capture()
				for i := 0; b.Loop(); i++ {
					if i%100 == 99 { // as long as the name says
						b.StopTimer()
						f.SetText(text)
						f.Select(n/2, n/2)
						b.StartTimer()
					}
					f.TypedRune('国')
					if drawn {
						f.window.Canvas().Capture()
					}
				}
			})
		}
	}
}

func BenchmarkProseKey1k(b *testing.B)   { benchKey(b, 1_000) }
func BenchmarkProseKey5k(b *testing.B)   { benchKey(b, 5_000) }
func BenchmarkProseKey20k(b *testing.B)  { benchKey(b, 20_000) }
func BenchmarkProseKey100k(b *testing.B) { benchKey(b, 100_000) }

// BenchmarkFyneEntryKey5k is the toolkit's own field with the same text.
func BenchmarkFyneEntryKey5k(b *testing.B) {
	for _, shape := range []struct {
		name      string
		paragraph int
	}{{"one", 0}, {"paragraphs", 200}} {
		b.Run(shape.name, func(b *testing.B) {
			a := test.NewTempApp(b)
			th, err := look.New(look.Light, 100)
			if err != nil {
				b.Fatal(err)
			}
			a.Settings().SetTheme(th)
			e := widget.NewMultiLineEntry()
			e.Wrapping = fyne.TextWrapBreak
			w := test.NewTempWindow(b, container.NewWithoutLayout(e))
			w.Resize(fyne.NewSize(1000, 800))
			e.Resize(fyne.NewSize(900, 700))
			e.SetText(benchText(5_000, shape.paragraph))
			e.CursorRow = 30
			w.Canvas().Focus(e)
			for b.Loop() {
				e.TypedRune('国')
			}
		})
	}
}

// BenchmarkProseResize100k breaks all lines of a long text for another width.
func BenchmarkProseResize100k(b *testing.B) {
	f := open(b, fyne.NewSize(900, 700))
	f.SetText(benchText(100_000, 200))
	width := float32(900)
	for b.Loop() {
		width = 1700 - width
		f.Resize(fyne.NewSize(width, 700))
	}
}
