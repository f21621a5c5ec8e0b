package file

import "errors"

// Another gives a way to open the file once more, to look at, with the key that
// is known here; it may be called on any goroutine. Its content was checked when
// it was opened here, and is not again.
func (f *File) Another() func() (*File, error) {
	path, o, s := f.path, f.options, f.secret
	return func() (*File, error) {
		g := &File{path: path, options: o, secret: s}
		changeable, err := g.acquire(false)
		if err != nil {
			return nil, err
		}
		if err := g.look(changeable); err != nil {
			return nil, failed(path, errors.Join(err, g.Close()), Damaged)
		}
		return g, nil
	}
}

// look connects to look at the file, and reads it.
func (f *File) look(changeable bool) (err error) {
	defer recovered(&err)
	if f.db, err = f.connect(access{changeable: changeable}); err != nil {
		return err
	}
	return f.db.transaction(`BEGIN`, f.read)
}
