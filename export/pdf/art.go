package pdf

// matrix is a PDF transformation: a b c d e f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// art is something drawn by its own object in the file: a picture, a page of
// another file, the QR code. It fills the unit square, so that whoever draws it
// only says where and how large.
type art struct {
	name string // in the resources, "A1"
	turn matrix // puts a picture taken sideways upright
	// foreign is set on what may hold anything: a page of another file, a
	// picture in colours of a printing press.
	foreign bool
	emit    func(w *objects) (number int, err error)
}

// artPage is a page or a picture to be shown on a sheet, with its size in points
// or pixels.
type artPage struct {
	art  *art
	w, h float64
}

// archival reports whether the file keeps to PDF/A-3b: all of it but the pages of
// attached files is made so, and about those nothing is known.
func (p plan) archival() bool {
	for _, a := range p.arts {
		if a.foreign {
			return false
		}
	}
	return true
}
