package stage

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Shots is the environment variable that names a folder where pictures are kept;
// without it they are artifacts of the test (go test -artifacts).
const Shots = "H200FILING_SHOTS"

// Screen is what the display shows, read from its memory.
func (s *Stage) Screen() (*image.RGBA, error) {
	data, err := os.ReadFile(filepath.Join(s.Dir, "screen", "Xvfb_screen0"))
	if err != nil {
		return nil, err
	}
	return readXWD(data)
}

// The words of the head of a dump of a window (XWDFile.h) that are of use.
const (
	headSize     = 0
	width        = 4
	height       = 5
	byteOrder    = 7
	bitsPerPixel = 11
	bytesPerLine = 12
	colours      = 19
	headWords    = 25
)

// bytesPerColour is the size of an entry of the table of colours.
const bytesPerColour = 12

// readXWD reads a dump with 32 bits a pixel, least significant byte first.
func readXWD(data []byte) (*image.RGBA, error) {
	if len(data) < 4*headWords {
		return nil, errors.New("xwd: too short")
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	if word(bitsPerPixel) != 32 || word(byteOrder) != 0 {
		return nil, fmt.Errorf("xwd: %d bits a pixel, byte order %d", word(bitsPerPixel), word(byteOrder))
	}
	from, line := word(headSize)+bytesPerColour*word(colours), word(bytesPerLine)
	if from < 0 || line < 4*word(width) || len(data) < from+line*word(height) {
		return nil, errors.New("xwd: less than its head says")
	}
	out := image.NewRGBA(image.Rect(0, 0, word(width), word(height)))
	for y := range word(height) {
		row := data[from+y*line:]
		for x := range word(width) {
			out.SetRGBA(x, y, color.RGBA{R: row[4*x+2], G: row[4*x+1], B: row[4*x], A: 0xff})
		}
	}
	return out, nil
}

// Keep keeps a picture of the display as output of the test.
func (s *Stage) Keep(name string) {
	s.t.Helper()
	shown, err := s.Screen()
	if err != nil {
		s.t.Errorf("picture %s: %v", name, err)
		return
	}
	s.keep(name, shown)
}

// keep writes a picture.
func (s *Stage) keep(name string, picture image.Image) {
	s.t.Helper()
	dir := os.Getenv(Shots)
	if dir == "" {
		dir = s.t.ArtifactDir()
	}
	path := filepath.Join(dir, name+".png")
	out, err := os.Create(path)
	if err == nil {
		// Best speed: a walk keeps many.
		err = errors.Join((&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(out, picture), out.Close())
	}
	if err != nil {
		s.t.Errorf("picture %s: %v", path, err)
		return
	}
	s.t.Logf("picture: %s", path)
}

// View watches a window.
type View struct {
	*Stage
	window string
	before *image.RGBA // what it showed when it was looked at last
}

// Watch watches a window.
func (s *Stage) Watch(window string) *View { return &View{Stage: s, window: window} }

// frame is where the window stands on the display.
func (v *View) frame() image.Rectangle {
	v.t.Helper()
	said := map[string]int{}
	for line := range strings.Lines(v.Run("xwininfo", "-id", v.window)) {
		if key, value, ok := strings.Cut(strings.TrimSpace(line), ":"); ok {
			if n, err := strconv.Atoi(strings.TrimSpace(value)); err == nil {
				said[key] = n
			}
		}
	}
	x, y := said["Absolute upper-left X"], said["Absolute upper-left Y"]
	return image.Rect(x, y, x+said["Width"], y+said["Height"])
}

// Drawn waits until the window shows anything: until then it has one colour.
func (v *View) Drawn() {
	v.t.Helper()
	frame := v.frame()
	v.Until("the first picture", func() bool {
		shown, err := v.Screen()
		if err != nil {
			v.t.Fatal(err)
		}
		part := frame.Intersect(shown.Bounds())
		for y := part.Min.Y; y < part.Max.Y; y++ {
			for x := part.Min.X; x < part.Max.X; x++ {
				if shown.RGBAAt(x, y) != shown.RGBAAt(part.Min.X, part.Min.Y) {
					return true
				}
			}
		}
		return false
	})
}

// still is how often in a row the same has to be seen until nothing moves any more.
const still = 3

// blinking is how many pixels may differ between pictures of the same: a caret comes
// and goes.
const blinking = 200

// Look waits until the window shows something else than when it was looked at last,
// and then stands still, and returns that.
func (v *View) Look(what string) image.Image {
	v.t.Helper()
	frame, same := v.frame(), 0
	var last *image.RGBA
	v.Until(what+" is drawn", func() bool {
		shown, err := v.Screen()
		if err != nil {
			v.t.Fatal(err)
		}
		part := shown.SubImage(frame.Intersect(shown.Bounds())).(*image.RGBA)
		if last != nil && alike(last, part) {
			same++
		} else {
			same = 0
		}
		last = part
		return same >= still && (v.before == nil || !alike(v.before, part))
	})
	v.before = last
	return last
}

// Shot keeps a picture of what the window shows once it has changed.
func (v *View) Shot(name string) {
	v.t.Helper()
	v.keep(name, v.Look(name))
}

// Count is how many pixels of the window have a colour now.
func (v *View) Count(c color.RGBA) int {
	v.t.Helper()
	shown, err := v.Screen()
	if err != nil {
		v.t.Fatal(err)
	}
	frame, n := v.frame().Intersect(shown.Bounds()), 0
	for y := frame.Min.Y; y < frame.Max.Y; y++ {
		for x := frame.Min.X; x < frame.Max.X; x++ {
			if shown.RGBAAt(x, y) == c {
				n++
			}
		}
	}
	return n
}

// alike reports whether two pictures are the same but for a caret.
func alike(a, b *image.RGBA) bool {
	if a.Rect != b.Rect {
		return false
	}
	differ := 0
	for y := a.Rect.Min.Y; y < a.Rect.Max.Y && differ <= blinking; y++ {
		at, line := a.PixOffset(a.Rect.Min.X, y), 4*a.Rect.Dx()
		one, other := a.Pix[at:at+line], b.Pix[at:at+line]
		if bytes.Equal(one, other) {
			continue
		}
		for x := 0; x < line; x += 4 {
			if [4]byte(one[x:x+4]) != [4]byte(other[x:x+4]) {
				differ++
			}
		}
	}
	return differ <= blinking
}
