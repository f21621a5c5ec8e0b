package session

import (
	"context"
	"errors"
	"time"

	"h200filing/forms/file"
)

// Hold opens an application to work on it for a while, with a password, "" for
// none: others who open it meanwhile are told who has it. Where somebody else has
// it, it opens to look at: Holder tells.
func (s *Setting) Hold(path, password string) (*Session, error) {
	mine := *s
	mine.Announce, mine.Password = true, password
	return mine.Open(path)
}

// Writable reports whether changes can be made.
func (s *Session) Writable() bool { return s.file.Writable() }

// Holder tells who has the file, where that is somebody else and nothing can be
// changed.
func (s *Session) Holder() (by file.Holder, held bool) { return s.file.Holder() }

// Claim makes the application writable once its holder has closed it, with all
// that they changed. It fails with file.Held until then.
func (s *Session) Claim() error {
	if err := s.file.Claim(); err != nil {
		return err
	}
	s.publish(s.evaluated(s.file.Answers()))
	return nil
}

// awaitEvery is how often Await looks.
const awaitEvery = 50 * time.Millisecond

// Await is Claim for who can wait: it claims again and again until the application
// is free or ctx has ended, and then fails with file.Held.
func (s *Session) Await(ctx context.Context) error {
	ticker := time.NewTicker(awaitEvery)
	defer ticker.Stop()
	for {
		err := s.Claim()
		if !errors.Is(err, file.Held) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-ticker.C:
		}
	}
}

// IsPractice reports whether the application is an exercise.
func (s *Session) IsPractice() bool { return s.file.Meta().Practice }

// Encrypted reports whether the file has a password.
func (s *Session) Encrypted() bool { return s.file.Encrypted() }

// SetPassword sets, changes or removes the password of the file: old is the present
// one, "" for none, and fresh the new one, "" for none.
func (s *Session) SetPassword(old, fresh string) error {
	switch {
	case fresh == "":
		return s.file.RemovePassword(old)
	case s.file.Encrypted():
		return s.file.ChangePassword(old, fresh)
	}
	return s.file.SetPassword(fresh)
}

// Copy writes a copy of an application with all it holds, its log included, to a
// new file, with the same password if there is one. It fails with file.Held while
// somebody works on the application.
func (s *Setting) Copy(from, password, to string) error {
	f, err := file.Open(from, file.Password(password))
	if err != nil {
		return err
	}
	if by, held := f.Holder(); held {
		return errors.Join(&file.Error{Path: from, Kind: file.Held, Err: by}, f.Close())
	}
	return errors.Join(f.SaveCopy(to), f.Close())
}
