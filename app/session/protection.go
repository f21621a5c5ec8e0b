package session

import (
	"errors"

	"h200filing/export/lock"
)

// Protection locks outputs with a password, without which no program opens them
// (lock.Check says which passwords can be used). The zero value leaves them open.
type Protection struct{ Password string }

// Wanted reports whether outputs are to be locked.
func (p Protection) Wanted() bool { return p.Password != "" }

// Check fails with lock.ErrPassword for a password that cannot be used, or none.
func (p Protection) Check() error { return lock.Check(p.Password) }

// Lock locks the outputs that are there: PDF and workbook each by themselves, the
// pack with all that is in it. Without a password they are returned as they are.
func (p Protection) Lock(out Outputs) (Outputs, error) {
	if !p.Wanted() {
		return out, nil
	}
	for _, one := range []struct {
		file *[]byte
		lock func([]byte, string) ([]byte, error)
	}{{&out.PDF, lock.PDF}, {&out.XLSX, lock.Workbook}, {&out.Pack, lock.Pack}} {
		if *one.file == nil {
			continue
		}
		locked, err := one.lock(*one.file, p.Password)
		if err != nil {
			return Outputs{}, err
		}
		*one.file = locked
	}
	return out, nil
}

// Unlock opens a file that Lock has locked, a colleague's program again, or nobody.
// It fails with lock.ErrWrong where the file needs another password.
func (p Protection) Unlock(file []byte) ([]byte, error) { return lock.Open(file, p.Password) }

// Unlocked is Unlock for what is read next by somebody who says in his own words
// what is wrong with a damaged file: that is returned as it is.
func (p Protection) Unlocked(file []byte) ([]byte, error) {
	opened, err := p.Unlock(file)
	switch {
	case errors.Is(err, lock.ErrWrong):
		return nil, err
	case err != nil:
		return file, nil
	}
	return opened, nil
}
