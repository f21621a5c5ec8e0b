package prose

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

const caretWidth = 2

// blinkPause is how long the caret stays lit after it was moved.
const blinkPause = 500 * time.Millisecond

// view is the editor on the canvas: a frame, and the rows in view, clipped to it.
type view struct {
	e       *Editor
	measure *measure
	font    fyne.Resource
	sizes   sizes

	ground, frame, bar *canvas.Rectangle
	clip               *container.Clip
	page               *page
	objects            []fyne.CanvasObject
	blink              *fyne.Animation
}

var _ fyne.WidgetRenderer = (*view)(nil)

// CreateRenderer is the toolkit's.
func (e *Editor) CreateRenderer() fyne.WidgetRenderer {
	e.ExtendBaseWidget(e)
	v := &view{
		e:      e,
		ground: canvas.NewRectangle(color.Transparent), frame: canvas.NewRectangle(color.Transparent),
		bar:  canvas.NewRectangle(color.Transparent),
		page: newPage(),
	}
	v.clip = container.NewClip(v.page)
	v.objects = []fyne.CanvasObject{v.ground, v.frame, v.clip, v.bar}
	e.view = v
	v.renewMeasure(e)
	v.sizes = e.sizesFor(v.measure)
	v.Refresh()
	return v
}

// renewMeasure makes a new measure if the theme's face or size is another.
func (v *view) renewMeasure(e *Editor) bool {
	size, font := e.Theme().Size(theme.SizeNameText), e.Theme().Font(fyne.TextStyle{})
	if v.measure != nil && v.measure.size == size && v.font == font {
		return false
	}
	v.measure, v.font = newMeasure(size), font
	return true
}

func (v *view) Destroy() { v.e.blink(false) }

func (v *view) Objects() []fyne.CanvasObject { return v.objects }

func (v *view) MinSize() fyne.Size {
	s := v.sizes
	rows := min(max(v.e.buf.rows(), v.e.least), v.e.most)
	return fyne.NewSize(12*s.em+s.margin+s.bar+2*s.inset, float32(rows)*s.row+2*s.inset)
}

func (v *view) Layout(size fyne.Size) {
	border := v.e.Theme().Size(theme.SizeNameInputBorder)
	v.ground.Resize(size)
	v.frame.Move(fyne.NewSquareOffsetPos(border / 2))
	v.frame.Resize(size.SubtractWidthHeight(border+0.5, border+0.5))
	v.e.layout()
	v.clip.Move(fyne.NewPos(0, v.sizes.inset))
	v.clip.Resize(fyne.NewSize(size.Width, max(0, size.Height-2*v.sizes.inset)))
	v.e.top = v.e.heldTop(v.e.top)
	v.draw()
}

func (v *view) Refresh() {
	v.e.layout()
	v.Layout(v.e.Size())
	canvas.Refresh(v.e)
}

// redraw shows what has changed since.
func (e *Editor) redraw() {
	if e.view != nil {
		e.view.draw()
		canvas.Refresh(e.view.page)
	}
}

// draw puts the frame, the bar and the rows in view where they belong.
func (v *view) draw() {
	e, s, th := v.e, v.sizes, v.e.Theme()
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	paint := func(name fyne.ThemeColorName) color.Color { return th.Color(name, variant) }
	v.ground.FillColor = paint(theme.ColorNameInputBackground)
	v.frame.CornerRadius = th.Size(theme.SizeNameInputRadius)
	v.ground.CornerRadius = v.frame.CornerRadius
	v.frame.StrokeWidth = th.Size(theme.SizeNameInputBorder)
	switch {
	case e.Disabled():
		v.frame.StrokeColor = paint(theme.ColorNameDisabled)
	case e.focused:
		v.frame.StrokeColor = paint(theme.ColorNamePrimary)
	default:
		v.frame.StrokeColor = paint(theme.ColorNameInputBorder)
	}
	v.drawBar(paint(theme.ColorNameScrollBar))
	v.page.draw(e, s, paint)
}

// drawBar shows which part of the text is in view, if not all of it is.
func (v *view) drawBar(c color.Color) {
	e, s := v.e, v.sizes
	content := float32(e.buf.rows()) * s.row
	room := e.height()
	if content <= room || room <= 0 {
		v.bar.Hide()
		return
	}
	width := s.bar / 2
	length := max(s.row, room*room/content)
	v.bar.FillColor = c
	v.bar.CornerRadius = width / 2
	v.bar.Resize(fyne.NewSize(width, length))
	v.bar.Move(fyne.NewPos(e.Size().Width-width-2, s.inset+(room-length)*e.top/(content-room)))
	v.bar.Show()
}

// blink starts and stops the caret's blinking. While it is stopped the caret shows.
func (e *Editor) blink(on bool) {
	v := e.view
	if v == nil {
		return
	}
	if v.blink != nil {
		v.blink.Stop()
		v.blink = nil
	}
	v.page.dark = false
	if !on || !fyne.CurrentApp().Settings().ShowAnimations() {
		return
	}
	v.blink = fyne.NewAnimation(canvas.DurationStandard*4, func(done float32) {
		dark := done > 0.5 && done < 1 && e.now().Sub(e.active) > blinkPause
		if dark != v.page.dark {
			v.page.dark = dark
			v.page.showCaret(e)
		}
	})
	v.blink.Curve = fyne.AnimationLinear
	v.blink.RepeatCount = fyne.AnimationRepeatForever
	v.blink.Start()
}
