package window

import (
	"image"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/ime"
	"h200filing/app/journal"
	"h200filing/app/preview"
	"h200filing/app/session"
	"h200filing/app/window/question"
	"h200filing/forms"
)

// previewPage shows the pages as they will be printed. They are made in the background, a
// moment after an answer has changed; until then the ones before stay.
type previewPage struct {
	desk   *desk
	root   fyne.CanvasObject
	list   *widget.List
	paper  *paper
	scroll *container.Scroll
	notice *question.Paragraph // while there is nothing to show
	where  *widget.Label       // page of pages
	zoomed *widget.Label       // size in percent
	query  *ime.Entry
	found  *widget.Label
	print  *question.Button

	report   *forms.Report // that is shown or being made
	stop     func()        // the timer's; nil when none runs
	making   bool
	left     bool // the page was turned
	content  []byte
	pages    pages // nil until made
	page     int
	zoom     float32 // 1 is the size of the paper; 0 fits the width
	pictures map[pictureKey]image.Image
	hits     []preview.Hit
	hit      int
}

// pictureKey is a page at dots per inch.
type pictureKey struct{ page, dpi int }

// restFor is how long the answers have to rest before the pages are made again.
const restFor = 600 * time.Millisecond

func newPreviewPage(d *desk) *previewPage {
	p := &previewPage{desk: d, pictures: map[pictureKey]image.Image{}, notice: question.Body(d.words.Text("window.preview.making"))}
	p.paper = newPaper(p.fit)
	p.scroll = container.NewScroll(p.paper.root)
	p.list = widget.NewList(func() int { return len(p.sizes()) },
		func() fyne.CanvasObject { return widget.NewLabel(d.words.Text("window.preview.page", "n", "000")) },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			o.(*widget.Label).SetText(d.words.Text("window.preview.page", "n", strconv.Itoa(i+1)))
		})
	p.list.OnSelected = func(i widget.ListItemID) { p.turnTo(i) }
	middle := container.NewStack(question.Panel(p.scroll), container.New(centre{30}, p.notice))
	tools, list := container.NewPadded(p.tools()), container.NewStack(p.list)
	p.root = container.New(layout.NewBorderLayout(tools, nil, list, nil), tools, list, middle) // Tab goes in this order
	p.show()
	return p
}

// tools are the buttons above the page.
func (p *previewPage) tools() fyne.CanvasObject {
	words := p.desk.words
	button := func(key string, icon fyne.Resource, do func()) *question.Button {
		return p.desk.newButton(words.Text(key), icon, do)
	}
	p.where, p.zoomed, p.found = widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel("")
	p.where.Alignment, p.zoomed.Alignment = fyne.TextAlignCenter, fyne.TextAlignCenter
	p.query = ime.NewEntry()
	p.query.SetPlaceHolder(words.Text("window.preview.find"))
	p.query.OnChanged = func(string) { p.hits, p.hit = nil, 0; p.found.SetText(""); p.mark() }
	p.query.OnSubmitted = func(string) { p.seek(1) }
	p.print = button("window.preview.print", theme.DocumentPrintIcon(), p.onPrint)
	p.print.Importance = widget.HighImportance
	p.print.Disable()
	em := theme.TextSize() // what changes has its room from the first, so that no button moves away from the pointer
	return container.New(question.Flow(),
		button("window.preview.before", theme.NavigateBackIcon(), func() { p.list.Select(p.page - 1) }), room(6*em, p.where),
		button("window.preview.after", theme.NavigateNextIcon(), func() { p.list.Select(p.page + 1) }),
		button("window.preview.smaller", theme.ZoomOutIcon(), func() { p.scale(1 / zoomStep) }), room(4*em, p.zoomed),
		button("window.preview.larger", theme.ZoomInIcon(), func() { p.scale(zoomStep) }),
		button("window.preview.fit", theme.ZoomFitIcon(), func() { p.zoom = 0; p.put() }),
		room(11*em, p.query),
		button("window.find.previous", theme.MoveUpIcon(), func() { p.seek(-1) }),
		button("window.find.next", theme.MoveDownIcon(), func() { p.seek(1) }), p.print, p.found)
}

func (p *previewPage) object() fyne.CanvasObject { return p.root }
func (p *previewPage) section() *forms.Section   { return nil }
func (p *previewPage) title() string             { return p.desk.words.Text("window.tasks.preview") }
func (p *previewPage) reveal(forms.Path)         {} // no question stands here
func (p *previewPage) see(fyne.CanvasObject)     {}
func (p *previewPage) wheel(e *fyne.ScrollEvent) { p.scroll.Scrolled(e) }

// begin lays the page out again: the tools know how high they are only once they
// have a width.
func (p *previewPage) begin() {
	p.root.Refresh()
	p.desk.win.Canvas().Focus(p.list)
}

// leave lets go of the pages when another page of the window is turned to.
func (p *previewPage) leave() {
	p.left = true
	p.halt()
	p.release(p.pages)
	p.pages = nil
}

