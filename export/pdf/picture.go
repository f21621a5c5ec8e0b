package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	imagedraw "image/draw"
	"image/jpeg"
	"image/png"
)

// mostPixels bounds a picture; unpacked it takes three bytes a pixel.
const mostPixels = 100_000_000

var errPicture = errors.New("not a PNG or JPEG picture of a usable size")

// importPicture makes an art of a PNG or JPEG file. JPEG data goes in as it is,
// PNG is unpacked, laid on white and packed again.
func importPicture(content []byte) (artPage, error) {
	// Not image.Decode: other packages of the program register more formats
	// with it, and some of their readers are easily led astray.
	isJPEG := bytes.HasPrefix(content, []byte("\xFF\xD8"))
	decodeConfig := png.DecodeConfig
	if isJPEG {
		decodeConfig = jpeg.DecodeConfig
	}
	conf, err := decodeConfig(bytes.NewReader(content))
	if err != nil {
		return artPage{}, fmt.Errorf("%w: %w", errPicture, err)
	}
	if conf.Width < 1 || conf.Height < 1 || conf.Width > mostPixels/conf.Height {
		return artPage{}, fmt.Errorf("%d × %d pixels: %w", conf.Width, conf.Height, errPicture)
	}
	p := picture{width: conf.Width, height: conf.Height}
	a := &art{turn: identity}
	w, h := float64(conf.Width), float64(conf.Height)
	if isJPEG {
		if err := p.fromJPEG(content, conf); err != nil {
			return artPage{}, err
		}
		o := orientation(content)
		a.turn, a.foreign = turns[o], conf.ColorModel == color.CMYKModel
		if o >= 5 {
			w, h = h, w
		}
	} else if err := p.fromPNG(content); err != nil {
		return artPage{}, err
	}
	a.emit = p.emit
	return artPage{a, w, h}, nil
}

// picture is an image XObject to be.
type picture struct {
	width, height int
	space         string // colour space and what else the dictionary needs
	data          []byte
	packed        bool // data is JPEG
}

func (p picture) emit(w *objects) (int, error) {
	n := w.alloc()
	entries := fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 %s", p.width, p.height, p.space)
	if p.packed {
		w.rawStream(n, entries+" /Filter /DCTDecode", p.data)
	} else {
		w.stream(n, entries, p.data)
	}
	return n, nil
}

// fromJPEG checks that the data is whole and notes its colours. Four-component
// files are stored inverted by custom, as Adobe's programs do.
func (p *picture) fromJPEG(content []byte, conf image.Config) error {
	if _, err := jpeg.Decode(bytes.NewReader(content)); err != nil {
		return fmt.Errorf("%w: %w", errPicture, err)
	}
	p.data, p.packed = content, true
	switch conf.ColorModel {
	case color.GrayModel:
		p.space = "/ColorSpace /DeviceGray"
	case color.CMYKModel:
		p.space = "/ColorSpace /DeviceCMYK /Decode [1 0 1 0 1 0 1 0]"
	default:
		p.space = "/ColorSpace /DeviceRGB"
	}
	return nil
}

// fromPNG unpacks the picture on a white ground.
func (p *picture) fromPNG(content []byte) error {
	img, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		return fmt.Errorf("%w: %w", errPicture, err)
	}
	bounds := img.Bounds()
	if gray, ok := img.(*image.Gray); ok {
		p.space = "/ColorSpace /DeviceGray"
		p.data = make([]byte, 0, p.width*p.height)
		for y := range p.height {
			p.data = append(p.data, gray.Pix[y*gray.Stride:y*gray.Stride+p.width]...)
		}
		return nil
	}
	flat := image.NewRGBA(image.Rect(0, 0, p.width, p.height))
	imagedraw.Draw(flat, flat.Bounds(), image.White, image.Point{}, imagedraw.Src)
	imagedraw.Draw(flat, flat.Bounds(), img, bounds.Min, imagedraw.Over)
	p.space = "/ColorSpace /DeviceRGB"
	p.data = make([]byte, 0, 3*p.width*p.height)
	for i := 0; i+3 < len(flat.Pix); i += 4 {
		p.data = append(p.data, flat.Pix[i], flat.Pix[i+1], flat.Pix[i+2])
	}
	return nil
}

// turns put a picture upright by its Exif orientation, 1 to 8 (Exif 2.3, 4.6.4);
// they act on the unit square, y upwards.
var turns = [9]matrix{
	identity, identity,
	{-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
	{0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1}, {0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, 1, 0},
}

// orientation reads the Exif orientation of a JPEG file; 1 if there is none.
func orientation(content []byte) int {
	for i := 2; i+4 <= len(content) && content[i] == 0xFF; {
		kind, size := content[i+1], int(binary.BigEndian.Uint16(content[i+2:]))
		if kind == 0xDA || size < 2 || i+2+size > len(content) {
			break
		}
		body := content[i+4 : i+2+size]
		if kind == 0xE1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
			return exifOrientation(body[6:])
		}
		i += 2 + size
	}
	return 1
}

// exifOrientation looks for tag 0x0112 in the first directory of a TIFF header.
func exifOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	count := int64(order.Uint16(tiff[at:]))
	for i := range count {
		e := at + 2 + 12*i
		if e+12 > int64(len(tiff)) {
			break
		}
		if order.Uint16(tiff[e:]) == 0x0112 {
			if v := int(order.Uint16(tiff[e+8:])); v >= 1 && v <= 8 {
				return v
			}
		}
	}
	return 1
}