// release closes pages in the background, since they may just be drawn.
func (p *previewPage) release(old pages) {
	if old != nil {
		p.desk.border.aside(func() { _ = old.Close() }, func() {}) // it was only looked at
	}
}

func (p *previewPage) halt() {
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
}

// show has the pages made again when the answers have changed and rest.
func (p *previewPage) show() {
	if p.left || p.report == p.desk.Report() {
		return
	}
	p.halt()
	if p.pages == nil {
		p.make()
		return
	}
	p.stop = p.desk.border.after(restFor, func() { p.stop = nil; p.make() })
}

// make makes the pages in the background, and shows the current one.
func (p *previewPage) make() {
	if p.making || p.left {
		return // when it is ready, show looks again
	}
	p.report = p.desk.Report()
	preparation, v, page, dpi := p.desk.application.Prepare(), p.desk.viewer, p.page, p.dpi()
	var content []byte
	var made pages
	var first image.Image
	var err error
	p.desk.once(&p.making, func() {
		var out session.Outputs
		if out, err = preparation.Export(session.Wanted{PDF: true}, !preparation.Ready()); err != nil {
			return
		}
		content = out.PDF
		if made, err = v.open(content); err == nil {
			first, err = made.Render(min(page, len(made.Pages())-1), dpi)
		}
	}, func() {
		switch {
		case p.left:
			p.release(made)
		case err != nil:
			p.notice.Put(p.desk.words.Text("window.preview.failed", "why", p.desk.reason(err)))
			p.notice.Show()
			p.release(made)
		default:
			p.take(content, made, pictureKey{min(page, len(made.Pages())-1), dpi}, first)
		}
		p.show()
	})
}

// take shows new pages in the place of the old ones.
func (p *previewPage) take(content []byte, made pages, key pictureKey, first image.Image) {
	p.release(p.pages)
	p.content, p.pages, p.page = content, made, key.page
	p.pictures = map[pictureKey]image.Image{key: first}
	p.hits, p.hit = nil, 0
	p.found.SetText("")
	p.notice.Hide()
	p.print.Enable()
	p.list.Refresh()
	p.list.Select(p.page)
	p.put()
}

func (p *previewPage) sizes() []preview.Size {
	if p.pages == nil {
		return nil
	}
	return p.pages.Pages()
}

// turnTo shows a page.
func (p *previewPage) turnTo(i int) {
	if i == p.page || i < 0 || i >= len(p.sizes()) {
		return
	}
	p.page = i
	p.scroll.ScrollToTop()
	p.put()
}

// put shows the current page; where its picture is not ready, the one before stays
// until it is.
func (p *previewPage) put() {
	if p.pages == nil {
		return
	}
	p.where.SetText(p.desk.words.Text("window.preview.of", "n", strconv.Itoa(p.page+1), "of", strconv.Itoa(len(p.sizes()))))
	p.zoomed.SetText(strconv.Itoa(int(p.factor()*100+0.5)) + " %")
	key := pictureKey{p.page, p.dpi()}
	if picture := p.pictures[key]; picture != nil {
		p.paper.put(picture, p.size())
		p.mark()
		p.scroll.Refresh()
		return
	}
	shown := p.pages
	var made image.Image
	var err error
	p.desk.border.aside(func() { made, err = shown.Render(key.page, key.dpi) }, func() {
		if shown != p.pages || err != nil {
			return // other pages by now
		}
		p.keep(key, made)
		if key == (pictureKey{p.page, p.dpi()}) {
			p.put()
		}
	})
}

// mostPictures is how many pictures of pages are kept.
const mostPictures = 12

func (p *previewPage) keep(key pictureKey, picture image.Image) {
	if len(p.pictures) >= mostPictures {
		clear(p.pictures)
	}
	p.pictures[key] = picture
}

// onPrint asks, and prints the pages that are shown.
func (p *previewPage) onPrint() {
	text := p.desk.words.Text("window.print.ask", "name", strconv.Itoa(len(p.sizes())))
	p.desk.confirm(text, "window.print.do", widget.HighImportance, p.send)
}

// send hands the pages to the printer; where the system has no way for it, they are
// opened in its viewer.
func (p *previewPage) send() {
	d, content := p.desk, p.content
	path, err := d.copies.Put(d.fileName()+".pdf", content)
	if err != nil {
		d.complain(err)
		return
	}
	var refused error
	d.border.aside(func() {
		refused = d.print(path)
	}, func() {
		switch {
		case refused != nil:
			d.recorder.Journal.Note(journal.Failed, journal.Because(refused))
			if err := d.handOver(path); err != nil {
				d.recorder.Journal.Note(journal.Failed, journal.Because(err))
				d.Window.say(d.words.Text("window.print.no_viewer", "why", d.unprinted(refused)))
				return
			}
			d.status.say(d.words.Text("window.print.viewer", "why", d.unprinted(refused)))
		default:
			d.recorder.Journal.Note(journal.Printed, journal.Bytes(len(content)))
			d.status.say(d.words.Text("window.print.sent"))
		}
	})
}
